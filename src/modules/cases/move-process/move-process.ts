import type { PoolClient } from "pg";
import { enqueueJob, type Job } from "../../../platform/jobs.ts";
import type { ProcessDefinition } from "../../processes/index.ts";
import { findCase, type LoadedCase } from "../case-store.ts";
import type { CasesDeps } from "../cases-deps.ts";
import type { CaseAction } from "../domain/case-action.ts";
import { evolve } from "../domain/evolve.ts";
import {
  countMoved,
  findMove,
  type KeptMove,
  leaveMoveLock,
  type MovedCase,
  noteMove,
  runningCases,
  saveMoved,
  tryMoveLock,
  unfinishedMoves,
} from "./move-store.ts";
import { MOVABLE, moveCase } from "./moved-case.ts";

export type MoveDeps = Pick<CasesDeps, "database" | "clock" | "process" | "calendarOf">;

/** The job that moves running cases to a new version of their process. */
export const MOVE_JOB = "move-running-cases";

const CASES_A_BATCH = 250;
/** Whoever was changed meanwhile is tried again; who is always changed stays and is counted so. */
const TRIES = 5;

/** Carries out the moves that were ordered, each when its day has come; and who looks whether one was cut short. */
export function moveJobs(deps: MoveDeps): readonly Job[] {
  return [
    {
      name: MOVE_JOB,
      run: async (payload, { progress }) => {
        const id = moveOf(payload);
        const far =
          id === undefined
            ? undefined
            : await alone(deps, id, async () => {
                const move = await findMove(deps.database.pool, id);
                if (move === undefined || move.endedAt) return undefined;
                return moveRunningCases(deps, move, progress);
              });
        if (far === undefined) return { message: "nothing to move" };
        return { done: far.done, message: `${far.moved} of ${far.done} running cases moved` };
      },
    },
    {
      name: "watch-moves",
      schedule: { everyMinutes: 1 },
      run: async () => {
        const unfinished = await unfinishedMoves(deps.database.pool);
        for (const id of unfinished)
          await alone(deps, id, (client) =>
            enqueueJob(client, MOVE_JOB, { move: id }, { key: `${MOVE_JOB} ${id}` }),
          );
        return unfinished.length === 0 ? undefined : { message: `${unfinished.length} moves unfinished` };
      },
    },
  ];
}

/** Does the work unless another process is at this move; undefined where one is. */
async function alone<T>(
  { database }: MoveDeps,
  id: number,
  work: (client: PoolClient) => Promise<T>,
): Promise<T | undefined> {
  const client = await database.aside.connect();
  try {
    if (!(await tryMoveLock(client, id))) return undefined;
    try {
      return await work(client);
    } finally {
      await leaveMoveLock(client, id);
    }
  } finally {
    client.release();
  }
}

export type MoveWalk = Pick<KeptMove, "done" | "total" | "moved" | "stayed">;

/**
 * Moves the running cases of the old versions, each with one action. May be stopped at any moment and run again: who
 * was moved is no longer of an old version. Constant memory, two statements for each 250 cases.
 */
export async function moveRunningCases(
  deps: MoveDeps,
  move: KeptMove,
  onProgress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<MoveWalk> {
  const { pool } = deps.database;
  const begun = deps.clock();
  const { code } = await deps.process(move.toProcessId);
  const of = { processIds: move.fromProcessIds, code };
  const left = await countMoved(pool, of);
  // A run that was cut short has moved some already; those that stayed are looked at again.
  let far: MoveWalk = { done: move.moved, total: move.moved + left, moved: move.moved, stayed: 0 };
  const note = async (ended?: number) => {
    await noteMove(pool, move.id, far, ended === undefined ? { begun } : { begun, ended });
    await onProgress(far.done, far.total);
  };
  await note();
  for await (const page of runningCases(pool, of, CASES_A_BATCH)) {
    const moved = await moveBatch(deps, move, page);
    far = {
      done: far.done + page.length,
      total: Math.max(far.total, far.done + page.length),
      moved: far.moved + moved,
      stayed: far.stayed + page.length - moved,
    };
    await note();
  }
  await note(deps.clock());
  return far;
}

async function moveBatch(deps: MoveDeps, move: KeptMove, page: readonly LoadedCase[]): Promise<number> {
  const { pool } = deps.database;
  let left = page;
  let moved = 0;
  for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
    const cases = (await Promise.all(left.map((loaded) => movedCase(deps, move, loaded)))).flat();
    if (cases.length === 0) break;
    const saved = await saveMoved(pool, cases);
    moved += saved.size;
    const lost = cases.filter(({ after }) => !saved.has(after.id));
    const again = await Promise.all(lost.map(({ after }) => findCase(pool, after.id)));
    left = again.flatMap((loaded) => (loaded === undefined ? [] : [loaded]));
  }
  return moved;
}

/** The case with its action; nothing where it stays, has ended meanwhile or was moved already. */
async function movedCase(deps: MoveDeps, move: KeptMove, before: LoadedCase): Promise<readonly MovedCase[]> {
  const { state } = before;
  const { processId, procedureCode, variantCode } = state.matter;
  if (!MOVABLE.includes(state.status) || !move.fromProcessIds.includes(processId)) return [];
  const [from, to] = await Promise.all([deps.process(processId), deps.process(move.toProcessId)]);
  if (to.code !== procedureCode && to.code !== variantCode) return [];
  return decided(deps, move, before, from, to);
}

function decided(
  deps: MoveDeps,
  { toProcessId, mapping, decision }: KeptMove,
  before: LoadedCase,
  from: ProcessDefinition,
  to: ProcessDefinition,
): readonly MovedCase[] {
  const { state } = before;
  const calendar = deps.calendarOf(state.decidingUnitId);
  const made = moveCase(state, { from, to, toProcessId, mapping, decision }, calendar);
  if (typeof made === "string") return [];
  const head = {
    caseId: state.id,
    seq: state.version + 1,
    at: deps.clock(),
    by: { kind: "system" as const },
  };
  const action: CaseAction = { ...head, ...made };
  return [{ before, action, after: evolve(state, action) }];
}

function moveOf(payload: unknown): number | undefined {
  const given = payload as { readonly move?: unknown } | null;
  return typeof given?.move === "number" ? given.move : undefined;
}
