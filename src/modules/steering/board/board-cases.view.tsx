import type { VNode } from "preact";
import { formatDate, formatDateTime, type Lang, toIso } from "../../../kernel/time.ts";
import {
  DataTable,
  DueChip,
  EmptyState,
  LongName,
  PageTitle,
  Pagination,
  StateBadge,
  Tabs,
} from "../../../ui/index.ts";
import { type BoardCase, MEASURES, type MeasureName } from "./board-cases.query.ts";
import { boardTexts } from "./board-model.ts";
import type { BoardRequest } from "./board-request.ts";

type TableProps = {
  readonly lang: Lang;
  readonly caption: string;
  readonly rows: readonly BoardCase[];
  /** Cases that the reader may open. */
  readonly readable: ReadonlySet<string>;
  readonly unitName: (id: number) => string;
};

/** Cases without personal data: what, whose, since when, until when. */
export function CaseTable({ lang, caption, rows, readable, unitName }: TableProps): VNode {
  const words = boardTexts(lang).drill;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.caseId}
      rowMark={(row) => (row.late ? "late" : undefined)}
      columns={[
        {
          key: "code",
          label: words.code,
          kind: "code",
          primary: true,
          cell: (row) =>
            readable.has(row.caseId) ? <a href={`/officer/cases/${row.caseId}`}>{row.code}</a> : row.code,
        },
        { key: "procedure", label: words.procedure, cell: (row) => <LongName text={row.procedureName} /> },
        { key: "unit", label: words.unit, cell: (row) => unitName(row.unitId) },
        {
          key: "holder",
          label: words.holder,
          cell: (row) => (row.holderUnitId === null ? "" : unitName(row.holderUnitId)),
        },
        { key: "received", label: words.received, cell: (row) => formatDate(row.receivedAt) },
        { key: "due", label: words.due, cell: (row) => <Due lang={lang} row={row} /> },
        { key: "state", label: words.state, cell: (row) => <StateBadge state={row.status} /> },
      ]}
      empty={
        <EmptyState title={words.empty} icon="search">
          {words.emptyWhy}
        </EmptyState>
      }
    />
  );
}

function Due({ lang, row }: { readonly lang: Lang; readonly row: BoardCase }) {
  if (row.dueAt === null) return <span class="soft">{boardTexts(lang).drill.noDue}</span>;
  const text = formatDate(row.dueAt);
  if (!row.late) return text;
  return (
    <DueChip lateness="late" text={text} exact={formatDateTime(row.dueAt, lang)} iso={toIso(row.dueAt)} />
  );
}

type ListProps = Omit<TableProps, "caption"> & {
  readonly request: BoardRequest;
  readonly measure: MeasureName;
  readonly place: string;
  readonly field: string | undefined;
  readonly boardHref: string | undefined;
  readonly measureHref: (measure: MeasureName) => string;
  readonly nextHref: string | undefined;
  readonly firstHref: string | undefined;
};

/** The cases behind a number of the board. */
export function BoardCasesList(props: ListProps): VNode {
  const { lang, request, measure, place, field } = props;
  const words = boardTexts(lang);
  const present = "present" in MEASURES[measure];
  const when = present ? words.presentTitle : words.periods[request.period];
  return (
    <>
      <PageTitle
        title={words.figures[measure]}
        kicker={words.drill.title}
        lead={[place, field, when].filter((part) => part !== undefined).join(" · ")}
      />
      <Tabs
        label={words.drill.measure}
        items={(Object.keys(MEASURES) as MeasureName[]).map((name) => ({
          href: props.measureHref(name),
          label: words.figures[name],
          current: name === measure,
        }))}
      />
      <CaseTable {...props} caption={words.figures[measure]} />
      <Pagination previousHref={props.firstHref} nextHref={props.nextHref} />
      <p class="soft small">{words.drill.private}</p>
      {props.boardHref === undefined ? null : <a href={props.boardHref}>{words.drill.back}</a>}
    </>
  );
}
