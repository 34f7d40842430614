import { formatDate } from "../kernel/time.ts";
import type { ChangeCounts } from "../modules/cases/index.ts";
import { print, printTable } from "../platform/terminal/print.ts";
import type { Played } from "./play-days.ts";

/** Prints what changed about people and units in the days played, and what became of the work. */
export function printChangeReport(
  {
    groups,
    absences,
    changesOfPost,
    merger,
  }: Pick<Played, "groups" | "absences" | "changesOfPost" | "merger">,
  counts: ChangeCounts,
): void {
  print();
  printTable(
    [
      "steps shared by the program",
      "by a leader",
      "left to a successor",
      "to the queue",
      "silent opinions",
      "papers allowed",
    ],
    [
      [
        counts.sharedByItself,
        counts.sharedByHand,
        counts.leftToSuccessor,
        counts.leftToQueue,
        counts.silentOpinions,
        counts.allowances,
      ],
    ],
  );
  print();
  print(`${groups} families came with everything for a birth at once.`);
  print(`${absences} officers were away for a day, a colleague in their place.`);
  for (const { name, from, to, successor } of changesOfPost)
    print(`${name} left ${from} for ${to}; ${successor} took over the open work.`);
  print(
    merger === undefined
      ? "No units were merged: it takes two days, and happens once."
      : `${merger.from} went into ${merger.into} on ${formatDate(merger.on)}; ${counts.handed} open cases followed.`,
  );
}
