import { rulesOn } from "../../kernel/deadline-rules.ts";
import { type Instant, localDateOf } from "../../kernel/time.ts";
import { type Actor, POST_KINDS } from "../../platform/permission.ts";
import { type ProcessDefinition, type ProcessStep, type Walk, walkOf } from "../processes/index.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { Matter } from "./domain/case-action.ts";
import type { CaseState } from "./domain/case-state.ts";
import type { RuleContext, Who } from "./domain/rule-context.ts";
import { stretchedSteps } from "./domain/stretched-steps.ts";

/** The actor as the rules see them. Another system acts for its unit at the desk. */
export function whoOf(actor: Actor): Who {
  switch (actor.kind) {
    case "officer":
      return { kind: "officer", id: actor.id, posts: actor.posts };
    case "system":
      return { kind: "system", id: actor.id, posts: [{ unitId: actor.unitId, kind: POST_KINDS[0] }] };
    case "public":
      return { kind: "public", posts: [] };
    // Jobs act for nobody: what the law itself brings about.
    case "operator":
      return { kind: "system", posts: [] };
  }
}

/** Everything a rule may know about the moment, the law and the process of a case. */
export async function contextFor(
  deps: CasesDeps,
  actor: Actor,
  state: Pick<CaseState, "matter" | "decidingUnitId">,
  now: Instant,
): Promise<RuleContext> {
  return contextWith(deps, actor, state, await deps.process(state.matter.processId), now);
}

/** The same for a case that does not exist yet. */
export function contextWith(
  deps: CasesDeps,
  actor: Actor,
  { decidingUnitId, matter }: Pick<CaseState, "matter" | "decidingUnitId">,
  process: ProcessDefinition,
  now: Instant,
): RuleContext {
  const { directory } = deps;
  const { steps, walk } = wayOf(process, matter);
  return {
    now,
    who: whoOf(actor),
    calendar: deps.calendarOf(decidingUnitId),
    rules: rulesOn(localDateOf(now)),
    process: steps,
    walk,
    // A process of before may name a unit that was taken over since, and land may lie in a commune that is gone.
    units: {
      find: (id) => (directory.findUnit(id) === undefined ? undefined : directory.currentUnitOf(id)),
      byCode: (code) => directory.currentUnitByCode(code),
    },
    committeeId: directory.committeeAbove(decidingUnitId).id,
    resultSuffix: directory.unit(decidingUnitId).code,
    paperNumber: 0,
  };
}

type Way = { readonly steps: readonly ProcessStep[]; readonly walk: Walk };

/** Published processes never change, and the library gives the same object each time. */
const WAYS = new WeakMap<ProcessDefinition, Map<string, Way>>();

/** The steps of a process with the time that they have in this matter, and how they follow one another. */
export function wayOf(process: ProcessDefinition, matter: Pick<Matter, "limit" | "extraWorkingDays">): Way {
  const ways = WAYS.get(process) ?? new Map<string, Way>();
  WAYS.set(process, ways);
  const key =
    matter.extraWorkingDays === undefined ? "" : JSON.stringify([matter.limit, matter.extraWorkingDays]);
  const known = ways.get(key);
  if (known !== undefined) return known;
  const steps = stretchedSteps(process.steps, matter);
  const way = { steps, walk: walkOf({ code: process.code, steps }) };
  ways.set(key, way);
  return way;
}
