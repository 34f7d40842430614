import { addDays, instantOf, type LocalDate, toIso } from "../../../kernel/time.ts";
import type { Db } from "../case-store.ts";

/** What happened to open cases between two days beside their ordinary way: how often. */
export type ChangeCounts = {
  /** Steps that were given out by load, by the program itself or by whoever leads. */
  readonly sharedByItself: number;
  readonly sharedByHand: number;
  /** Steps of somebody who left the post. */
  readonly leftToSuccessor: number;
  readonly leftToQueue: number;
  /** Cases that followed a re-organisation. */
  readonly handed: number;
  readonly silentOpinions: number;
  /** Papers asked for beyond the number or the days of the law, as a leader allowed. */
  readonly allowances: number;
};

/** Counts them from the histories; both days are included. */
export async function changesBetween(db: Db, from: LocalDate, to: LocalDate): Promise<ChangeCounts> {
  const found = await db.query<ChangeCounts>({
    name: "cases.changes",
    text: `with done as (
        select type, case when type in ('assigned', 'released') then body::jsonb #> '{data,why}' end as why
        from cases.action where at >= $1 and at < $2 and type in ('assigned', 'released', 'handed-to-successor',
          'opinion-silent', 'supplement-allowed'))
      select count(*) filter (where why ->> 'kind' = 'shared' and why ->> 'automatic' = 'true')::int as "sharedByItself",
        count(*) filter (where why ->> 'kind' = 'shared' and why ->> 'automatic' = 'false')::int as "sharedByHand",
        count(*) filter (where why ->> 'kind' = 'left-post' and type = 'assigned')::int as "leftToSuccessor",
        count(*) filter (where why ->> 'kind' = 'left-post' and type = 'released')::int as "leftToQueue",
        count(*) filter (where type = 'handed-to-successor')::int as handed,
        count(*) filter (where type = 'opinion-silent')::int as "silentOpinions",
        count(*) filter (where type = 'supplement-allowed')::int as allowances
      from done`,
    values: [toIso(instantOf(from, 0)), toIso(instantOf(addDays(to, 1), 0))],
  });
  const [counts] = found.rows;
  if (counts === undefined) throw new Error("sums without a row");
  return counts;
}
