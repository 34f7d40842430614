import { formatTimeLimit, type TimeLimit } from "../../../kernel/time-limit.ts";
import type { CaseState } from "../domain/case-state.ts";
import { textsOf } from "../texts.ts";
import type { StoryContext } from "./story-context.ts";
import { verdictSentence } from "./verdict-sentence.ts";

export type Fact = { readonly label: string; readonly value: string };

/** The facts that the receipt states too, with every appointment that was ever named: the first one stays. */
export function citizenFacts(state: CaseState, context: StoryContext): Fact[] {
  const words = context.texts.facts;
  const { matter, result } = state;
  const verdict = verdictSentence(state, context)?.text;
  const facts: (Fact | undefined)[] = [
    { label: words.procedure, value: [matter.procedureName, matter.variantName].filter(Boolean).join(" – ") },
    { label: words.code, value: state.code },
    { label: words.desk, value: context.desk },
    { label: words.deskHours, value: context.deskHours },
    { label: words.unit, value: context.deciding },
    state.receivedAt === undefined
      ? undefined
      : { label: words.received, value: context.moment(state.receivedAt) },
    limit(state, context),
    ...dates(state, context),
    result === undefined || state.finishedAt === undefined
      ? undefined
      : {
          label: words.result,
          value: `${result.title}, ${words.resultOf(result.number, context.day(state.finishedAt))}`,
        },
    verdict === undefined ? undefined : { label: words.verdict, value: verdict },
  ];
  return facts.filter((fact) => fact !== undefined);
}

function limit({ matter }: CaseState, { lang, texts: { facts } }: StoryContext): Fact | undefined {
  if (matter.limit === undefined) return undefined;
  const extra = matter.extraWorkingDays === undefined ? "" : `, ${facts.extraDays(matter.extraWorkingDays)}`;
  const { limitChannel: channel } = matter;
  const own = channel === undefined ? "" : ` (${textsOf(lang).channels[channel].toLowerCase()})`;
  return { label: facts.limit, value: `${formatTimeLimit(matter.limit, lang)}${own}${extra}` };
}

function dates(state: CaseState, context: StoryContext): Fact[] {
  const { clock, matter } = state;
  const words = context.texts.facts;
  const { firstDueAt, dueAt, newDueAt, dueBeforePause } = clock;
  if (clock.startedAt === undefined) return [];
  if (firstDueAt === undefined) return [{ label: words.due, value: words.noDue }];
  if (matter.appointments !== undefined) return twoAppointments(state, matter.appointments.second, context);
  const facts: Fact[] = [];
  const moved = dueAt !== firstDueAt || newDueAt !== undefined;
  facts.push({ label: moved ? words.firstDue : words.due, value: context.moment(firstDueAt) });
  if (dueAt !== undefined && dueAt !== firstDueAt)
    facts.push({ label: words.currentDue, value: context.moment(dueAt) });
  if (dueBeforePause !== undefined && dueBeforePause !== firstDueAt)
    facts.push({ label: words.dueBeforePause, value: context.moment(dueBeforePause) });
  if (newDueAt !== undefined) facts.push({ label: words.newDue, value: context.moment(newDueAt) });
  return facts;
}

/** Until the notice of what is to be paid, and from the proof of payment on. */
function twoAppointments({ clock }: CaseState, second: TimeLimit, context: StoryContext): Fact[] {
  const words = context.texts.facts;
  const { noticed, secondFrom, newDueAt } = clock;
  const first = noticed?.dueAt ?? clock.dueAt ?? clock.dueBeforePause ?? clock.firstDueAt;
  const kept = noticed === undefined ? "" : `, ${words.kept[noticed.verdict]}`;
  const later = words.secondLater(formatTimeLimit(second, context.lang));
  const due = secondFrom === undefined ? undefined : (clock.dueAt ?? clock.dueBeforePause);
  return [
    ...(first === undefined
      ? []
      : [{ label: words.firstAppointment, value: `${context.moment(first)}${kept}` }]),
    { label: words.secondAppointment, value: due === undefined ? later : context.moment(due) },
    ...(newDueAt === undefined ? [] : [{ label: words.newDue, value: context.moment(newDueAt) }]),
  ];
}
