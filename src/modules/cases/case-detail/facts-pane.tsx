import type { ComponentChildren, VNode } from "preact";
import { formatMoney } from "../../../kernel/money.ts";
import { formatDate, formatDateTime, type Instant } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import { DueChip, type SummaryItem, SummaryList } from "../../../ui/index.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { textsOf } from "../texts.ts";
import { uncountedName } from "../uncounted-name.ts";
import { caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";

/** Who asks for what, where it lies and until when. */
export function FactsPane({ view }: { readonly view: CaseView }): VNode {
  const texts = caseTexts(view.lang);
  return (
    <>
      <h2>{texts.times}</h2>
      <SummaryList dense items={shown(times(view))} />
      {view.detail.state.clock.startedAt === undefined ? null : (
        <p>
          <a href={`/officer/cases/${view.detail.state.id}/explain`}>{texts.whyThisDate}</a>
        </p>
      )}
      <h2>{texts.applicant}</h2>
      <SummaryList dense items={shown(people(view))} />
      <h2>{texts.facts}</h2>
      <SummaryList dense items={shown(matter(view))} />
    </>
  );
}

type Fact = readonly [label: string, value: ComponentChildren | undefined];

function shown(facts: readonly Fact[]): SummaryItem[] {
  return facts.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [{ label, value }]));
}

/** Hẹn lần 1 and hẹn lần 2, with what became of the first. */
function appointments({ lang, detail }: CaseView): Fact[] {
  const texts = caseTexts(lang);
  const { clock, matter } = detail.state;
  const { noticed, secondFrom } = clock;
  const first = noticed?.dueAt ?? clock.dueAt ?? clock.dueBeforePause ?? clock.firstDueAt;
  const kept = noticed === undefined ? "" : `, ${texts.appointmentKept[noticed.verdict]}`;
  const second = secondFrom === undefined ? undefined : (clock.dueAt ?? clock.dueBeforePause);
  const later = matter.appointments && texts.secondLater(formatTimeLimit(matter.appointments.second, lang));
  return [
    [texts.firstAppointment, first === undefined ? undefined : `${formatDateTime(first, lang)}${kept}`],
    [texts.secondAppointment, second === undefined ? later : formatDateTime(second, lang)],
  ];
}

function times(view: CaseView): Fact[] {
  const { lang, detail, due } = view;
  const texts = caseTexts(lang);
  const { state } = detail;
  const { clock } = state;
  const at = (instant: Instant | undefined) =>
    instant === undefined ? undefined : formatDateTime(instant, lang);
  const paused =
    state.status === CASE_STATUS.supplement
      ? texts.pausedWhy.supplement
      : state.status === CASE_STATUS.financialDuty
        ? texts.pausedWhy.duty
        : (uncountedName(state.open.find((step) => step.uncounted !== undefined)?.uncounted, lang) ??
          texts.pausedWhy.uncounted);
  const running = state.finishedAt === undefined && clock.endedAt === undefined;
  return [
    [
      texts.due,
      running ? (
        <>
          <DueChip {...due} />
          {clock.dueAt === undefined ? null : <div>{at(clock.dueAt)}</div>}
        </>
      ) : undefined,
    ],
    [texts.pausedAt, clock.pausedAt === undefined ? undefined : `${at(clock.pausedAt)}, ${paused}`],
    [
      state.receivedAt === undefined ? texts.registeredAt : texts.receivedAt,
      at(state.receivedAt ?? state.registeredAt),
    ],
    ...(state.matter.appointments === undefined
      ? ([[texts.firstDue, at(clock.firstDueAt)]] as const)
      : appointments(view)),
    [texts.newDue, at(clock.newDueAt)],
    [
      texts.finishedAt,
      state.finishedAt === undefined ? undefined : (
        <>
          {at(state.finishedAt)} <DueChip {...due} />
        </>
      ),
    ],
    [texts.returnedAt, at(state.returned?.at)],
  ];
}

function people({ lang, detail }: CaseView): Fact[] {
  const texts = caseTexts(lang);
  const { applicant, representative } = detail.state;
  return [
    [
      texts.name,
      <>
        <b>{applicant.name}</b>
        <div class="soft small">{textsOf(lang).applicantKinds[applicant.kind]}</div>
      </>,
    ],
    [texts.number, applicant.number === undefined ? undefined : <span class="code">{applicant.number}</span>],
    [texts.birthDate, applicant.birthDate === undefined ? undefined : writtenDate(applicant.birthDate)],
    [
      texts.phone,
      applicant.phone === undefined ? undefined : <a href={`tel:${applicant.phone}`}>{applicant.phone}</a>,
    ],
    [texts.email, applicant.email],
    [texts.address, applicant.address],
    [
      texts.representative,
      representative === undefined
        ? undefined
        : [
            representative.name,
            representative.number,
            representative.phone,
            texts.representedBy(representative.paper),
          ]
            .filter((part) => part !== undefined)
            .join(", "),
    ],
  ];
}

function matter({ lang, detail, names }: CaseView): Fact[] {
  const texts = caseTexts(lang);
  const shared = textsOf(lang);
  const { state } = detail;
  const { fee, duty, matter: about } = state;
  const paid = (yes: boolean) => (yes ? texts.paid : texts.unpaid);
  const limit =
    about.limit === undefined
      ? texts.noLimit
      : [
          formatTimeLimit(about.limit, lang),
          ...(about.limitChannel === undefined ? [] : [texts.ofChannel]),
          ...(about.extraWorkingDays === undefined ? [] : [texts.extraDays(about.extraWorkingDays)]),
        ].join(", ");
  return [
    [texts.request, state.request],
    [
      texts.procedure,
      <>
        {about.procedureName} <span class="soft code">{about.procedureCode}</span>
      </>,
    ],
    [texts.variant, about.variantName],
    [texts.limit, limit],
    [texts.channel, shared.channels[state.channel]],
    [texts.receivingUnit, names.unit(state.receivingUnitId)],
    [texts.decidingUnit, names.unit(state.decidingUnitId)],
    [texts.place, state.matter.placeUnitId === undefined ? undefined : names.unit(state.matter.placeUnitId)],
    [texts.fee, fee === undefined ? undefined : `${formatMoney(fee.amount)}, ${paid(fee.paid)}`],
    [
      texts.duty,
      duty === undefined ? undefined : `${duty.name}: ${formatMoney(duty.amount)}, ${paid(duty.paid)}`,
    ],
    [
      texts.returnMethod,
      [shared.returnMethods[state.returnMethod], state.returnAddress].filter(Boolean).join(": "),
    ],
    [texts.copies, state.copies === 1 ? undefined : String(state.copies)],
  ];
}

/** Birth dates are kept as they were written or as "YYYY-MM-DD". */
function writtenDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(text) : text;
}
