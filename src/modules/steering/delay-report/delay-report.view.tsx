import type { VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDate, type Lang } from "../../../kernel/time.ts";
import {
  Button,
  CardGrid,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  LinkButton,
  LongName,
  type Option,
  PageTitle,
  Select,
  StatFigure,
} from "../../../ui/index.ts";
import { duration } from "../duration.ts";
import type { DelayedCase, DelayFigures, DelayLine } from "./delay-report.ts";
import { type DelayRequest, delayHref } from "./delay-request.ts";
import { en } from "./messages.en.ts";
import { type DelayMessages, vi } from "./messages.vi.ts";

export const delayTexts = (lang: Lang): DelayMessages => (lang === "vi" ? vi : en);

/** How the report names things. */
export type DelayNames = { unit(id: number): string; work(work: string): string };

/** Lines on the page; the CSV has all. */
const SHOWN = 50;

type ReportProps = {
  readonly lang: Lang;
  readonly request: DelayRequest;
  readonly units: readonly Option[];
  /** Absent where the request is wrong. */
  readonly figures: DelayFigures | undefined;
  readonly names: DelayNames;
  /** Cases that the reader may open. */
  readonly readable: ReadonlySet<string>;
};

/** Whose the delay was: by unit, step and post; below the worst cases. */
export function DelayReport(props: ReportProps): VNode {
  const { lang, request, figures } = props;
  const words = delayTexts(lang);
  const errors: FormError[] = request.faults.map(({ field, code }) => ({
    field,
    text: code === "not-a-date" ? words.notADate : words.wrongOrder,
  }));
  return (
    <>
      <PageTitle
        title={words.title}
        lead={figures && words.lead(formatDate(request.from), formatDate(request.to))}
        actions={
          figures && (
            <LinkButton href={delayHref(request, {}, ".csv")} icon="download">
              {words.csv}
            </LinkButton>
          )
        }
      />
      <ErrorSummary errors={errors} />
      <Form action="/officer/reports/delay" method="get" class="filters">
        <DateField
          name="from"
          label={words.from}
          value={request.typed.from}
          error={errorOf(errors, "from")}
        />
        <DateField name="to" label={words.to} value={request.typed.to} error={errorOf(errors, "to")} />
        <Select
          name="unit"
          label={words.unit}
          required={false}
          unmarked
          emptyLabel={words.allUnits}
          value={request.unitCode}
          options={props.units}
        />
        <Button icon="search">{words.show}</Button>
      </Form>
      {figures === undefined ? null : <Figures {...props} figures={figures} />}
      <section class="flow">
        <h2>{words.methodTitle}</h2>
        <ul class="prose">
          {words.method.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Figures(props: ReportProps & { readonly figures: DelayFigures }): VNode {
  const { lang, figures, names, readable } = props;
  const words = delayTexts(lang);
  return (
    <>
      <CardGrid>
        <StatFigure value={duration(figures.overrun, lang)} label={words.overrun} />
        <StatFigure value={groupThousands(figures.lateSteps)} label={words.lateSteps} />
        <StatFigure value={groupThousands(figures.cases)} label={words.cases} />
      </CardGrid>
      <DataTable
        caption={words.title}
        captionHidden
        columns={lineColumns(props)}
        rows={figures.lines.slice(0, SHOWN)}
        rowKey={(line) => `${line.unitId}.${line.work}.${line.post}`}
        foot={[
          words.total,
          "",
          "",
          groupThousands(figures.lateSteps),
          duration(figures.overrun, lang),
          average(figures, lang),
        ]}
        empty={
          <EmptyState title={words.emptyTitle} icon="check-circle">
            {words.empty}
          </EmptyState>
        }
      />
      {figures.lines.length <= SHOWN ? null : <p class="soft">{words.more(figures.lines.length - SHOWN)}</p>}
      {figures.top.length === 0 ? null : (
        <DataTable
          caption={words.topTitle}
          columns={caseColumns(lang, names, readable)}
          rows={figures.top}
          rowKey={(one) => one.caseId}
          empty={null}
        />
      )}
    </>
  );
}

function lineColumns({ lang, names, request, units }: ReportProps): readonly Column<DelayLine>[] {
  const words = delayTexts(lang);
  const codes = new Set(units.map((unit) => unit.value));
  return [
    {
      key: "unit",
      label: words.columns.unit,
      primary: true,
      cell: ({ unitId }) => {
        const code = request.codeOf(unitId);
        const name = names.unit(unitId);
        return codes.has(code) && code !== request.unitCode ? (
          <a href={delayHref(request, { unitCode: code })}>{name}</a>
        ) : (
          name
        );
      },
    },
    { key: "work", label: words.columns.work, cell: (line) => names.work(line.work) },
    { key: "post", label: words.columns.post, cell: (line) => words.posts[line.post] ?? line.post },
    {
      key: "late",
      label: words.columns.lateSteps,
      kind: "number",
      cell: (line) => groupThousands(line.lateSteps),
    },
    {
      key: "overrun",
      label: words.columns.overrun,
      kind: "number",
      cell: (line) => duration(line.overrun, lang),
    },
    { key: "average", label: words.columns.average, kind: "number", cell: (line) => average(line, lang) },
  ];
}

function caseColumns(
  lang: Lang,
  names: DelayNames,
  readable: ReadonlySet<string>,
): readonly Column<DelayedCase>[] {
  const words = delayTexts(lang);
  return [
    {
      key: "case",
      label: words.case,
      primary: true,
      cell: (one) => (
        <div>
          {readable.has(one.caseId) ? (
            <a class="code" href={`/officer/cases/${one.caseId}`}>
              {one.caseCode}
            </a>
          ) : (
            <span class="code">{one.caseCode}</span>
          )}
          <div class="soft small">
            <LongName text={one.procedureName} />
          </div>
        </div>
      ),
    },
    {
      key: "worst",
      label: words.worst,
      cell: ({ worst }) => `${names.work(worst.work)}, ${names.unit(worst.unitId)}`,
    },
    {
      key: "overrun",
      label: words.columns.overrun,
      kind: "number",
      cell: (one) => duration(one.overrun, lang),
    },
  ];
}

function average({ overrun, lateSteps }: Pick<DelayLine, "overrun" | "lateSteps">, lang: Lang): string {
  return lateSteps === 0 ? "" : duration(Math.floor(overrun / lateSteps), lang);
}
