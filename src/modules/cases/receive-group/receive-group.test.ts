import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { adversaryRoom, type Room } from "../../../../test/adversary/room.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { instantOf } from "../../../kernel/time.ts";
import { checkChain } from "../history/check-chain.ts";
import { rebuild } from "../history/rebuild.ts";

let room: Room;
beforeEach(async () => {
  room = await adversaryRoom();
});
afterEach(() => room.close());

const PAPER = [{ name: "Tờ khai", form: "original" }];
const BIRTH = ["birth", "residence", "insurance"];

type Body = {
  readonly group: { readonly id: string; readonly code: string; readonly status: number } & Record<
    string,
    unknown
  >;
  readonly members: readonly {
    readonly key: string;
    readonly case: { readonly id: string; readonly code: string; readonly status: number } & Record<
      string,
      unknown
    >;
  }[];
  readonly undecided: readonly string[];
};

async function submission(keys = BIRTH, groupCode = "2.000986"): Promise<Record<string, unknown>> {
  return {
    groupId: uuidv7(room.app.clock.read(), randomBytes(10)),
    groupCode,
    receivingUnitId: await room.unitId("H21.106.01"),
    applicantName: "Nguyễn Thị Lụa",
    applicantNumber: "064185004321",
    members: await Promise.all(
      keys.map(async (key) => ({ key, decidingUnitId: await room.unitId("H21.106"), papers: PAPER })),
    ),
  };
}

async function received(): Promise<Body> {
  const answer = await room.api("wardDesk", "/api/v1/case-groups", await submission());
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Body>();
}

const read = async (id: string) => (await room.get("wardDesk", `/api/v1/case-groups/${id}`)).json<Body>();
const statuses = ({ members }: Body) => members.map(({ case: { status } }) => status);

/** Lets the program do what it does by itself every minute. */
async function follow(): Promise<void> {
  const job = room.app.jobs.find(({ name }) => name === "follow-groups");
  await job?.run(undefined, { now: room.app.clock.read(), progress: async () => {} });
}

/** Declares days of rest and lets the open cases follow. */
async function declareRest(rest: string): Promise<void> {
  const found = await room.app.db.ownerPool.query<{ version: string }>(
    "select version from organisation.working_calendar order by id desc limit 1",
  );
  const words = { name: "Nghỉ bão", decision: "12/QĐ-UBND", reason: "Bão" };
  const previous = found.rows[0]?.version ?? "";
  const answer = await room.form("controller", "/officer/calendar/declare", { rest, previous, ...words });
  if (answer.statusCode !== 303) throw new Error(answer.body);
  const job = room.app.jobs.find(({ name }) => name === "recompute-deadlines");
  await job?.run({}, { now: room.app.clock.read(), progress: async () => {} });
}

const dues = ({ group, members }: Body) => [group.dueAt, ...members.map(({ case: one }) => one.dueAt)];

/** A verb of whoever holds the post in the ward. */
async function ward(post: string, verb: string, id: string, input: unknown = {}): Promise<void> {
  const found = await room.app.db.ownerPool.query<{ username: string }>(
    `select a.username from accounts.account as a join organisation.post as p on p.officer_id = a.officer_id
     where p.unit_id = $1 and p.kind = $2 limit 1`,
    [await room.unitId(post === "desk-officer" ? "H21.106.01" : "H21.106"), post],
  );
  const session = await room.app.signedIn(found.rows[0]?.username ?? `no ${post}`);
  const answer = await room.app.inject({
    method: "POST",
    url: `/api/v1/cases/${id}/${verb}`,
    payload: { input } as object,
    cookies: { ...session.cookies },
    headers: { "x-csrf-token": session.csrf },
  });
  if (answer.statusCode >= 300) throw new Error(`${post} ${verb}: ${answer.body}`);
}

/** Takes a member from where it lies to its result. */
async function finish(id: string): Promise<void> {
  for (;;) {
    const { case: one } = (await room.get("wardDesk", `/api/v1/cases/${id}`)).json<{
      case: { status: number; openSteps: { work: string; post: string }[] };
    }>();
    const [step] = one.openSteps;
    if (step === undefined || one.status >= 9) return;
    if (step.work === "process")
      await ward(step.post, "draft-result", id, { kind: "granted", title: "Kết quả", content: "Đồng ý" });
    const verb = { approve: "approve", issue: "issue" }[step.work] ?? "pass-on";
    await ward(step.post, verb, id);
  }
}

const stop = (id: string) => ward("leader", "stop", id, { reason: "Trẻ đã được đăng ký", basis: "Điều 13" });

async function sound(): Promise<void> {
  expect((await rebuild(room.app.db.ownerPool, { check: true })).mended).toEqual([]);
  expect((await checkChain(room.app.db.ownerPool)).faults).toEqual([]);
}

describe("an interconnected group", () => {
  test("is received once: a parent and a case for each procedure, those that follow others wait", async () => {
    const group = await received();
    expect(group.group).toMatchObject({ status: 2, code: "H21.106-261123-0001" });
    // Three working days for all together; the birth is answered on its day.
    expect(group.group.dueAt).toBe("2026-11-26T16:30+07:00");
    expect(group.members.map(({ key, case: one }) => [key, one.code, one.status, one.dueAt])).toEqual([
      ["birth", "H21.106-261123-0002", 2, "2026-11-23T16:30+07:00"],
      ["residence", "H21.106-261123-0003", 1, undefined],
      ["insurance", "H21.106-261123-0004", 1, undefined],
    ]);
    await sound();
  });

  test("sent twice is one group, and a group without its parent's row in the table is mended by rebuild", async () => {
    const form = await submission();
    const first = (await room.api("wardDesk", "/api/v1/case-groups", form)).json<Body>();
    const again = (await room.api("wardDesk", "/api/v1/case-groups", form)).json<Body>();
    expect(again).toEqual(first);
    const { ownerPool } = room.app.db;
    await ownerPool.query("delete from cases.group_member");
    expect((await rebuild(ownerPool, { check: false })).mended).toEqual([first.group.id]);
    expect(await read(first.group.id)).toEqual(first);
  });

  test("after the cut-off the days begin with the next working day", async () => {
    room.app.clock.moveTo(instantOf("2026-11-23", 15 * 60 + 5));
    const { group } = await received();
    expect(group.dueAt).toBe("2026-11-27T16:30+07:00");
    const explained = await room.get("wardDesk", `/api/v1/cases/${group.id}/deadline`);
    expect(explained.json()).toMatchObject({ agrees: true });
    const verified = { ...(await submission()), verification: true };
    const longer = (await room.api("wardDesk", "/api/v1/case-groups", verified)).json<Body>();
    expect(longer.group.dueAt).toBe("2026-12-01T16:30+07:00");
  });

  test("goes on by itself: with the birth's result the two others begin, with theirs the group is done", async () => {
    const group = await received();
    const [birth, residence, insurance] = group.members.map(({ case: one }) => one.id);
    await follow();
    expect(statuses(await read(group.group.id))).toEqual([2, 1, 1]);
    await finish(birth ?? "");
    await follow();
    await follow();
    const going = await read(group.group.id);
    expect(statuses(going)).toEqual([9, 2, 2]);
    expect(going.members[1]?.case.receivedAt).toBe("2026-11-23T09:00+07:00");
    for (const id of [residence, insurance]) await finish(id ?? "");
    await follow();
    const done = await read(group.group.id);
    expect(done.group).toMatchObject({ status: 9, verdict: "early" });
    await ward("desk-officer", "hand-over", group.group.id, {
      method: "counter",
      collectorName: "Lụa",
      check: "receipt",
    });
    expect((await read(group.group.id)).group.status).toBe(10);
    await sound();
  });

  test("whose member fails does nothing silently: its desk must close or continue each that is left", async () => {
    const group = await received();
    const { id } = group.group;
    await ward("desk-officer", "pass-on", group.members[0]?.case.id ?? "");
    await stop(group.members[0]?.case.id ?? "");
    await follow();
    let now = await read(id);
    expect(statuses(now)).toEqual([8, 1, 1]);
    expect(now.undecided).toEqual(["residence", "insurance"]);
    const works = (now.group.openSteps as { work: string; dueAt?: string }[]).map((one) => [
      one.work,
      one.dueAt,
    ]);
    expect(works).toContainEqual(["group-decision", "2026-11-24T09:00+07:00"]);
    expect((await room.get("wardDesk", "/officer")).body).toContain("Quyết định về nhóm liên thông");
    await follow();
    expect(await read(id)).toEqual(now);

    const decide = (decisions: unknown, person: "wardDesk" | "desk" | "leader" = "wardDesk") =>
      room.api(person, `/api/v1/case-groups/${id}/decisions`, { input: { decisions } });
    const goes = { key: "residence", decision: "continue", reason: "Trẻ đã có giấy khai sinh từ trước" };
    const ends = { key: "insurance", decision: "close", reason: "Thẻ đã cấp ở nơi khác" };
    expect((await decide([goes])).json()).toMatchObject({
      status: 422,
      type: expect.stringContaining("group-decisions-missing"),
    });
    expect((await decide([goes, { ...ends, reason: " " }])).statusCode).toBe(400);
    expect((await decide([goes, ends], "desk")).statusCode).toBe(403);
    expect((await decide([goes, ends], "leader")).statusCode).toBe(403);
    expect(statuses(await read(id))).toEqual([8, 1, 1]);

    expect((await decide([goes, ends])).statusCode).toBe(200);
    now = await read(id);
    expect(statuses(now)).toEqual([8, 2, 3]);
    expect(now.undecided).toEqual([]);
    expect((await decide([goes, ends])).json()).toMatchObject({ status: 409 });
    await follow();
    await finish(now.members[1]?.case.id ?? "");
    await follow();
    expect((await read(id)).group.status).toBe(9);
    await sound();
  });

  test("that is closed as a whole ends without a result, also what is worked on", async () => {
    const form = await submission(["death", "residence-end", "funeral"], "LT.KHAI-TU");
    const group = (await room.api("wardDesk", "/api/v1/case-groups", form)).json<Body>();
    const { id } = group.group;
    await finish(group.members[0]?.case.id ?? "");
    await follow();
    await ward("desk-officer", "pass-on", group.members[1]?.case.id ?? "");
    await stop(group.members[1]?.case.id ?? "");
    await follow();
    expect((await read(id)).undecided).toEqual(["funeral"]);
    const decisions = [{ key: "funeral", decision: "close", reason: "Người thân không yêu cầu nữa" }];
    const answer = await room.api("wardDesk", `/api/v1/case-groups/${id}/decisions`, {
      input: { decisions },
    });
    expect(answer.statusCode).toBe(200);
    expect(statuses(answer.json<Body>())).toEqual([9, 8, 8]);
    expect(answer.json<Body>().group.status).toBe(9);
    await sound();
  });

  test("is one's own desk's: not another's, not a specialist's; withdrawn and stopped are its members alone", async () => {
    const form = await submission();
    for (const person of ["desk", "specialist", "leader", "clerk"] as const)
      expect((await room.api(person, "/api/v1/case-groups", form)).statusCode).toBe(403);
    const unknown = await room.api("wardDesk", "/api/v1/case-groups", { ...form, groupCode: "9.9" });
    expect(unknown.statusCode).toBe(422);
    const part = await room.api("wardDesk", "/api/v1/case-groups", await submission(["birth"]));
    expect(part.statusCode).toBe(422);
    const { group, members } = await received();
    expect((await room.get("desk", `/api/v1/case-groups/${group.id}`)).statusCode).toBe(403);
    const child = members[0]?.case.id ?? "";
    expect((await room.get("wardDesk", `/api/v1/case-groups/${child}`)).statusCode).toBe(404);
    const withdraw = { reason: "Đổi ý", proof: "confirmation-code", code: "ABCDE-ABCDE" };
    const refused = await room.api("wardDesk", `/api/v1/cases/${group.id}/withdraw`, { input: withdraw });
    expect(refused.json()).toMatchObject({ status: 409, type: expect.stringContaining("group-parent") });
  });
});

describe("the date of a member of a group", () => {
  /** A group whose birth has its result at this moment; the others have begun. */
  async function begun(at: number): Promise<Body> {
    const group = await received();
    await room.wait(at - room.app.clock.read());
    await finish(group.members[0]?.case.id ?? "");
    await follow();
    return read(group.group.id);
  }
  const explained = async ({ members }: Body, index = 1) =>
    (await room.get("wardDesk", `/api/v1/cases/${members[index]?.case.id}/deadline`)).json();

  test("never lies after that of the whole group, says why, and moves with it when a holiday is declared", async () => {
    const group = await begun(instantOf("2026-11-23", 10 * 60));
    expect(dues(group).slice(0, 3)).toEqual([
      "2026-11-26T16:30+07:00",
      "2026-11-23T16:30+07:00",
      "2026-11-26T16:30+07:00",
    ]);
    expect(await explained(group)).toMatchObject({
      agrees: true,
      sections: [
        {
          dueAt: "2026-11-26T16:30+07:00",
          group: {
            from: "2026-11-23T09:00+07:00",
            limit: { amount: 3, unit: "working-day" },
            dueAt: "2026-11-26T16:30+07:00",
            ownDueAt: "2026-12-02T16:30+07:00",
          },
        },
      ],
    });
    const page = await room.get("wardDesk", `/officer/cases/${group.members[1]?.case.id}/explain`);
    expect(page.body).toContain(
      "Cả nhóm liên thông phải xong trong 3 ngày làm việc kể từ 09:00 ngày 23/11/2026, tức 16:30 ngày 26/11/2026",
    );
    await declareRest("25/11/2026");
    const moved = await read(group.group.id);
    expect([dues(moved)[0], dues(moved)[2]]).toEqual(["2026-11-27T16:30+07:00", "2026-11-27T16:30+07:00"]);
    expect(moved.group.openSteps).toMatchObject([{ work: "coordinate", dueAt: "2026-11-27T16:30+07:00" }]);
    expect(await explained(moved)).toMatchObject({
      agrees: true,
      sections: [{}, { kind: "recomputed", group: { ownDueAt: "2026-12-03T16:30+07:00" } }],
    });
    // Days that its own limit alone would span move nothing.
    await declareRest("01/12/2026");
    expect(dues(await read(group.group.id))).toEqual(dues(moved));
    await sound();
  });

  test("is its own where the group's has passed before the member could begin", async () => {
    const group = await begun(instantOf("2026-11-30", 9 * 60));
    expect([dues(group)[0], dues(group)[2]]).toEqual(["2026-11-26T16:30+07:00", "2026-12-09T16:30+07:00"]);
    expect((await explained(group)).sections[0]).not.toHaveProperty("group");
    await declareRest("26/11/2026, 27/11/2026, 01/12/2026");
    const moved = await read(group.group.id);
    expect([dues(moved)[0], dues(moved)[2]]).toEqual(["2026-11-30T16:30+07:00", "2026-12-10T16:30+07:00"]);
    expect(await explained(moved)).toMatchObject({ agrees: true });
    await sound();
  });

  test("is counted anew with the time of the whole when missing papers have come", async () => {
    const group = await begun(instantOf("2026-11-23", 10 * 60));
    const id = group.members[1]?.case.id ?? "";
    const missing = { items: ["Giấy tờ chỗ ở"], reason: "Thiếu" };
    await ward("desk-officer", "pass-on", id);
    await ward("specialist", "propose-supplement", id, missing);
    await ward("desk-officer", "request-supplement", id, missing);
    await room.wait(instantOf("2026-12-01", 9 * 60) - room.app.clock.read());
    await ward("desk-officer", "complete-supplement", id, { papers: ["Giấy tờ chỗ ở"] });
    expect(dues(await read(group.group.id))[2]).toBe("2026-12-04T16:30+07:00");
    expect(await explained(group)).toMatchObject({ agrees: true });
    await declareRest("03/12/2026");
    expect(dues(await read(group.group.id))[2]).toBe("2026-12-07T16:30+07:00");
    expect(await explained(group)).toMatchObject({ agrees: true });
    await sound();
  });
});
