import { formatMoney } from "../../../kernel/money.ts";
import { formatDate, type Instant } from "../../../kernel/time.ts";
import type { IconName, Tone } from "../../../ui/index.ts";
import type { CaseAction } from "../domain/case-action.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { isMain } from "../domain/evolve.ts";
import { isFailure } from "../domain/group.ts";
import { dueCauses } from "../due-causes.ts";
import type { StoryContext } from "./story-context.ts";

/** One thing that happened, as the applicant is told it. */
export type PastEvent = {
  readonly at: Instant;
  readonly title: string;
  readonly notes: readonly string[];
  readonly items?: readonly string[];
  readonly icon?: IconName;
  readonly tone?: Tone;
  /** An appointment was named here: the receipt and the explanation belong to it. */
  readonly datedHere?: true;
};

/**
 * The story so far, oldest first. Units act, never officers; what is between officers (assigning, proposing,
 * reasons of sending back, opinions, drafts, what was urged) stays between them. A draft written several times is told once.
 */
export function pastEvents(actions: readonly CaseAction[], context: StoryContext): PastEvent[] {
  const told: PastEvent[] = [];
  let clockRuns = false;
  for (const [index, action] of actions.entries()) {
    clockRuns ||= action.clock?.kind === "started";
    const { type } = action.data;
    if (type === "result-drafted" && actions[index + 1]?.data.type === type) continue;
    const event = tell(action, context, clockRuns);
    if (event !== undefined) told.push({ at: action.at, notes: [], ...event });
  }
  return told;
}

type Told = Omit<PastEvent, "at" | "notes"> & { readonly notes?: readonly string[] };

function tell(action: CaseAction, context: StoryContext, clockRuns: boolean): Told | undefined {
  const { data } = action;
  const { texts, who } = context;
  const words = texts.story;
  const why = (reason: string) => `${texts.now.reason}: ${reason}`;
  const by = action.by.unitId === undefined ? context.desk : context.unit(action.by.unitId);
  const [next, ...beside] = action.opened?.filter(isMain) ?? [];
  const to = next === undefined ? by : context.unit(next.unitId);
  const others = beside.map((step) => words.alsoTo(context.unit(step.unitId), texts.purpose[step.work]));
  const stands = action.clock?.kind === "paused" ? [words.paused] : [];
  switch (data.type) {
    case "registered":
      return { title: words.registered(by), icon: "inbox" };
    case "received":
      return {
        title: words.received(by),
        icon: "stamp",
        tone: "ok",
        ...dated(action, words.dueSet, context),
      };
    case "accepted":
      return {
        title: words.accepted(by),
        icon: "stamp",
        tone: "ok",
        ...dated(
          action,
          words.dueSet,
          context,
          data.owedSinceAt === undefined ? [] : [words.acceptedLate(context.moment(data.owedSinceAt))],
        ),
      };
    case "refused":
      return { title: words.refused(by), notes: [why(data.reason)], icon: "stop", tone: "danger" };
    case "passed-on": {
      // Decided while the person waits: nothing was passed to anybody.
      if (next === undefined) return undefined;
      const purpose = texts.purpose[next.work];
      return {
        title: by === to ? words.passedInside(by, purpose) : words.passedOn(by, to, purpose),
        notes: [...others, ...stands],
        icon: "send",
      };
    }
    case "sent-back":
      return { title: words.sentBack(by, to), icon: "arrow-left" };
    case "opinion-asked":
      return {
        title: words.opinionAsked(by, context.unit(data.unitId)),
        notes: [
          words.opinionDue(context.moment(data.answerDueAt)),
          ...(data.silenceBasis === undefined ? [] : [words.opinionConsent(data.silenceBasis)]),
        ],
        icon: "chat",
      };
    case "opinion-given":
      return { title: words.opinionGiven(by), notes: others, icon: "chat" };
    case "opinion-silent":
      return {
        title: data.consent ? words.silentConsent : words.silentOpinion,
        notes: others,
        icon: "clock",
      };
    case "wait-ended": {
      const { number, date } = data.evidence;
      const goesOn = action.clock?.kind === "second-appointment" ? words.secondSet : words.goesOn;
      return {
        title: words.waitEnded(by, number, formatDate(date)),
        icon: "inbox",
        tone: "ok",
        ...dated(action, goesOn, context, [...others, ...stands]),
      };
    }
    case "supplement-requested":
      return {
        title: words.supplementRequested(by),
        items: data.items,
        notes: [
          why(data.reason),
          ...(data.overriddenBy === undefined ? [] : [words.supplementBeyond]),
          ...(clockRuns ? [words.paused] : []),
        ],
        icon: "file",
        tone: "paused",
      };
    case "supplement-allowed":
      return {
        title: words.supplementAllowed(by),
        notes: [why(data.reason)],
        icon: "file",
        tone: "warn",
      };
    case "supplement-completed":
      return {
        title: words.supplementCompleted(by),
        items: data.papers.map((paper) => paper.name),
        icon: "file",
        tone: "ok",
        ...dated(action, words.newDueSet, context),
      };
    case "supplement-lapsed":
      return { title: words.supplementLapsed(by), notes: [why(data.reason)], icon: "stop", tone: "danger" };
    case "financial-duty-noted":
      return {
        title: words.dutyNoted(by, data.name, formatMoney(data.amount)),
        notes: [words.paused],
        icon: "money",
        tone: "paused",
      };
    case "financial-duty-paid":
      return {
        title: words.dutyPaid(by),
        icon: "money",
        tone: "ok",
        ...dated(
          action,
          action.clock?.kind === "second-appointment" ? words.secondSet : words.goesOn,
          context,
        ),
      };
    case "withdrawn":
      return { title: words.withdrawn(who), icon: "arrow-left" };
    case "stopped":
      return {
        title: words.stopped(by),
        notes: [why(data.reason), `${texts.now.basis}: ${data.basis}`],
        icon: "stop",
      };
    case "procedure-changed":
      return {
        title: words.procedureChanged(by, data.matter.procedureName),
        icon: "folder",
        ...dated(action, words.remeasured, context, [why(data.reason)]),
      };
    case "result-drafted":
      return { title: words.drafted(by), icon: "pen" };
    case "result-approved":
      return { title: words.approved(by), notes: [...others, ...stands], icon: "pen" };
    case "result-issued": {
      const title = data.kind === "granted" ? words.issued : words.issuedRefusal;
      return { title: title(by, data.number), notes: [data.title], icon: "stamp", tone: "ok" };
    }
    case "decided-by-silence":
      return {
        title: words.silent(data.number),
        notes: [data.title, words.silentBasis(data.basis, context.moment(data.effectiveAt))],
        icon: "stamp",
        tone: "warn",
      };
    case "group-progressed":
      return data.members.some(({ status }) => isFailure(status))
        ? { title: words.groupFailed, icon: "folder", tone: "danger" }
        : undefined;
    case "group-decided":
      return {
        title: words.groupDecided(by),
        notes: data.decisions.map(({ reason }) => why(reason)),
        icon: "folder",
        tone: "warn",
      };
    case "group-completed":
      return { title: words.groupCompleted, icon: "check-circle", tone: "ok" };
    case "result-recalled":
      return { title: words.recalled(by), icon: "arrow-left", tone: "warn" };
    case "apologised":
      return {
        title: words.apologised(by, context.moment(data.newDueAt)),
        notes: [
          why(data.reason),
          ...(data.owedSinceAt === undefined ? [] : [words.apologisedLate(context.day(data.owedSinceAt))]),
        ],
        icon: "calendar",
        tone: "warn",
      };
    case "due-recomputed": {
      const [from, to] = [context.moment(data.oldDueAt), context.moment(data.newDueAt)];
      const why = words.calendarChanged(dueCauses(data.causes, context.lang));
      const still = action.status === CASE_STATUS.financialDuty ? [words.stillPaused] : [];
      return {
        title: data.of === undefined ? words.recomputed(from, to) : words.acceptanceRecomputed(from, to),
        notes: [why, ...still],
        icon: "calendar",
        tone: "info",
      };
    }
    case "handed-to-successor": {
      const [first] = data.units;
      return (
        first && {
          title: words.handedToSuccessor(context.unit(first.from), context.unit(first.to)),
          notes: [words.handedNote(data.decision)],
          icon: "arrow-right",
          tone: "info",
        }
      );
    }
    case "handed-over":
      return { title: words.handedOver[data.method](by), icon: "check-circle", tone: "ok" };
    case "urged":
      return { title: words.urged, icon: "bell" };
    case "rated":
      return { title: words.rated(who), icon: "chat" };
    case "assigned":
    case "process-moved":
    case "released":
    case "urge-answered":
    case "supplement-proposed":
    case "supplement-declined":
      return undefined;
  }
}

function dated(
  action: CaseAction,
  sentence: (due: string) => string,
  context: StoryContext,
  notes: readonly string[] = [],
): Pick<Told, "notes" | "datedHere"> {
  const { clock } = action;
  if (clock === undefined || !("dueAt" in clock) || clock.dueAt === undefined) return { notes };
  return { notes: [...notes, sentence(context.moment(clock.dueAt))], datedHere: true };
}
