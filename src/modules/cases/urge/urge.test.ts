import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS, instantOf, localDateOf, minuteOfDay } from "../../../kernel/time.ts";
import { buildCalendar, nextWorkingDay } from "../../../kernel/working-calendar.ts";
import { contextFor } from "../case-context.ts";
import { listActions } from "../case-store.ts";
import { replay } from "../domain/evolve.ts";
import { urgingsOf } from "../domain/urgings.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { urge } from "./urge.ts";

let room: OfficerRoom;
beforeAll(async () => {
  room = await officerRoom();
});
afterAll(() => room.close());

const TEXT = { text: "Đề nghị thẩm định xong trong hôm nay" };
const refusalOf = async (result: ReturnType<OfficerRoom["run"]>) => {
  const answer = await result;
  return answer.ok ? undefined : answer.refusal;
};

describe("urging", () => {
  test("the leader of the unit urges, the holder sees it first and answers", async () => {
    const state = await room.caseAt("specialist");
    const urged = value(await room.run("leader", "urge", state, TEXT));
    expect(urged.urge).toMatchObject({ step: 2, text: TEXT.text, officerId: room.actor("leader").id });
    expect(urged.status).toBe(state.status);
    expect(urged.clock).toEqual(state.clock);
    const screen = (await room.get("specialist", `/officer/cases/${state.id}`)).body;
    expect(screen).toContain("Lãnh đạo đôn đốc: bà/ông cần trả lời");
    expect(screen.indexOf('id="form-answer-urge"')).toBeGreaterThan(0);
    expect(screen.indexOf('id="form-answer-urge"')).toBeLessThan(screen.indexOf('id="form-draft-result"'));
    const answered = value(await room.run("specialist", "answer-urge", urged, { text: "Xong trước 16:00" }));
    expect(answered.urge).toBeUndefined();
    const story = (await room.get("leader", `/officer/cases/${state.id}`)).body;
    expect(story).toContain("Lãnh đạo đôn đốc giải quyết");
    expect(story).toContain("Xong trước 16:00");
    expect(story).not.toContain("đang chờ trả lời");
  });

  test("two steps that are urged each wait for their own answer", async () => {
    const state = await room.caseAt("specialist");
    const unitId = room.actor("stranger").posts[0]?.unitId;
    const question = { unitId, question: "Có vướng gì không?", workingDays: 3 };
    const asked = value(await room.run("specialist", "ask-opinion", state, question));
    const [work, opinion] = asked.open.map((step) => step.seq);
    value(await room.run("leader", "urge", { id: state.id }, { ...TEXT, step: work }));
    const both = value(
      await room.run("leader", "urge", { id: state.id }, { text: "Trả lời", step: opinion }),
    );
    expect(urgingsOf(both).map((one) => one.step)).toEqual([work, opinion]);
    expect(await refusalOf(room.run("leader", "urge", { id: state.id }, { ...TEXT, step: work }))).toBe(
      "urge-pending",
    );
    const screen = (await room.get("specialist", `/officer/cases/${state.id}`)).body;
    expect(screen).toContain(TEXT.text);
    const first = value(await room.run("specialist", "answer-urge", { id: state.id }, { text: "Chiều nay" }));
    expect(urgingsOf(first).map((one) => one.step)).toEqual([opinion]);
    const second = value(await room.run("stranger", "answer-urge", { id: state.id }, { text: "Sáng mai" }));
    expect(urgingsOf(second)).toEqual([]);
    const actions = await listActions(room.deps.database.pool, state.id);
    expect(replay(actions)).toEqual(second);
  });

  test("done work answers too", async () => {
    const state = await room.caseAt("drafted");
    value(await room.run("divisionHead", "urge", state, TEXT));
    const passed = value(await room.run("specialist", "pass-on", { id: state.id }));
    expect(passed.urge).toBeUndefined();
  });

  test("the desk that received urges the unit that decides, as is its duty", async () => {
    const state = await room.caseAt("specialist");
    expect(value(await room.run("deskLeader", "urge", state, TEXT)).urge?.step).toBe(2);
  });

  test("nothing is urged twice within a working day, the next day it may be again", async () => {
    const state = await room.caseAt("specialist");
    value(await room.run("leader", "urge", state, TEXT));
    expect(await refusalOf(room.run("divisionHead", "urge", { id: state.id }, TEXT))).toBe("urge-pending");
    room.clock.moveTo(room.clock.read() + DAY_MS);
    value(await room.run("divisionHead", "urge", { id: state.id }, TEXT));
    const actions = await listActions(room.deps.database.pool, state.id);
    expect(actions.filter((action) => action.data.type === "urged")).toHaveLength(2);
  });

  test("an online case that nobody accepts is urged too: its eight hours run", async () => {
    const filed = await room.file();
    const urged = value(await room.run("deskLeader", "urge", filed, TEXT));
    expect(urged).toMatchObject({ status: 1, urge: { step: 1 } });
    expect(await refusalOf(room.run("leader", "urge", { id: filed.id }, TEXT))).toBe("urge-pending");
    expect(value(await room.run("desk", "answer-urge", { id: filed.id }, { text: "Chiều nay" })).urge).toBe(
      undefined,
    );
  });

  test("a half day is a working day too: the morning after it may be urged again", async () => {
    const state = await room.caseAt("specialist");
    value(await room.run("leader", "urge", state, TEXT));
    const again = replay(await listActions(room.deps.database.pool, state.id));
    const now = room.clock.read();
    const today = localDateOf(now);
    const context = await contextFor(room.deps, room.actor("divisionHead"), again, now);
    const sessions = context.calendar.sessions.slice(0, 1);
    const half = { date: today, working: true, sessions, name: "", source: "" };
    const calendar = buildCalendar({ ...context.calendar, exceptions: [half] });
    const nextDay = nextWorkingDay(calendar, today);
    const urgedNext = (minute: number) =>
      urge.may(again, { ...context, calendar, now: instantOf(nextDay, minute) });
    const minute = minuteOfDay(now);
    expect(urgedNext(minute - 1)).toMatchObject({ refusal: "urge-pending" });
    expect(urgedNext(minute)).toBeUndefined();
  });

  test("nobody urges without leading, for another unit, or themselves", async () => {
    const state = await room.caseAt("specialist");
    expect(await refusalOf(room.run("specialist", "urge", state, TEXT))).toBe("not-permitted");
    expect(await refusalOf(room.run("controller", "urge", state, TEXT))).toBe("not-permitted");
    const review = await room.caseAt("division-head");
    expect(await refusalOf(room.run("divisionHead", "urge", review, TEXT))).toBe("urge-own-work");
  });

  test("what waits for the applicant, and what has ended, cannot be urged", async () => {
    const waiting = await room.caseAt("return");
    expect(await refusalOf(room.run("leader", "urge", waiting, TEXT))).toBe("nothing-to-urge");
    const ended = await room.caseAt("returned");
    expect(await refusalOf(room.run("leader", "urge", ended, TEXT))).toBe("case-ended");
  });

  test("only the holder answers, and only while something was urged", async () => {
    const state = await room.caseAt("specialist");
    const answer = { text: "Sẽ xong" };
    expect(await refusalOf(room.run("specialist", "answer-urge", state, answer))).toBe("no-urge");
    value(await room.run("leader", "urge", state, TEXT));
    expect(await refusalOf(room.run("clerk", "answer-urge", { id: state.id }, answer))).toBe("not-your-step");
    value(
      await room.run("divisionHead", "assign", { id: state.id }, { officerId: room.actor("specialist").id }),
    );
    expect(await refusalOf(room.run("otherSpecialist", "answer-urge", { id: state.id }, answer))).toBe(
      "held-by-other",
    );
    expect(await refusalOf(room.run("controller", "answer-urge", { id: state.id }, answer))).toBe(
      "not-permitted",
    );
  });

  test("an urging without a word comes back with what is missing", async () => {
    const state = await room.caseAt("specialist");
    const answer = await room.post("leader", `/officer/cases/${state.id}/urge`, { text: " " });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("Nội dung đôn đốc: Ô này chưa điền.");
  });
});
