import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instantOf, toLocalIso } from "../../../kernel/time.ts";
import { paperNames } from "../case-papers/paper-names.ts";
import { paperOf } from "../case-papers/paper-of.ts";
import { listActions } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { COUNTING_ACTIONS, countBy, countingOf } from "../domain/counting.ts";
import { remarksOf } from "../domain/remarks.ts";
import { openSteps } from "../for-steering/open-steps.query.ts";
import { verdictFacts } from "../for-steering/verdict-facts.query.ts";
import { rebuild } from "../history/rebuild.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";

let room: OfficerRoom;
beforeEach(async () => {
  room = await officerRoom();
});
afterEach(() => room.close());

const filed = (): Promise<CaseState> => room.file();

describe("a case that was filed online", () => {
  test("waits eight working hours for its desk, in its queue and under the warnings of every step", async () => {
    const state = await filed();
    expect(state).toMatchObject({ status: 1, channel: "online", clock: {} });
    expect(toLocalIso(state.acceptance?.dueAt ?? 0)).toBe("2026-11-24T09:00+07:00");
    const [step] = await openSteps(room.db.database.pool, { limit: 10 });
    expect(step).toMatchObject({ caseId: state.id, work: "accept", dueAt: state.acceptance?.dueAt });
    const queue = (await room.get("desk", "/officer")).body;
    expect(queue).toContain(state.code);
    expect(queue).toContain("Tiếp nhận hồ sơ trực tuyến");
    expect((await room.get("desk", `/officer/cases/${state.id}`)).body).toContain("phải được tiếp nhận");
  });

  test("has the eight hours in which its desk receives, Saturday mornings where they are such", async () => {
    room.clock.moveTo(instantOf("2026-11-27", 15 * 60));
    expect(toLocalIso((await filed()).acceptance?.dueAt ?? 0)).toBe("2026-11-30T15:00+07:00");
    const intake = "thứ 2–thứ 6 07:00-11:30, 13:00-16:30; thứ 7 07:00-11:00";
    await room.declare({ unit: "H21.00.01", intake, intakeFrom: "23/11/2026" });
    expect(toLocalIso((await filed()).acceptance?.dueAt ?? 0)).toBe("2026-11-30T09:30+07:00");
    // Received at the counter on Saturday morning: the first day that counts is Monday, Saturday is none.
    room.clock.moveTo(instantOf("2026-11-28", 8 * 60));
    const received = await room.receive();
    expect(received.status).toBe(2);
    expect(toLocalIso(received.clock.dueAt ?? 0)).toBe("2026-12-04T16:30+07:00");
  });

  test("is accepted in time: the limit begins then, the receipt prints, nothing is held against the desk", async () => {
    const state = await filed();
    room.clock.moveTo(instantOf("2026-11-24", 9 * 60));
    for (const person of ["specialist", "leader", "clerk"] as const)
      expect(await room.run(person, "accept", state)).toMatchObject({ refusal: "not-permitted" });
    const accepted = value(await room.run("desk", "accept", state));
    expect(accepted).toMatchObject({ status: 2, receivedAt: room.clock.read() });
    expect(toLocalIso(accepted.clock.dueAt ?? 0)).toBe("2026-12-01T16:30+07:00");
    expect(accepted.acceptance?.late).toBeUndefined();
    expect(remarksOf(accepted, room.clock.read())).toEqual([]);
    const actions = await listActions(room.db.database.pool, state.id);
    // A holiday that is declared later finds the beginning of its limit.
    const counting = countingOf(actions.filter(({ data }) => COUNTING_ACTIONS.includes(data.type)));
    expect(counting && countBy(counting, room.deps.calendarOf(accepted.decidingUnitId))?.dueAt).toBe(
      accepted.clock.dueAt,
    );
    const tracking = { url: "https://motcua.test", secret: "X" };
    const paper = paperOf(actions, 2, paperNames(room.deps.directory), tracking);
    expect(paper?.form).toBe("mau-01");
    expect(
      Buffer.from((await paper?.print()) ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(await room.run("desk", "accept", accepted)).toMatchObject({ refusal: "nothing-to-accept" });
  });

  test("that is accepted late says so for ever, and the honest verdict knows it", async () => {
    const state = await filed();
    room.clock.moveTo(instantOf("2026-11-24", 9 * 60 + 1));
    expect(remarksOf(state, room.clock.read())).toMatchObject([{ kind: "acceptance-late" }]);
    const accepted = value(await room.run("desk", "accept", state));
    expect(accepted.acceptance).toMatchObject({ late: true, answeredAt: room.clock.read() });
    const screen = (await room.get("desk", `/officer/cases/${state.id}`)).body;
    expect(screen).toContain("Tiếp nhận muộn: hồ sơ trực tuyến phải được xem trước 09:00 ngày 24/11/2026");
    expect(screen).toContain("Tiếp nhận hồ sơ muộn, bắt đầu tính thời hạn");
    expect(await verdictFacts(room.db.database.pool, [state.id])).toMatchObject([{ acceptedLate: true }]);
    expect((await rebuild(room.db.ownerPool, { check: true })).mended).toEqual([]);
  });

  test("may be asked for papers before it is accepted, or refused with a reason", async () => {
    const asked = await filed();
    const items = { items: "Bản vẽ", reason: "Thiếu bản vẽ" };
    expect(value(await room.run("desk", "request-supplement", asked, items))).toMatchObject({
      status: 5,
      acceptance: { answeredAt: room.clock.read() },
    });
    const received = value(
      await room.run("desk", "complete-supplement", { id: asked.id }, { papers: "Bản vẽ" }),
    );
    expect(received).toMatchObject({ status: 2, receivedAt: room.clock.read() });
    const refused = await filed();
    const why = { reason: "Không thuộc thẩm quyền" };
    expect(value(await room.run("desk", "refuse-registered", refused, why)).status).toBe(3);
    expect((await rebuild(room.db.ownerPool, { check: true })).mended).toEqual([]);
  });
});
