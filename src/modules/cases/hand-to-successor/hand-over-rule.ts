import type { HandOverOrder } from "../../organisation/index.ts";
import { acceptanceUnit, awaitedAcceptance } from "../domain/awaited-acceptance.ts";
import type { Doubt } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { handedUnit, unitOfWork } from "../domain/handed.ts";
import type { Decision } from "../domain/rule-context.ts";
import { given } from "../verb.ts";

/** What the rule asks of the organisation as it stands after the re-organisation. */
export type AfterReorganisation = {
  /** Whether an officer holds the post in the unit now. */
  holds(officerId: number, unitId: number, post: string): boolean;
  /** The version of the calendar by which a unit counts. */
  calendarVersion(unitId: number): string;
};

/**
 * How an open case follows a re-organisation: who received, who decides, who works or worked on it and who was asked is
 * the successor from now on. State, clock, dates, matter and code stay. Undefined: nothing of it lies in a unit that
 * ended. Pure.
 */
export function handOverDecision(
  state: CaseState,
  order: Pick<HandOverOrder, "reorganisation" | "decision" | "route">,
  after: AfterReorganisation,
): Decision | undefined {
  const units = new Map<number, number>();
  const doubts: Doubt[] = [];
  for (const from of unitsAtWork(state)) {
    const route = order.route(from, state.applicant.address);
    if (route === undefined) continue;
    units.set(from, route.to);
    if (route.unsure !== undefined) doubts.push(...doubtAbout(state, from, route.to, route.unsure));
  }
  if (units.size === 0) return undefined;
  return handedDecision(
    state,
    { ...order, units: [...units].map(([from, to]) => ({ from, to })), doubts },
    after,
  );
}

/** What nobody knows for certain: who decides, or who does an open step. Which desk gives the result back is no doubt of its own. */
function doubtAbout(state: CaseState, from: number, to: number, why: Doubt["why"]): Doubt[] {
  if (from === state.decidingUnitId) return [{ from, to, why }];
  const steps = state.open.filter((step) => step.unitId === from).map((step) => step.seq);
  return from === state.receivingUnitId || steps.length === 0 ? [] : [{ from, to, why, steps }];
}

/** The action that hands a case to these units. */
export function handedDecision(
  state: CaseState,
  to: {
    readonly reorganisation: number;
    readonly decision: string;
    readonly units: readonly { readonly from: number; readonly to: number }[];
    readonly doubts: readonly Doubt[];
    readonly steps?: readonly number[] | undefined;
    readonly reason?: string;
  },
  after: AfterReorganisation,
): Decision {
  const { reorganisation, decision, units, doubts, reason } = to;
  const type = "handed-to-successor" as const;
  const data = { type, reorganisation, decision, units, came: [], ...given("steps", to.steps) };
  const came = [...state.open, ...state.done].flatMap((work) => {
    const { unitId, officerId, post } = work;
    const at = unitOfWork(data, work);
    return officerId !== undefined && at !== unitId && after.holds(officerId, at, post) ? [officerId] : [];
  });
  const counts = state.calendarUnitId ?? state.decidingUnitId;
  const decides = to.steps === undefined ? handedUnit(data, state.decidingUnitId) : state.decidingUnitId;
  const accept = awaitedAcceptance(state);
  /** The unit that counted so far, where the one that comes has another calendar. */
  const countedBy = (before: number, next: number) =>
    after.calendarVersion(before) === after.calendarVersion(next) ? undefined : before;
  return {
    status: state.status,
    data: {
      ...data,
      came: [...new Set(came)],
      ...given("unsure", doubts[0]?.why),
      ...given("doubts", doubts.length === 0 ? undefined : doubts),
      ...given("reason", reason),
      ...given("countedBy", countedBy(counts, decides)),
      ...given(
        "acceptanceCountedBy",
        accept && countedBy(acceptanceUnit(state, accept), unitOfWork(data, accept)),
      ),
    },
  };
}

/** The deciding unit first: it is what people are told. */
function unitsAtWork(state: CaseState): readonly number[] {
  const { decidingUnitId, receivingUnitId, open, done, opinion } = state;
  const asked = opinion === undefined ? [] : [opinion.unitId];
  return [
    ...new Set([
      decidingUnitId,
      ...open.map((step) => step.unitId),
      receivingUnitId,
      ...done.map((step) => step.unitId),
      ...asked,
    ]),
  ];
}
