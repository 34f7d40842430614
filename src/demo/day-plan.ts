import { type Instant, instantOf, type LocalDate, MINUTE_MS } from "../kernel/time.ts";
import type { ProcedureContent } from "../modules/catalogue/index.ts";
import type { Directory, Unit } from "../modules/organisation/index.ts";
import { featuredOfficers } from "../seed/data/officers.ts";
import { decides } from "./department-of.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** A place where people come: the desk that receives and the unit that decides. */
export type Counter = { readonly desk: Unit; readonly deciding: Unit };

/** One person's errand. */
export type Errand = {
  readonly at: Instant;
  /** The commune where the person lives. */
  readonly from: string;
  /** The same as a unit: where their land lies. */
  readonly home: Unit;
  readonly counter: Counter;
  readonly procedure: ProcedureContent;
};

export type Plan = {
  readonly counters: readonly Counter[];
  readonly procedures: readonly ProcedureContent[];
};

const COMMUNES = 33;
const DEPARTMENTS = 8;

/**
 * Some forty units and thirty procedures: the featured communes first (their officers are named by hand), then others
 * from all over the province, and the departments behind the provincial centre.
 */
export function planOf(
  directory: Directory,
  procedures: readonly ProcedureContent[],
  random: SeededRandom,
): Plan {
  const units = directory.units();
  const named = new Set(featuredOfficers.flatMap((officer) => officer.posts.map((post) => post.unitCode)));
  const first = (kind: string) => {
    const all = units.filter(
      (unit) => unit.kind === kind && directory.officersIn(unit.id, "leader").length > 0,
    );
    return [
      ...all.filter((unit) => named.has(unit.code)),
      ...spread(all.filter((unit) => !named.has(unit.code))),
    ];
  };
  const province = procedures.filter((procedure) => procedure.levels.includes("province"));
  const busy = first("department").filter((unit) => province.some((procedure) => decides(unit, procedure)));
  const departments = busy.slice(0, DEPARTMENTS);
  const chosen = [...first("commune").slice(0, COMMUNES), ...departments];
  const counters = chosen.map((deciding) => ({
    deciding,
    desk: directory.deskOf(deciding.id),
  }));
  const commune = procedures.filter((procedure) => procedure.levels.includes("commune"));
  // Each department has something to do, however the dice fall.
  const theirs = departments.flatMap((unit) =>
    some(
      province.filter((procedure) => decides(unit, procedure)),
      2,
      random,
    ),
  );
  return { counters, procedures: [...some(commune, 22, random), ...theirs] };
}

/** From all over the list, not from its beginning: every fifth first. */
function spread<T>(things: readonly T[]): T[] {
  return things.toSorted((a, b) => (things.indexOf(a) % 5) - (things.indexOf(b) % 5));
}

function some<T>(things: readonly T[], count: number, random: SeededRandom): T[] {
  const rest = [...things];
  const picked: T[] = [];
  while (picked.length < count && rest.length > 0)
    picked.push(...rest.splice(random.between(0, rest.length - 1), 1));
  return picked;
}

/** The errands of a day: two humps, before and after lunch, within the hours of the counter. */
export function errandsOf(day: LocalDate, count: number, plan: Plan, random: SeededRandom): Errand[] {
  const errands: Errand[] = [];
  const communes = plan.counters.filter(({ deciding }) => deciding.kind === "commune");
  for (let index = 0; index < count; index++) {
    const morning = random.chance(0.62);
    const minute = morning ? 430 + hump(random, 255) : 785 + hump(random, 190);
    const counter = random.pick(plan.counters);
    const matching = plan.procedures.filter((procedure) => decides(counter.deciding, procedure));
    if (matching.length === 0) continue;
    const procedure = random.weighted(matching.map((candidate) => [candidate, weightOf(candidate)] as const));
    const home = counter.deciding.kind === "commune" ? counter : random.pick(communes);
    errands.push({
      from: home.deciding.shortName.replace(/^UBND /, ""),
      home: home.deciding,
      at: instantOf(day, 0) + minute * MINUTE_MS + random.between(0, 59) * 1000,
      counter,
      procedure,
    });
  }
  return errands.sort((a, b) => a.at - b.at);
}

function hump(random: SeededRandom, width: number): number {
  return Math.floor(((random.next() + random.next()) / 2) * width);
}

/** Certified copies and civil status are the daily bread; licences are rare. */
function weightOf(procedure: ProcedureContent): number {
  if (procedure.returnAtOnce) return 6;
  return procedure.limit?.unit === "in-day" ? 5 : procedure.levels.includes("commune") ? 2 : 1;
}
