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
  PageTitle,
  Select,
  StatFigure,
} from "../../../ui/index.ts";
import { ItemList } from "../track-case/item-list.tsx";
import { en } from "./messages.en.ts";
import { type OnTimeMessages, vi } from "./messages.vi.ts";
import { ON_TIME_PATH, type ReportRequest, reportHref, type SortKey } from "./report-request.ts";
import { type ReportRow, totalRow } from "./report-rows.ts";

export const onTimeTexts = (lang: Lang): OnTimeMessages => (lang === "vi" ? vi : en);

type ReportProps = {
  readonly request: ReportRequest;
  readonly rows: readonly ReportRow[];
  readonly levels: readonly string[];
  readonly lang: Lang;
};

/** The report: three figures, the table, how they are made. */
export function OnTimeReport({ request, rows, levels, lang }: ReportProps): VNode {
  const words = onTimeTexts(lang);
  const errors: FormError[] = request.faults.map(({ field, code }) => ({
    field,
    text: code === "not-a-date" ? words.notADate : words.wrongOrder,
  }));
  return (
    <>
      <PageTitle
        title={words.title}
        lead={errors.length > 0 ? undefined : words.lead(formatDate(request.from), formatDate(request.to))}
        actions={
          errors.length > 0 ? undefined : (
            <LinkButton href={reportHref(request, {}, `${ON_TIME_PATH}.csv`)} icon="download">
              {words.csv}
            </LinkButton>
          )
        }
      />
      <ErrorSummary errors={errors} />
      <Period request={request} levels={levels} errors={errors} words={words} />
      {errors.length > 0 ? null : <Figures request={request} rows={rows} lang={lang} />}
      <section class="flow">
        <h2>{words.methodTitle}</h2>
        <ItemList items={words.method} />
      </section>
    </>
  );
}

type PeriodProps = {
  readonly request: ReportRequest;
  readonly levels: readonly string[];
  readonly errors: readonly FormError[];
  readonly words: OnTimeMessages;
};

function Period({ request, levels, errors, words }: PeriodProps): VNode {
  const names: Readonly<Record<string, string>> = words.levels;
  return (
    <Form action={ON_TIME_PATH} method="get" class="filters">
      <DateField name="from" label={words.from} value={request.typed.from} error={errorOf(errors, "from")} />
      <DateField name="to" label={words.to} value={request.typed.to} error={errorOf(errors, "to")} />
      <Select
        name="level"
        label={words.level}
        required={false}
        unmarked
        emptyLabel={words.allLevels}
        value={request.level}
        options={levels.map((level) => ({ value: level, label: names[level] ?? level }))}
      />
      <Select
        name="by"
        label={words.by}
        required={false}
        unmarked
        emptyLabel={words.byThen}
        value={request.by === "now" ? "now" : ""}
        options={[{ value: "now", label: words.byNow }]}
      />
      <Button icon="search">{words.show}</Button>
    </Form>
  );
}

function Figures({ request, rows, lang }: Omit<ReportProps, "levels">): VNode {
  const words = onTimeTexts(lang);
  const total = totalRow(rows);
  const judged = total.early + total.onTime + total.late;
  return (
    <>
      <CardGrid>
        <StatFigure
          value={percent(total.rate, words, lang)}
          label={request.level === "" ? words.overall : words.overallOf}
          note={words.finishedNote(groupThousands(judged))}
        />
        <StatFigure value={groupThousands(total.received)} label={words.received} />
        <StatFigure
          value={groupThousands(total.lateOpen)}
          label={words.lateOpen}
          tone={total.lateOpen > 0 ? "danger" : undefined}
        />
      </CardGrid>
      <DataTable
        caption={words.title}
        captionHidden
        columns={columns(request, lang)}
        rows={rows}
        rowKey={(row) => `${row.unitId}`}
        rowMark={(row) => (row.lateOpen > 0 ? "late" : undefined)}
        foot={[
          words.total,
          ...COUNTS.map((key) => groupThousands(total[key])),
          percent(total.rate, words, lang),
        ]}
        empty={
          <EmptyState title={words.emptyTitle} icon="chart">
            {words.empty}
          </EmptyState>
        }
      />
    </>
  );
}

const COUNTS = ["received", "finished", "early", "onTime", "late", "lateOpen"] as const;

function columns(request: ReportRequest, lang: Lang): Column<ReportRow>[] {
  const words = onTimeTexts(lang);
  const head = (key: SortKey) => ({ key, label: words.columns[key], sort: sortLink(request, key) });
  return [
    { ...head("unit"), primary: true, cell: (row) => row.unit },
    ...COUNTS.map(
      (key): Column<ReportRow> => ({
        ...head(key),
        kind: "number",
        cell: (row) => groupThousands(row[key]),
      }),
    ),
    {
      ...head("rate"),
      kind: "number",
      cell: (row) => <Rate rate={row.rate} words={words} lang={lang} />,
    },
  ];
}

function sortLink(request: ReportRequest, sort: SortKey) {
  const now = request.sort === sort ? request.order : undefined;
  const order = now === "ascending" ? "descending" : "ascending";
  return { href: reportHref(request, { sort, order }), now };
}

type RateProps = { readonly rate: number | undefined; readonly words: OnTimeMessages; readonly lang: Lang };

function Rate({ rate, words, lang }: RateProps): VNode {
  if (rate === undefined) return <span class="soft">{words.noRate}</span>;
  const tone = rate >= 0.9 ? "tone-ok" : rate >= 0.7 ? "tone-warn" : "tone-danger";
  return (
    <div class={tone}>
      {percent(rate, words, lang)}
      <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" width="100" height="4" />
        <rect class="fill" width={(rate * 100).toFixed(2)} height="4" />
      </svg>
    </div>
  );
}

/** "98,4 %"; rounded down, so that 100 % means every single case. */
export function percent(rate: number | undefined, words: OnTimeMessages, lang: Lang): string {
  if (rate === undefined) return words.noRate;
  const shown = (Math.floor(rate * 1000) / 10).toFixed(1);
  return `${lang === "vi" ? shown.replace(".", ",") : shown} %`;
}
