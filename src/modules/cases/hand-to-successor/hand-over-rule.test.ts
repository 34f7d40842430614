import { expect, test } from "vitest";
import type { CaseState } from "../domain/case-state.ts";
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
