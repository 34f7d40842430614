import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDateTime, instantOf } from "../../../kernel/time.ts";
import { findCase, listActions } from "../case-store.ts";
import type { CaseState } from "../domain/case-state.ts";
import { dueCauses } from "../due-causes.ts";
import { explainCase } from "../explain-deadline/explain-case.ts";
import { openSteps } from "../for-steering/open-steps.query.ts";
import { verdictFacts } from "../for-steering/verdict-facts.query.ts";
import { rebuild } from "../history/rebuild.ts";
import { type OfficerRoom, officerRoom, value } from "../testing/officer-room.ts";
import { calendarEffects } from "./calendar-effects.ts";
import type { RecomputeDeps } from "./decide-batch.ts";
import { movedCounts } from "./moved-cases.query.ts";
import { recomputeDeadlines } from "./recompute-deadlines.ts";
import { countCandidates } from "./recompute-store.ts";

let room: OfficerRoom;
let deps: RecomputeDeps;
const walk = () => recomputeDeadlines(deps, async () => {});
const stateOf = async ({ id }: CaseState): Promise<CaseState> => {
  const found = await findCase(room.deps.database.pool, id);
  if (found === undefined) throw new Error("no such case");
  return found.state;
};
const owed = async (state: CaseState) => {
  const { acceptance, open } = await stateOf(state);
  expect(open.map(({ dueAt }) => dueAt)).toEqual([acceptance?.dueAt]);
  return formatDateTime(acceptance?.dueAt ?? 0);
};

beforeAll(async () => {
  room = await officerRoom();
  const { database, clock, process } = room.deps;
  deps = { database, clock, process, calendars: room.calendars };
});
afterAll(() => room.close());

describe("a holiday that is declared while an online case waits to be accepted", () => {
  it("moves the time that the desk has, so that who accepts on the next working morning is not late", async () => {
    room.clock.moveTo(instantOf("2027-01-15", 15 * 60));
    const state = await room.file();
    expect(await owed(state)).toBe("15:00 ngày 18/01/2027");
    const preview = await calendarEffects(deps).preview({
      changes: [{ date: "2027-01-18", as: "rest" }],
      name: "Nghỉ bão",
      decision: "12/QĐ-UBND",
      scope: undefined,
    });
    expect(preview).toMatchObject({
      effects: { looked: 1, moved: 1, becameLate: 0, first: [{ code: state.code, of: "acceptance" }] },
    });
    const version = await room.declare({ rest: "18/01/2027", name: "Nghỉ bão" });
    expect(await walk()).toEqual({ done: 1, total: 1, moved: 1, unexplained: 0 });
    expect(await owed(state)).toBe("15:00 ngày 19/01/2027");
    expect((await movedCounts(room.deps.database.pool, room.actor("controller"), version)).moved).toBe(1);
    const [step] = await openSteps(room.db.database.pool, { limit: 10 });
    expect(step).toMatchObject({ caseId: state.id, dueAt: instantOf("2027-01-19", 15 * 60) });
    expect(await walk()).toMatchObject({ done: 1, moved: 0 });
    room.clock.moveTo(instantOf("2027-01-19", 7 * 60 + 30));
    const accepted = value(await room.run("desk", "accept", { id: state.id }));
    expect(accepted.acceptance?.late).toBeUndefined();
    expect(await verdictFacts(room.db.database.pool, [state.id])).toMatchObject([{ acceptedLate: false }]);
    const page = (await room.get("desk", `/officer/cases/${state.id}`)).body;
    expect(page).toContain("Lịch làm việc thay đổi (Nghỉ bão: nghỉ 18/01/2027), hạn tiếp nhận được tính lại");
    const actions = await listActions(room.deps.database.pool, state.id);
    expect(await explainCase(room.deps, actions)).toMatchObject({
      agrees: true,
      sections: [{ kind: "counted", why: "started" }],
    });
    // From now on the days move its appointment, once.
    await room.declare({ rest: "20/01/2027" });
    expect(await walk()).toMatchObject({ done: 1, moved: 1, unexplained: 0 });
    expect((await stateOf(state)).acceptance?.dueAt).toBe(instantOf("2027-01-19", 15 * 60));
    expect((await rebuild(room.db.ownerPool, { check: true })).mended).toEqual([]);
  });

  it("counts by the calendar of the desk, names what moved it, and taken back gives the old time back", async () => {
    room.clock.moveTo(instantOf("2027-02-22", 15 * 60));
    const state = await room.file();
    await room.declare({ unit: "H21.18", rest: "23/02/2027" });
    await walk();
    expect(await owed(state)).toBe("15:00 ngày 23/02/2027");
    await room.declare({ unit: "H21.00.01", rest: "23/02/2027", name: "Mất điện" });
    await room.declare({ unit: "H21.00.01", rest: "10/03/2027", name: "Ngày hội" });
    await walk();
    expect(await owed(state)).toBe("15:00 ngày 24/02/2027");
    const actions = await listActions(room.deps.database.pool, state.id);
    expect(actions.at(-1)?.data).toMatchObject({ of: "acceptance", causes: [{ name: "Mất điện" }] });
    await room.declare({ unit: "H21.00.01", ordinary: "23/02/2027" });
    await walk();
    expect(await owed(state)).toBe("15:00 ngày 23/02/2027");
    expect((await rebuild(room.db.ownerPool, { check: true })).mended).toEqual([]);
  });

  it("looks only at those that days from then on can move", async () => {
    const { pool } = room.deps.database;
    expect(await countCandidates(pool, instantOf("2027-02-23", 15 * 60))).toBe(1);
    expect(await countCandidates(pool, instantOf("2027-02-23", 15 * 60 + 1))).toBe(0);
  });

  it("says of hours of intake what they are", async () => {
    room.clock.moveTo(instantOf("2027-03-05", 15 * 60));
    const state = await room.file();
    const intake = "thứ 2–thứ 6 07:00-11:30";
    await room.declare({ unit: "H21.00.01", name: "Đổi giờ", intake, intakeFrom: "08/03/2027" });
    await walk();
    expect(await owed(state)).not.toBe("15:00 ngày 08/03/2027");
    const told = "Đổi giờ: giờ tiếp nhận hồ sơ từ 08/03/2027: thứ hai–thứ sáu 07:00–11:30";
    const page = (await room.get("desk", `/officer/cases/${state.id}`)).body;
    expect(page).toContain(`Lịch làm việc thay đổi (${told}), hạn tiếp nhận được tính lại`);
    const back = { unit: "H21.00.01", name: "Như cũ", intake: "như giờ làm việc", intakeFrom: "08/03/2027" };
    await room.declare(back);
    await walk();
    expect(await owed(state)).toBe("15:00 ngày 08/03/2027");
    const actions = await listActions(room.deps.database.pool, state.id);
    const causes = actions.flatMap(({ data }) => (data.type === "due-recomputed" ? [data.causes] : []));
    expect(causes.map((one) => dueCauses(one, "vi"))).toEqual([
      told,
      "Như cũ: giờ tiếp nhận hồ sơ từ 08/03/2027: như giờ làm việc",
    ]);
    // What was kept before the hours of intake were: the name alone.
    const older = { name: "Đổi giờ", decision: "1/QĐ", rest: [], working: [], ordinary: [] };
    expect(dueCauses([older], "vi")).toBe("Đổi giờ");
  });
});
