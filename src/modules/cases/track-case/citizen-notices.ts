import { formatMoney } from "../../../kernel/money.ts";
import { formatDate, type Instant } from "../../../kernel/time.ts";
import { appointmentInForce } from "../../../kernel/verdict.ts";
import type { Tone } from "../../../ui/index.ts";
import type { CaseAction } from "../domain/case-action.ts";
import type { CaseState } from "../domain/case-state.ts";
import { remarksOf } from "../domain/remarks.ts";
import { remarkText } from "../remark-texts.ts";
import { textsOf } from "../texts.ts";
import type { StoryContext } from "./story-context.ts";

/** Something the applicant must know or do now. */
export type CitizenNotice = {
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly string[];
  readonly items?: readonly string[];
};

/** What the state of a case asks of its applicant, or owes them. */
export function citizenNotices(
  state: CaseState,
  actions: readonly CaseAction[],
  context: StoryContext,
): CitizenNotice[] {
  return [...byState(state, actions, context), ...remarks(state, context)];
}

/** What its applicant should know about how the case was handled: said plainly, no officer named. */
function remarks(state: CaseState, context: StoryContext): CitizenNotice[] {
  const names = { moment: context.moment, verdicts: textsOf(context.lang).verdicts };
  const lines = remarksOf(state, context.now, context.silence)
    // What is signed and not issued is no answer yet; that it comes late is told above.
    .filter(({ kind }) => kind !== "silence-stopped")
    .map((remark) => remarkText(context.lang, remark, names));
  return lines.length === 0 ? [] : [{ tone: "info", title: context.texts.now.remarksTitle, lines }];
}

function byState(state: CaseState, actions: readonly CaseAction[], context: StoryContext): CitizenNotice[] {
  const words = context.texts.now;
  switch (state.status) {
    case 1:
    case 2:
    case 4:
      return running(state, context);
    case 3:
      return reason(actions, context, words.refusedTitle);
    case 5:
      return [supplement(state, context)];
    case 6:
      return [duty(state, context)];
    case 8:
      return reason(actions, context, words.stoppedTitle);
    case 9:
      return [collecting(state, context)];
    case 7:
    case 10:
      return [];
  }
}

function running({ clock, decidingUnitId }: CaseState, context: StoryContext): CitizenNotice[] {
  const words = context.texts.now;
  const { dueAt, newDueAt } = clock;
  if (dueAt !== undefined && newDueAt !== undefined) return [apologised({ dueAt, newDueAt }, context)];
  if (dueAt !== undefined && context.now > dueAt) {
    const sentence = words.late(context.who, context.unit(decidingUnitId));
    return [{ tone: "danger", title: words.lateTitle, lines: [sentence] }];
  }
  return [];
}

/** After an apology: the date in force, which a holiday or a pause since may have moved past the one that it named. */
function apologised(
  dates: { readonly dueAt: Instant; readonly newDueAt: Instant },
  { texts: { now: words }, now, moment, who }: StoryContext,
): CitizenNotice {
  const [lawful, named] = [moment(dates.dueAt), moment(dates.newDueAt)];
  const line = dates.dueAt > dates.newDueAt ? words.movedPast(named, lawful) : words.redated(lawful, named);
  const isMissed = now > appointmentInForce(dates);
  return {
    tone: isMissed ? "danger" : "warn",
    title: words.redatedTitle,
    lines: [line, ...(isMissed ? [words.missedToo(who)] : [])],
  };
}

function supplement({ supplement: asked, clock }: CaseState, context: StoryContext): CitizenNotice {
  const words = context.texts.now;
  const sentence = context.supplementRestarts ? words.clockRestarts : words.clockResumes;
  const clockLine =
    clock.startedAt === undefined || clock.pausedAt === undefined
      ? words.clockNotStarted
      : sentence(context.moment(clock.pausedAt));
  const once = context.supplementOnce ? [words.once] : [];
  const why = asked === undefined ? [] : [`${words.reason}: ${asked.reason}`];
  return {
    tone: "warn",
    title: words.supplementTitle,
    items: asked?.items ?? [],
    lines: [...why, words.supplementWhere(context.desk), ...once, clockLine],
  };
}

function duty({ duty: owed, clock, matter, open }: CaseState, context: StoryContext): CitizenNotice {
  const words = context.texts.now;
  const unpaid = owed !== undefined && !owed.paid;
  // A payment that the process foresees has its notice in the document by which the case was sent there.
  const notice = open.find((step) => step.work === "await-payment")?.evidence;
  const what = [
    ...(unpaid ? [words.duty(owed.name, formatMoney(owed.amount), owed.notice)] : []),
    ...(notice === undefined ? [] : [words.dutyNotice(notice.number, formatDate(notice.date))]),
  ];
  const goesOn = matter.appointments === undefined ? words.clockResumes : words.clockSecond;
  const since = clock.pausedAt === undefined ? [] : [goesOn(context.moment(clock.pausedAt))];
  return { tone: "warn", title: words.dutyTitle, lines: [...what, words.dutyWhere(context.desk), ...since] };
}

function collecting({ returnMethod, fee }: CaseState, context: StoryContext): CitizenNotice {
  const words = context.texts.now;
  const owed =
    fee === undefined || fee.paid || fee.amount === 0
      ? []
      : [words.feeOwed(fee.name, formatMoney(fee.amount))];
  const how = context.texts.collect[returnMethod](context.desk);
  return { tone: "ok", title: words.collectTitle, lines: [how, ...owed] };
}

/** The reason of the action that ended the case, as its paper gives it. */
function reason(actions: readonly CaseAction[], context: StoryContext, title: string): CitizenNotice[] {
  const data = actions.at(-1)?.data;
  switch (data?.type) {
    case "refused":
    case "supplement-lapsed":
      return [{ tone: "danger", title, lines: [data.reason] }];
    case "stopped":
      return [{ tone: "warn", title, lines: [data.reason, `${context.texts.now.basis}: ${data.basis}`] }];
    default:
      return [];
  }
}
