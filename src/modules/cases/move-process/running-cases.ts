import { enqueueJob } from "../../../platform/jobs.ts";
import type { MovePreview, MoveQuestion, RunningCases, StepPreview } from "../../processes/index.ts";
import type { LoadedCase } from "../case-store.ts";
import { MOVE_JOB, type MoveDeps } from "./move-process.ts";
import { countRunning, dropMoves, insertMove, latestMoveTo, runningCases } from "./move-store.ts";
import { type StepMove, stepMoves } from "./moved-case.ts";

/** Small enough for other requests to get their turn in between. */
const CASES_A_PAGE = 250;

/** What the processes ask about the running cases. */
export function runningCasesOf(deps: MoveDeps): RunningCases {
  const { pool } = deps.database;
  return {
    count: (processIds) => countRunning(pool, processIds),
    preview: (question) => previewMove(deps, question),
    order: async (sql, order) => {
      const id = await insertMove(sql, order);
      await enqueueJob(sql, MOVE_JOB, { move: id }, { runAt: order.runAt, key: `${MOVE_JOB} ${id}` });
      return id;
    },
    dropOrders: dropMoves,
    moveTo: async (processId) => {
      const found = await latestMoveTo(pool, processId);
      return found && { ...found, begunAt: found.begunAt ?? undefined, endedAt: found.endedAt ?? undefined };
    },
  };
}

/** Looks at every running case as the move would; changes nothing. */
async function previewMove(deps: MoveDeps, question: MoveQuestion): Promise<MovePreview> {
  const from = new Map(question.from.map(({ id, definition }) => [id, definition]));
  const of = { processIds: [...from.keys()], code: question.to.code };
  const lines = new Map<string, StepPreview>();
  let [open, moves] = [0, 0];
  for await (const page of runningCases(deps.database.pool, of, CASES_A_PAGE)) {
    for (const { state } of page satisfies readonly LoadedCase[]) {
      const { processId } = state.matter;
      const before = from.get(processId);
      if (before === undefined) continue;
      const steps = stepMoves(state, { ...question, from: before }, deps.calendarOf(state.decidingUnitId));
      open++;
      if (steps.every((step) => "becomes" in step)) moves++;
      for (const step of steps) count(lines, processId, step);
    }
  }
  const order = (line: StepPreview) =>
    from.get(line.processId)?.steps.findIndex((step) => step.id === line.step) ?? 0;
  const steps = [...lines.values()].sort((a, b) => b.processId - a.processId || order(a) - order(b));
  return { open, moves, stays: open - moves, steps };
}

function count(lines: Map<string, StepPreview>, processId: number, move: StepMove): void {
  const step = move.step.processStep;
  const end = "becomes" in move ? { becomes: move.becomes.id } : { stays: move.stays };
  const key = `${processId} ${step} ${"becomes" in move ? move.becomes.id : move.stays}`;
  const line = lines.get(key) ?? { processId, step, cases: 0, dueMoves: 0, ...end };
  const dueMoves = "becomes" in move && move.dueAt !== move.step.dueAt ? 1 : 0;
  lines.set(key, { ...line, cases: line.cases + 1, dueMoves: line.dueMoves + dueMoves });
}
