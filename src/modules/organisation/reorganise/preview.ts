import { type LocalDate, localDateOf } from "../../../kernel/time.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database.ts";
import type { Directory } from "../directory.ts";
import {
  type Ending,
  type PlanEffect,
  type PlanRow,
  type PlanUnit,
  planEffect,
} from "../domain/plan-rows.ts";
import { type Router, routerOf } from "../domain/route-case.ts";
import { ONE_STOP_CENTRE } from "../domain/unit.ts";
import { unplacedPosts } from "../domain/unplaced-posts.ts";
import type { ReorganisationEffects, TokensOfUnits } from "./reorganisation-effects.ts";
import { type HeldPlanPost, planPosts, planUnits } from "./reorganisation-store.ts";

/** What a plan would do as things stand; nothing is changed. */
export type PlanPreview = {
  readonly effect: PlanEffect;
  readonly names: ReadonlyMap<string, string>;
  readonly endings: readonly EndingPreview[];
  readonly successors: readonly SuccessorPreview[];
  /** Posts in split and dissolved units that a person must place, with where they may go. */
  readonly toPlace: readonly (HeldPlanPost & { readonly choices: readonly string[] })[];
  /** Tokens of systems that are taken back, for nobody says for which part they act. */
  readonly tokens: readonly { readonly name: string; readonly unit: string }[];
  readonly posts: number;
  readonly cases: number;
  readonly unsure: number;
  readonly work: readonly { readonly work: string; readonly steps: number }[];
};

export type EndingPreview = Ending & {
  readonly posts: number;
  readonly cases: number;
  readonly unsure: number;
  readonly steps: number;
};

/** A unit that takes over: what it has now and what comes. */
export type SuccessorPreview = {
  readonly unit: string;
  readonly stepsNow: number;
  readonly casesTaken: number;
  readonly stepsTaken: number;
};

export type PreviewDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly reorganisation: ReorganisationEffects;
  readonly tokensOfUnits: TokensOfUnits;
};

/** Counts what a plan for a day would do to units, officers and open cases, by the very rule that will carry it out. */
export async function previewPlan(
  deps: PreviewDeps,
  rows: readonly PlanRow[],
  on: LocalDate,
): Promise<PlanPreview> {
  const { database, clock, directory, reorganisation } = deps;
  const today = localDateOf(clock());
  const units = await planUnits(database.pool, today);
  const effect = planEffect(units, rows);
  const ended = new Set(effect.endings.map((ending) => ending.unit));
  const after = [...units.filter((unit) => !ended.has(unit.code)), ...effect.created];
  const posts = await planPosts(database.pool, [...ended], on);
  const figures = await countCases(deps, effect.endings, routerOf(units, after, effect.endings));
  const postsOf = Map.groupBy(posts, (post) => post.unit);
  const idsOf = (codes: Iterable<string>) =>
    [...codes].flatMap((code) => directory.unitByCode(code)?.id ?? []);
  const work = await reorganisation.openWork(idsOf([...ended, ...figures.taken.keys()]));
  const parted = effect.endings.filter(({ how }) => how !== "merge").map(({ unit }) => unit);
  const tokens = await deps.tokensOfUnits(idsOf(parted));
  const codeOf = (id: number) => directory.unit(id).code;
  const stepsOf = (code: string) =>
    work.filter((line) => codeOf(line.unitId) === code).reduce((sum, line) => sum + line.steps, 0);
  const kinds = Map.groupBy(
    work.filter((line) => ended.has(codeOf(line.unitId))),
    (line) => line.work,
  );
  return {
    effect,
    names: new Map([...units, ...effect.created].map((unit) => [unit.code, unit.name])),
    endings: effect.endings.map((ending) => ({
      ...ending,
      posts: postsOf.get(ending.unit)?.length ?? 0,
      cases: figures.cases.get(ending.unit) ?? 0,
      unsure: figures.unsure.get(ending.unit) ?? 0,
      steps: stepsOf(ending.unit),
    })),
    successors: [...figures.taken].map(([unit, taken]) => ({ unit, stepsNow: stepsOf(unit), ...taken })),
    toPlace: toPlace(effect, units, posts),
    tokens: tokens.map(({ name, unitId }) => ({ name, unit: codeOf(unitId) })),
    posts: posts.length,
    cases: sum(figures.cases.values()),
    unsure: sum(figures.unsure.values()),
    work: [...kinds].map(([kind, lines]) => ({ work: kind, steps: sum(lines.map((line) => line.steps)) })),
  };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

function toPlace(effect: PlanEffect, units: readonly PlanUnit[], posts: readonly HeldPlanPost[]) {
  return unplacedPosts(effect, units, posts).map(({ post, ending }) => ({
    ...post,
    choices:
      ending.how === "dissolve" ? near(effect, units, ending) : ending.successors.map(({ unit }) => unit),
  }));
}

/** Where people of a dissolved unit may go: the agency, or whoever took over what stood below; desks to desks. */
function near({ endings }: PlanEffect, units: readonly PlanUnit[], dissolved: Ending): readonly string[] {
  const parents = new Map(units.map((unit) => [unit.code, unit.parentCode]));
  const of = ({ unit, follows }: Ending) => follows ?? unit;
  const below = endings.filter(
    (ending) =>
      parents.get(of(ending)) === of(dissolved) &&
      (ending.follows === undefined) === (dissolved.follows === undefined),
  );
  return [
    ...new Set([dissolved.main, ...below.flatMap(({ successors }) => successors.map(({ unit }) => unit))]),
  ];
}

/** Goes through the open cases of the units that end, in portions. */
async function countCases(
  { directory, reorganisation }: PreviewDeps,
  endings: readonly Ending[],
  route: Router,
) {
  const cases = new Map<string, number>();
  const unsure = new Map<string, number>();
  const taken = new Map<string, { casesTaken: number; stepsTaken: number }>();
  const take = (unit: string) => {
    const known = taken.get(unit) ?? { casesTaken: 0, stepsTaken: 0 };
    taken.set(unit, known);
    return known;
  };
  const isDesk = (id: number) => directory.unit(id).kind === ONE_STOP_CENTRE;
  for (const { successors } of endings) for (const { unit } of successors) take(unit);
  const ids = endings.flatMap((ending) => directory.unitByCode(ending.unit)?.id ?? []);
  for await (const portion of reorganisation.openCases(ids)) {
    for (const one of portion) {
      const deciding = directory.unit(one.decidingUnitId).code;
      const holder = directory.unit(one.holderUnitId).code;
      const [decides, holds] = [route(deciding, one.address), route(holder, one.address)];
      if (decides !== undefined) {
        add(cases, deciding);
        take(decides.to).casesTaken++;
      }
      if (holds !== undefined) take(holds.to).stepsTaken++;
      if (decides?.unsure !== undefined) add(unsure, deciding);
      // Which desk gives the result back is no doubt of its own.
      else if (decides === undefined && holds?.unsure !== undefined && !isDesk(one.holderUnitId))
        add(unsure, holder);
    }
  }
  return { cases, unsure, taken };
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
