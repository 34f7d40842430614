import { addDays, type Instant, type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";
import {
  type DayRoot,
  dayRoots,
  firstDay,
  keepDayHeads,
  keepDayRoot,
  keptHeads,
  keptHeadsBetween,
} from "./day-root-store.ts";
import { caseLeaf, MerkleTree } from "./merkle.ts";
import { rootsOfDays } from "./roots-of-days.ts";

/** After an outage so many days are sealed by one reading of all heads; a stop in between loses no more than these. */
const DAYS_AT_ONCE = 30;

/**
 * Seals every day that is over and not sealed yet: keeps the heads of the cases that changed and the Merkle root over
 * the heads of all cases. Run nightly; catches up by itself after an outage, and does nothing when nothing is owed.
 * @returns the roots made now.
 */
export async function sealDays(db: Db, now: Instant): Promise<DayRoot[]> {
  const roots = await dayRoots(db);
  const last = roots.at(-1)?.day;
  const first = last === undefined ? await firstDay(db) : addDays(last, 1);
  const made: DayRoot[] = [];
  if (first === undefined) return made;
  const yesterday = addDays(localDateOf(now), -1);
  for (let from = first; from <= yesterday; from = addDays(from, DAYS_AT_ONCE)) {
    const until = earlier(addDays(from, DAYS_AT_ONCE - 1), yesterday);
    for (let day = from; day <= until; day = addDays(day, 1)) await keepDayHeads(db, day);
    for (const root of await rootsOfDays(keptHeadsBetween(db, from, until), from, until)) {
      await keepDayRoot(db, root, now);
      made.push(root);
    }
  }
  return made;
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** The root over the kept heads at the end of a day. */
export async function rootOfKeptHeads(db: Db, day: LocalDate): Promise<DayRoot> {
  const tree = new MerkleTree();
  for await (const head of keptHeads(db, day)) tree.add(caseLeaf(head.caseId, head.seq, head.hash));
  return { day, root: tree.root(), caseCount: tree.count };
}
