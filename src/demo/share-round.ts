import { UnexpectedAnswer } from "./browser.ts";
import type { Offices } from "./offices.ts";
import type { World } from "./world.ts";

/** Units that share the work of their specialists by hand on a day. */
const BY_HAND_A_DAY = 2;

/** One unit lets the program give out by load what comes in: the first whose leader has several specialists. */
export async function shareByItself({ offices }: World, units: readonly string[]): Promise<void> {
  const [unit] = shared(offices, units);
  if (unit === undefined) return;
  const leader = await offices.officer(unit, "leader", 0);
  const switched = await leader.postForm("/officer/workload/automatic", {
    ...whereOf(offices, unit),
    automatic: "yes",
  });
  if (switched.status !== 303) throw new UnexpectedAnswer(`sharing by itself in ${unit}: ${switched.status}`);
}

/**
 * In other units the leader looks who would get what of the work that nobody claimed, and confirms it.
 * @returns codes of the units, other than the one that shares by itself, with several specialists; those that shared first.
 */
export async function shareByHand(
  { offices, random }: World,
  units: readonly string[],
): Promise<readonly string[]> {
  const [, ...others] = shared(offices, units);
  const chosen: string[] = [];
  while (chosen.length < BY_HAND_A_DAY && others.length > 0)
    chosen.push(...others.splice(random.between(0, others.length - 1), 1));
  for (const unit of chosen) await shareIn(offices, unit);
  return [...chosen, ...others];
}

const SEEN = /name="(mark|at)" value="([^"]+)"/g;

async function shareIn(offices: Offices, unit: string): Promise<void> {
  const leader = await offices.officer(unit, "leader", 0);
  const where = whereOf(offices, unit);
  const plan = await leader.open(`/officer/workload/share?unit=${where.unitId}&post=${where.post}`);
  if (plan.status !== 200) throw new UnexpectedAnswer(`the plan of sharing in ${unit}: ${plan.status}`);
  const seen = Object.fromEntries([...plan.text.matchAll(SEEN)].map(([, name, value]) => [name, value]));
  // All work has its holder: there is nothing to confirm.
  if (seen.mark === undefined) return;
  const given = await leader.postForm("/officer/workload/share", { ...where, ...seen });
  if (given.status !== 303) throw new UnexpectedAnswer(`sharing in ${unit}: ${given.status}`);
}

/** The units that have something to share: several specialists and a leader. */
function shared(offices: Offices, units: readonly string[]): string[] {
  return units.filter(
    (unit) => offices.colleagues(unit, "specialist").length > 1 && offices.holds(unit, "leader"),
  );
}

function whereOf(offices: Offices, unit: string) {
  return { unitId: `${offices.unit(unit).id}`, post: "specialist" };
}
