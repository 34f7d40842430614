import { dayNumber, formatDate, type LocalDate } from "../kernel/time.ts";
import { UnexpectedAnswer } from "./browser.ts";
import type { World } from "./world.ts";

/** Units of which somebody is away on a day. */
const AWAY_A_DAY = 3;

/**
 * In the morning some are away for the day: their leader records it, a colleague of the unit fills the post, and whoever
 * is away touches nothing. Through the pages, as every other piece of work here.
 * @param units codes of the units in which people work; one where nobody could fill in is passed over.
 * @returns how many absences were recorded.
 */
export async function morningRound(
  { offices }: World,
  units: readonly string[],
  day: LocalDate,
): Promise<number> {
  let recorded = 0;
  // Every day other units, the same in every run.
  const first = dayNumber(day) * AWAY_A_DAY;
  for (let turn = 0; turn < units.length && recorded < AWAY_A_DAY; turn++) {
    const unit = units[(first + turn) % units.length] ?? "";
    const [away, deputy] = offices.colleagues(unit, "specialist");
    if (away === undefined || deputy === undefined || !offices.holds(unit, "leader")) continue;
    const leader = await offices.officer(unit, "leader", 0);
    const answer = await leader.postForm("/officer/absences", {
      officerId: `${away.officerId}`,
      fromDay: formatDate(day),
      toDay: formatDate(day),
      reason: "Nghỉ phép trong ngày.",
      [`deputy-${away.unitId}-specialist`]: `${deputy.officerId}`,
    });
    if (answer.status !== 303)
      throw new UnexpectedAnswer(`an absence in ${unit}: ${answer.status} ${answer.text.slice(0, 300)}`);
    offices.stayHome(away);
    recorded++;
  }
  return recorded;
}
