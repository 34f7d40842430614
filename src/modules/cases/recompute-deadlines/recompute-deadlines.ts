import { type Instant, instantOf, MINUTE_MS } from "../../../kernel/time.ts";
import type { LoadedCase } from "../case-store.ts";
import type { CaseAction } from "../domain/case-action.ts";
import { evolve } from "../domain/evolve.ts";
import {
  type CalendarsOfUnit,
  type Decided,
  decideBatch,
  declaredCalendars,
  type RecomputeDeps,
} from "./decide-batch.ts";
import { Pacer } from "./pace.ts";
import {
  candidateIds,
  countCandidates,
  findCases,
  type RecomputedCase,
  saveRecomputed,
} from "./recompute-store.ts";
import type { Recomputed } from "./recomputed-due.ts";

/** What one walk over the open cases came to. */
export type Walk = {
  readonly done: number;
  readonly total: number;
  readonly moved: number;
  /** Cases whose date is not the one that its own calendar gives; left alone, they need a person. */
  readonly unexplained: number;
};

/** Whoever was changed meanwhile is tried again; the next walk takes those who are always changed. */
const TRIES = 5;

/**
 * Makes the appointment of every open case the one that the calendar in force gives. Only cases whose date changes get
 * an action. May be stopped at any moment and run again: what is done already stays as it is. Constant memory; three
 * statements for each batch, the next one read and decided while those before it are written.
 */
export async function recomputeDeadlines(
  deps: RecomputeDeps,
  onProgress: (walk: Walk) => Promise<void>,
  pacer: Pick<Pacer, "batch" | "writers" | "rest"> = new Pacer(deps.pause),
): Promise<Walk> {
  const { pool } = deps.database;
  const from = firstMoment(
    deps.calendars.versions().flatMap(({ changes }) => changes.map(({ date }) => date)),
  );
  if (from === undefined) return { done: 0, total: 0, moved: 0, unexplained: 0 };
  let walk: Walk = { done: 0, total: await countCandidates(pool, from), moved: 0, unexplained: 0 };
  await onProgress(walk);
  const writing: Promise<Saved>[] = [];
  /** Waits until no more than so many batches are being written; a fault is met here, when its turn comes. */
  const settle = async (left: number) => {
    while (writing.length > left) {
      walk = added(walk, await (writing.shift() as Promise<Saved>));
      await onProgress(walk);
    }
  };
  for await (const ids of batchesOf(candidateIds(pool, from), () => pacer.batch)) {
    const since = performance.now();
    const calendarsOf = declaredCalendars(deps.calendars);
    const decided = await decideBatch(deps, pool, await findCases(pool, ids), calendarsOf);
    await settle(pacer.writers - 1);
    const saving = saveBatch(deps, ids, decided, calendarsOf);
    saving.catch(() => {});
    writing.push(saving);
    await pacer.rest(since, walk.done, walk.total);
  }
  await settle(0);
  return walk;
}

function added(walk: Walk, { looked, moved, unexplained }: Saved): Walk {
  const done = walk.done + looked;
  return {
    done,
    total: Math.max(walk.total, done),
    moved: walk.moved + moved,
    unexplained: walk.unexplained + unexplained,
  };
}

/**
 * Neighbours come into different batches: what lies on the same page of the table then finds there the room that the
 * one before it left, and no index is told that it moved.
 */
async function* batchesOf(
  pages: AsyncIterable<readonly string[]>,
  size: () => number,
): AsyncGenerator<readonly string[]> {
  for await (const page of pages) {
    const batches = Math.ceil(page.length / size());
    for (let batch = 0; batch < batches; batch++) yield page.filter((_, place) => place % batches === batch);
  }
}

type Saved = { readonly looked: number; readonly moved: number; readonly unexplained: number };

async function saveBatch(
  deps: RecomputeDeps,
  ids: readonly string[],
  first: readonly Decided[],
  calendarsOf: CalendarsOfUnit,
): Promise<Saved> {
  const { pool } = deps.database;
  let moved = 0;
  let unexplained = 0;
  let decided = first;
  for (let tries = 1; ; tries++) {
    unexplained += decided.filter(({ answer }) => answer === "unexplained").length;
    const cases = decided.flatMap(({ loaded, answer }) =>
      typeof answer === "string" ? [] : [toCase(loaded, answer, deps.clock())],
    );
    if (cases.length === 0) break;
    const saved = await saveRecomputed(pool, cases);
    moved += saved.size;
    const left = cases.map(({ after }) => after.id).filter((id) => !saved.has(id));
    if (left.length === 0 || tries === TRIES) break;
    decided = await decideBatch(deps, pool, await findCases(pool, left), calendarsOf);
  }
  return { looked: ids.length, moved, unexplained };
}

function toCase(before: LoadedCase, { decision }: Recomputed, at: Instant): RecomputedCase {
  const { id, version } = before.state;
  const action: CaseAction = { caseId: id, seq: version + 1, at, by: { kind: "system" }, ...decision };
  return { before, action, after: evolve(before.state, action) };
}

/** The start of the first of these days; undefined where there is none. */
export function firstMoment(dates: readonly string[]): Instant | undefined {
  const [first] = dates.toSorted();
  return first === undefined ? undefined : instantOf(first, 0);
}

/** Other processes learn of a declaration within this time; what they dated meanwhile is caught by a second walk. */
export const ALL_KNOW_MS = MINUTE_MS / 2;
