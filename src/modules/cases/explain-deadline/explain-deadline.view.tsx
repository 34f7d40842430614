import type { VNode } from "preact";
import type { DerivationLine } from "../../../kernel/deadline.ts";
import { formatDate, formatDateTime, type Instant, type Lang } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import { DataTable, LinkButton, Notice, PageTitle, PrintLink } from "../../../ui/index.ts";
import type { CountingWhy } from "../domain/counting.ts";
import { dueCauses } from "../due-causes.ts";
import { textsOf } from "../texts.ts";
import { uncountedName } from "../uncounted-name.ts";
import type {
  Checked,
  DeadlineExplanation,
  DeadlineSection,
  Document,
  ExplainedCap,
  LimitOfChannel,
} from "./explain-deadline.ts";
import { citation, lineWords, workingTime } from "./line-words.ts";
import { en } from "./messages.en.ts";
import { type ExplainMessages, vi } from "./messages.vi.ts";

type ExplanationProps = {
  readonly explanation: DeadlineExplanation;
  readonly code: string;
  readonly lang: Lang;
  readonly backHref: string;
};

export const explainTexts = (lang: Lang): ExplainMessages => (lang === "vi" ? vi : en);

/** How the date of a case came about, for the citizen and the officer alike. */
export function Explanation({ explanation, code, lang, backHref }: ExplanationProps): VNode {
  const words = explainTexts(lang);
  const { firstDueAt, dueAt, newDueAt } = explanation;
  const moment = (instant: Instant) => formatDateTime(instant, lang);
  return (
    <>
      <PageTitle
        title={words.title}
        kicker={<span class="code">{code}</span>}
        lead={lead(explanation, lang)}
      />
      {firstDueAt === undefined || firstDueAt === dueAt ? null : <p>{words.first(moment(firstDueAt))}</p>}
      {newDueAt === undefined ? null : (
        <p>
          {dueAt !== undefined && dueAt > newDueAt
            ? words.renewedPassed(moment(newDueAt), moment(dueAt))
            : words.renewed(moment(newDueAt))}
        </p>
      )}
      {explanation.agrees ? <Notice tone="ok">{words.agrees}</Notice> : null}
      {explanation.sections.map((section) => (
        <Section key={`${section.kind} ${section.at}`} section={section} lang={lang} />
      ))}
      <p class="no-print">
        <LinkButton href={backHref} icon="arrow-left">
          {words.back}
        </LinkButton>{" "}
        <PrintLink />
      </p>
    </>
  );
}

function lead({ dueAt, paused, sections }: DeadlineExplanation, lang: Lang): string {
  const words = explainTexts(lang);
  if (dueAt !== undefined) return words.lead(formatDateTime(dueAt, lang));
  if (paused) return words.leadPaused;
  return sections.some((section) => section.kind === "no-appointment") ? words.leadNone : words.caption;
}

type SectionProps = { readonly section: DeadlineSection; readonly lang: Lang };

function Section({ section, lang }: SectionProps): VNode {
  return (
    <section class="flow">
      <SectionBody section={section} lang={lang} />
      {"agrees" in section && !section.agrees ? <Disagreement section={section} lang={lang} /> : null}
    </section>
  );
}

function SectionBody({ section, lang }: SectionProps): VNode {
  const words = explainTexts(lang);
  const moment = (instant: Instant | undefined) =>
    instant === undefined ? words.noDate : formatDateTime(instant, lang);
  const at = moment(section.at);
  switch (section.kind) {
    case "counted": {
      const extra = section.extraWorkingDays === undefined ? "" : words.extra(section.extraWorkingDays);
      const which = section.appointment === undefined ? "" : words.appointment[section.appointment];
      const limit = `${which}${formatTimeLimit(section.limit, lang)}${extra}`;
      return (
        <>
          <h2>{words.counted[section.why](moment(section.from))}</h2>
          <DocumentLine document={section.evidence} tell={words.cameBy} />
          <p class="soft">{words.basis(limit, citation(section.rules.source), section.calendar)}</p>
          <ChannelLine of={section.channel} lang={lang} />
          <LineTable lines={section.lines} why={section.why} lang={lang} />
          <CapLine cap={section.group} lang={lang} />
        </>
      );
    }
    case "recomputed": {
      const extra = section.extraWorkingDays === undefined ? "" : words.extra(section.extraWorkingDays);
      const limit = `${formatTimeLimit(section.limit, lang)}${extra}`;
      return (
        <>
          <h2>{words.recomputed(at)}</h2>
          <p>
            {words.recomputedWhy(
              dueCauses(section.causes, lang),
              moment(section.oldDueAt),
              moment(section.dueAt),
            )}
          </p>
          <p class="soft">{words.basis(limit, citation(section.rules.source), section.calendar)}</p>
          <ChannelLine of={section.channel} lang={lang} />
          <LineTable lines={section.lines} why={section.why} lang={lang} />
          <CapLine cap={section.group} lang={lang} />
          {section.goneOn.map((pause) => (
            <div key={pause.at} class="flow">
              <p>{words.resumed(moment(pause.at), leftWords(pause, lang), moment(pause.dueAt))}</p>
              <LineTable lines={pause.lines} why={section.why} lang={lang} />
            </div>
          ))}
        </>
      );
    }
    case "no-appointment":
      return <p>{words.noAppointment}</p>;
    case "paused":
      return (
        <>
          <p>{pauseWords(section, at, lang)}</p>
          {section.missedDueAt === undefined ? null : <p>{words.missed(moment(section.missedDueAt))}</p>}
          <DocumentLine document={section.evidence} tell={words.sentBy} />
        </>
      );
    case "first-appointment":
      return <p>{words.firstAppointment[section.verdict](at, moment(section.owedAt))}</p>;
    case "resumed":
      return (
        <>
          <p>{words.resumed(at, leftWords(section, lang), moment(section.dueAt))}</p>
          <DocumentLine document={section.evidence} tell={words.cameBy} />
          <LineTable lines={section.lines} why="started" lang={lang} />
        </>
      );
    case "re-dated":
      return <p>{words.redated(at, moment(section.owedAt), moment(section.dueAt))}</p>;
    case "reopened":
      return <p>{words.reopened(at, moment(section.dueAt))}</p>;
    case "ended":
      return <p>{words.ended(at)}</p>;
  }
}

/** Why the clock stands: one of the kinds of time that the law does not count, with its letter there. */
/** What was left when the clock stopped. */
function leftWords(
  { daysLeft, minutesLeft }: { readonly daysLeft?: number; readonly minutesLeft: number },
  lang: Lang,
): string {
  return daysLeft === undefined
    ? workingTime(minutesLeft, explainTexts(lang))
    : formatTimeLimit({ amount: daysLeft, unit: "calendar-day" }, lang);
}

function pauseWords(section: DeadlineSection & { readonly kind: "paused" }, at: string, lang: Lang): string {
  const words = explainTexts(lang);
  if (section.why !== "uncounted") return words.paused[section.why](at);
  return words.uncounted(at, uncountedName(section.reason, lang) ?? words.uncountedOther);
}

/** That the time is the channel's, and where that stands. */
function ChannelLine({
  of,
  lang,
}: {
  readonly of: LimitOfChannel | undefined;
  readonly lang: Lang;
}): VNode | null {
  if (of === undefined) return null;
  const channel = textsOf(lang).channels[of.channel];
  return <p class="soft">{explainTexts(lang).ofChannel(channel, of.procedureCode, of.procedureVersion)}</p>;
}

/** The date of the whole group, where it comes before the one that the days above give. */
function CapLine({
  cap,
  lang,
}: {
  readonly cap: ExplainedCap | undefined;
  readonly lang: Lang;
}): VNode | null {
  if (cap === undefined) return null;
  const moment = (instant: Instant) => formatDateTime(instant, lang);
  const limit = formatTimeLimit(cap.limit, lang);
  return <p>{explainTexts(lang).capped(limit, moment(cap.from), moment(cap.dueAt), moment(cap.ownDueAt))}</p>;
}

/** A document that stopped the clock or let it go on. */
function DocumentLine(props: {
  readonly document: Document | undefined;
  readonly tell: (number: string, date: string | undefined) => string;
}): VNode | null {
  const { document, tell } = props;
  if (document === undefined) return null;
  return (
    <p class="soft">
      {tell(document.number, document.date === undefined ? undefined : formatDate(document.date))}
    </p>
  );
}

type LineTableProps = {
  readonly lines: readonly DerivationLine[];
  readonly why: CountingWhy;
  readonly lang: Lang;
};

function LineTable(props: LineTableProps): VNode | null {
  if (props.lines.length === 0) return null;
  const words = explainTexts(props.lang);
  const rows = props.lines.map((line, index) => ({ ...lineWords(line, props.why, words), key: `${index}` }));
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      cards={false}
      rows={rows}
      rowKey={(row) => row.key}
      empty={null}
      columns={[
        { key: "date", label: words.columns.date, primary: true, cell: (row) => row.day },
        { key: "what", label: words.columns.what, cell: (row) => row.what },
      ]}
    />
  );
}

/** Must not happen, and is not hidden if it does. */
function Disagreement(props: { readonly section: Checked; readonly lang: Lang }): VNode {
  const words = explainTexts(props.lang);
  const { dueAt, recomputedDueAt } = props.section;
  const moment = (instant: Instant | undefined) =>
    instant === undefined ? words.noDate : formatDateTime(instant, props.lang);
  return (
    <Notice tone="danger" title={words.disagreesTitle}>
      <p>{words.disagrees(moment(dueAt), moment(recomputedDueAt))}</p>
    </Notice>
  );
}
