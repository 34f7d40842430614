import { expect, test } from "vitest";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { evolve } from "../domain/evolve.ts";
import { decideBatch } from "../recompute-deadlines/decide-batch.ts";
import { handOverDecision } from "./hand-over-rule.ts";

const [DECIDES, DESK, ASKED, NEXT] = [1, 2, 3, 10];
const step = (seq: number, unitId: number) => ({ seq, unitId, post: "specialist" });
const state = {
  status: 4,
  decidingUnitId: DECIDES,
  receivingUnitId: DESK,
  open: [step(5, DECIDES), step(6, DESK), step(7, ASKED)],
  done: [],
  applicant: {},
} as unknown as CaseState;
const after = { holds: () => false, calendarVersion: () => "2026-1" };

/** What is in doubt where nobody knows which part of these units took over. */
function doubts(...split: readonly number[]) {
  const order = { reorganisation: 1, decision: "1/NQ" };
  const unsure = "part-unknown" as const;
  const route = (unit: number) => (split.includes(unit) ? { to: NEXT, unsure } : undefined);
  const decided = handOverDecision(state, { ...order, route }, after);
  return decided?.data.type === "handed-to-successor" ? decided.data.doubts : undefined;
}

test("each unit of which nobody knows who took over is a doubt of its own, the deciding one first; a desk is none", () => {
  const why = "part-unknown";
  expect(doubts(DESK)).toBeUndefined();
  expect(doubts(ASKED, DESK)).toEqual([{ from: ASKED, to: NEXT, why, steps: [7] }]);
  expect(doubts(ASKED, DECIDES)).toEqual([
    { from: DECIDES, to: NEXT, why },
    { from: ASKED, to: NEXT, why, steps: [7] },
  ]);
});

test("the time to accept an online case goes on by the calendar that dated it where the successor's is another", async () => {
  const accept = { ...step(1, DESK), work: "accept", openedAt: 1, dueAt: 2, budgetMinutes: 480 };
  const filed = { ...state, version: 1, status: 1, clock: {}, open: [accept], acceptance: { dueAt: 2 } };
  /** By whose calendar the time is counted again after the desk was taken over. */
  const countedAgainBy = async (nextCalendar: string) => {
    const before = filed as unknown as CaseState;
    const route = (unit: number) => (unit === DESK ? { to: NEXT } : undefined);
    const calendarVersion = (unit: number) => (unit === NEXT ? nextCalendar : "2026-1");
    const order = { reorganisation: 1, decision: "1/NQ", route };
    const decision = handOverDecision(before, order, { ...after, calendarVersion });
    if (decision === undefined) throw new Error("the desk has a successor");
    const action: CaseAction = { caseId: "", seq: 2, at: 3, by: { kind: "system" }, ...decision };
    const handed = evolve(before, action);
    expect(handed.open).toMatchObject([{ unitId: NEXT, dueAt: 2 }]);
    const asked: number[] = [];
    const calendarsOf = (unit: number) => void asked.push(unit);
    await decideBatch({} as never, {} as never, [{ state: handed, headHash: Buffer.alloc(0) }], calendarsOf);
    return asked;
  };
  expect(await countedAgainBy("2026-9")).toEqual([DESK]);
  expect(await countedAgainBy("2026-1")).toEqual([NEXT]);
});
