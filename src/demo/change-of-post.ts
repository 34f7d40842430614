import { formatDate, type LocalDate } from "../kernel/time.ts";
import { demoAccounts } from "../seed/demo-accounts.ts";
import { UnexpectedAnswer } from "./browser.ts";
import type { Offices } from "./offices.ts";
import type { World } from "./world.ts";

/** Somebody who left a post in one unit for the same in another. */
export type ChangeOfPost = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Who takes the open work. */
  readonly successor: string;
};

const DECISION = "Quyết định điều động 27/QĐ-SNV";
/** The accounts that are printed at start stay where they are said to be. */
const STAY: ReadonlySet<string> = new Set(demoAccounts().map(({ username }) => username));

/**
 * A specialist leaves their unit during the day: the leader ends the post, a colleague takes the open work, and the leader
 * of another unit gives them the same post there. Nobody is lost to the province, so that it can be played any number
 * of times. Through the pages of the two leaders.
 * @param units codes of all; one that has a single specialist is joined.
 * @param sparing codes of those that may be left; the first with two specialists at work is.
 * @returns undefined where nobody can be spared.
 */
export async function changeOfPost(
  { offices, random }: World,
  units: readonly string[],
  sparing: readonly string[],
  day: LocalDate,
): Promise<ChangeOfPost | undefined> {
  const led = units.filter((unit) => offices.holds(unit, "leader"));
  const found = sparing
    .map((unit) => ({ unit, ...whoLeaves(offices, unit) }))
    .find(({ leaves, successor }) => leaves !== undefined && successor !== undefined);
  const wanting = led.filter((unit) => offices.colleagues(unit, "specialist").length === 1);
  if (found?.leaves === undefined || found.successor === undefined || wanting.length === 0) return undefined;
  const { unit, leaves, successor } = found;
  const joins = random.pick(wanting);
  const today = formatDate(day);
  const leader = await offices.officer(unit, "leader", 0);
  const ended = await leader.postForm(
    `/officer/organisation/${offices.unit(unit).code}/staff/${leaves.officerId}/specialist/end`,
    {
      fromDay: today,
      reason: "Điều động theo yêu cầu công tác.",
      decision: DECISION,
      successorId: `${successor.officerId}`,
    },
  );
  if (ended.status !== 303)
    throw new UnexpectedAnswer(`leaving ${unit}: ${ended.status} ${ended.text.slice(0, 300)}`);
  const other = await offices.officer(joins, "leader", 0);
  const started = await other.postForm(`/officer/organisation/${offices.unit(joins).code}/staff`, {
    staffCode: leaves.username,
    kind: "specialist",
    title: leaves.title,
    fromDay: today,
  });
  if (started.status !== 303)
    throw new UnexpectedAnswer(`joining ${joins}: ${started.status} ${started.text.slice(0, 300)}`);
  return {
    name: leaves.fullName,
    from: offices.unit(unit).shortName,
    to: offices.unit(joins).shortName,
    successor: successor.fullName,
  };
}

/** Both are there, so that the one hands over to the other. */
function whoLeaves(offices: Offices, unit: string) {
  const present = offices.present(unit, "specialist");
  const leaves = present.find(({ username }) => !STAY.has(username));
  return { leaves, successor: present.find(({ officerId }) => officerId !== leaves?.officerId) };
}
