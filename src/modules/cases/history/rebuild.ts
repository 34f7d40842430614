import { isDeepStrictEqual } from "node:util";
import { actionOfBody } from "../action-codec.ts";
import type { Db } from "../case-store.ts";
import { isRunning } from "../domain/case-status.ts";
import { replay } from "../domain/evolve.ts";
import { type GroupRow, groupRows } from "../group-store.ts";
import { type CaseFileRow, caseFileRow, type StepRow, stepRows } from "../projection.ts";
import { type ActionRow, actionsFrom } from "./history-store.ts";
import { type KeptProjection, keptProjections, writeProjections } from "./projection-store.ts";

export type RebuildReport = {
  readonly cases: number;
  readonly actions: number;
  /** Cases whose rows were not what their actions say, and were mended. */
  readonly mended: readonly string[];
};

/**
 * Replays all actions and makes every projection what the actions say. Rows that are right already are left alone, so
 * that a rebuild of a healthy database writes nothing.
 * @param check only compares; nothing is written.
 */
export async function rebuild(
  db: Db,
  options: { readonly check: boolean; readonly onProgress?: (cases: number) => void },
): Promise<RebuildReport> {
  const mended: string[] = [];
  let cases = 0;
  let actions = 0;
  for await (const { batch, kept } of oneAhead(batchesFrom(db))) {
    const wrong: { file: CaseFileRow; steps: StepRow[]; members: GroupRow[] }[] = [];
    for (const [caseId, rows] of batch) {
      const history = rows.map((row) => actionOfBody(row.body));
      const state = replay(history);
      const head = rows.at(-1)?.hash;
      if (head === undefined) continue;
      const file = caseFileRow(state, head);
      const steps = stepRows([], history, state);
      const members = groupRows(state);
      if (!same(kept.get(caseId), file, steps, members)) {
        wrong.push({ file, steps, members });
        mended.push(caseId);
      }
      cases++;
      actions += rows.length;
    }
    if (wrong.length > 0 && !options.check) await writeProjections(db, wrong);
    options.onProgress?.(cases);
  }
  return { cases, actions, mended };
}

type Batch = {
  readonly batch: ReadonlyMap<string, readonly ActionRow[]>;
  readonly kept: ReadonlyMap<string, KeptProjection>;
};

async function* batchesFrom(db: Db): AsyncGenerator<Batch> {
  for await (const batch of actionsFrom(db))
    yield { batch, kept: await keptProjections(db, [...batch.keys()]) };
}

/** Asks for the next one before the present one is worked on: the database reads while this process replays. */
async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  for (;;) {
    const { done, value } = await next;
    if (done === true) return;
    next = source.next();
    // A fault of the next reading is met when its turn comes, not before.
    next.catch(() => {});
    yield value;
  }
}

function same(
  kept: KeptProjection | undefined,
  file: CaseFileRow,
  steps: readonly StepRow[],
  members: readonly GroupRow[],
): boolean {
  if (kept === undefined) return false;
  const { state, head_hash, ...own } = file;
  const running = isRunning(own.status);
  const columns = {
    ...own,
    running_process: running ? own.process_id : null,
    running_due: running ? own.due_at : null,
  };
  return (
    kept.headHash.equals(head_hash) &&
    isDeepStrictEqual(kept.columns, columns) &&
    isDeepStrictEqual(kept.members, members) &&
    isDeepStrictEqual(
      kept.steps,
      steps.toSorted((a, b) => a.seq - b.seq),
    ) &&
    isDeepStrictEqual(kept.state, JSON.parse(state))
  );
}
