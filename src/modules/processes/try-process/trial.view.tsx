import type { VNode } from "preact";
import { formatDateTime, type Instant } from "../../../kernel/time.ts";
import {
  Badge,
  CardGrid,
  type Column,
  DataTable,
  Notice,
  ProcessDiagram,
  StatFigure,
} from "../../../ui/index.ts";
import { pictureOf, type StepMark } from "../diagram/process-picture.ts";
import { budgetText, stepName, textsOf } from "../texts.ts";
import type { Trial, TrialLine } from "./trial.ts";
import type { TryProps } from "./try-process.view.tsx";

type Props = TryProps & { readonly trial: Trial };

/** What happens to the invented case: the appointment, the verdict, every piece of work, and the way on the diagram. */
export function TrialView(props: Props): VNode {
  const { lang, directory, tried, trial } = props;
  const texts = textsOf(lang);
  const silent = tried.terms?.whenSilent;
  return (
    <>
      {trial.isEndless ? <Notice tone="danger">{texts.trying.endless}</Notice> : null}
      <Figures {...props} />
      {trial.silentAt === undefined || silent === undefined ? null : (
        <Notice tone="warn" title={texts.trying.silentAt(formatDateTime(trial.silentAt, lang))}>
          <p>{texts.silent(silent.outcome, silent.basis)}</p>
        </Notice>
      )}
      {trial.standing.map(({ from, until }) => (
        <Notice key={from} tone="paused" title={texts.trying.stands}>
          <p>{`${formatDateTime(from, lang)} – ${formatDateTime(until, lang)}`}</p>
        </Notice>
      ))}
      <h2>{texts.trying.timeline}</h2>
      <DataTable
        caption={texts.trying.timeline}
        captionHidden
        rows={trial.lines}
        rowKey={(line) => String(line.number)}
        rowMark={(line) => (line.lateMinutes > 0 ? "late" : undefined)}
        columns={columns(props)}
        empty={null}
      />
      <ProcessDiagram {...pictureOf(tried.steps, directory, lang, marksOf(props))} label={texts.diagram} />
    </>
  );
}

function Figures({ lang, trial }: Props): VNode {
  const texts = textsOf(lang).trying;
  const moment = (at: Instant | undefined) =>
    at === undefined ? texts.noAppointment : formatDateTime(at, lang);
  const isTwice = trial.secondDueAt !== undefined;
  return (
    <CardGrid>
      <StatFigure
        value={moment(isTwice ? trial.firstDueAt : trial.dueAt)}
        label={isTwice ? texts.firstAppointment : texts.appointment}
      />
      {isTwice ? <StatFigure value={moment(trial.secondDueAt)} label={texts.secondAppointment} /> : null}
      <StatFigure value={moment(trial.finishedAt)} label={texts.finished} />
      <StatFigure
        value={trial.verdict === undefined ? "–" : texts.verdicts[trial.verdict]}
        label={texts.verdict}
        tone={trial.verdict === "late" ? "danger" : trial.verdict === undefined ? undefined : "ok"}
      />
      <StatFigure value={budgetText(trial.consumedMinutes, lang)} label={texts.consumed} />
    </CardGrid>
  );
}

function columns({ lang, tried }: Props): readonly Column<TrialLine>[] {
  const texts = textsOf(lang);
  const { trying } = texts;
  const named = (id: string): string => {
    const index = tried.steps.findIndex((step) => step.id === id);
    const step = tried.steps[index];
    return step === undefined ? id : texts.next(index + 1, stepName(step, lang));
  };
  return [
    {
      key: "step",
      label: texts.step,
      primary: true,
      cell: ({ step, outcome, denied, waitsFor }) => (
        <>
          {named(step.id)}
          {outcome === "go-on" ? null : <div class="soft small">{trying.outcomes[outcome]}</div>}
          {denied === undefined ? null : <div class="soft small">{trying.denied[denied]}</div>}
          {step.uncounted === undefined ? null : (
            <div class="soft small">{texts.uncounted(texts.reasons[step.uncounted])}</div>
          )}
          {waitsFor.length === 0 ? null : (
            <div class="soft small">{trying.waitsFor(waitsFor.map(named).join(", "))}</div>
          )}
        </>
      ),
    },
    { key: "opened", label: trying.opened, cell: ({ openedAt }) => formatDateTime(openedAt, lang) },
    { key: "due", label: trying.due, cell: ({ dueAt }) => formatDateTime(dueAt, lang) },
    { key: "closed", label: trying.closed, cell: ({ closedAt }) => formatDateTime(closedAt, lang) },
    { key: "took", label: trying.took, cell: ({ consumedMinutes }) => budgetText(consumedMinutes, lang) },
    {
      key: "late",
      label: trying.verdict,
      cell: ({ lateMinutes }) =>
        lateMinutes > 0 ? (
          <Badge tone="danger" icon="clock-alert" label={trying.late(budgetText(lateMinutes, lang))} />
        ) : (
          <Badge tone="ok" icon="check" label={trying.onTime} />
        ),
    },
  ];
}

/** How each step went, for the diagram: the last time it was done, or that it was not on the way. */
function marksOf({ trial, tried, lang }: Props): ReadonlyMap<string, StepMark> {
  const texts = textsOf(lang).trying;
  const marks = new Map<string, StepMark>(
    tried.steps.map(({ id }) => [id, { state: "skipped", note: texts.notReached }]),
  );
  for (const { step, lateMinutes, closedAt } of trial.lines) {
    const isLate = lateMinutes > 0;
    const word = isLate ? texts.late(budgetText(lateMinutes, lang)) : formatDateTime(closedAt, lang);
    marks.set(step.id, { state: isLate ? "late" : "ok", note: word });
  }
  return marks;
}
