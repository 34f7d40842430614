import type { VNode } from "preact";
import { formatDateTime, type Lang, toLocalIso } from "../../../kernel/time.ts";
import {
  Badge,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Form,
  LongName,
  PageTitle,
  Pagination,
  RelativeTime,
} from "../../../ui/index.ts";
import { caseWords } from "../../cases/index.ts";
import { duration } from "../duration.ts";
import { en } from "./messages.en.ts";
import { type NoticeMessages, vi } from "./messages.vi.ts";
import type { NoticeRow } from "./notices.query.ts";

export const noticeTexts = (lang: Lang): NoticeMessages => (lang === "vi" ? vi : en);

/** A notice with its unit named, and whether its reader may open the case. */
export type ShownNotice = NoticeRow & { readonly unit: string; readonly readable: boolean };

type ViewProps = {
  readonly lang: Lang;
  readonly rows: readonly ShownNotice[];
  readonly unread: number;
  readonly nextHref: string | undefined;
  readonly firstHref: string | undefined;
};

export const NOTICES_URL = "/officer/notices";
const FORM = "mark-read";

/** The list of what an officer was told. */
export function Notices({ lang, rows, unread, nextHref, firstHref }: ViewProps): VNode {
  const words = noticeTexts(lang);
  return (
    <>
      <PageTitle title={words.title} lead={words.lead(unread)} />
      {unread === 0 ? null : (
        <Form id={FORM} action={`${NOTICES_URL}/read`} class="row">
          <Button icon="check">{words.markChosen}</Button>
          <Button name="all" value="yes" kind="ghost">
            {words.markAll}
          </Button>
        </Form>
      )}
      <DataTable
        caption={words.caption}
        captionHidden
        columns={columns(lang)}
        rows={rows}
        rowKey={(row) => String(row.id)}
        rowMark={(row) => (row.quiet ? undefined : isLate(row) ? "late" : "soon")}
        selection={
          unread === 0
            ? undefined
            : {
                name: "notice",
                form: FORM,
                label: (row) => `${sentence(row, lang)}, ${row.caseCode}`,
                refusal: (row) => (row.quiet ? words.done : undefined),
              }
        }
        empty={
          <EmptyState title={words.emptyTitle} icon="bell">
            {words.empty}
          </EmptyState>
        }
      />
      {rows.length === 0 ? null : (
        <Pagination note={words.shown(rows.length)} nextHref={nextHref} previousHref={firstHref} />
      )}
    </>
  );
}

function columns(lang: Lang): readonly Column<ShownNotice>[] {
  const words = noticeTexts(lang);
  return [
    {
      key: "what",
      label: words.what,
      primary: true,
      cell: (row) => (
        <div>
          {row.quiet ? sentence(row, lang) : <b>{sentence(row, lang)}</b>}{" "}
          {row.settled ? <Badge label={words.done} tone="ok" final /> : null}
          {row.quiet ? null : <Badge label={words.unread} tone={isLate(row) ? "danger" : "warn"} />}
          <div class="soft small">{row.unit}</div>
          <div class="soft small">
            <LongName text={row.procedureName} />
          </div>
        </div>
      ),
    },
    {
      key: "case",
      label: words.case,
      kind: "code",
      cell: (row) => (
        <div>
          {row.readable ? (
            <a class="code" href={`/officer/cases/${row.caseId}`}>
              {row.caseCode}
            </a>
          ) : (
            <span class="code">{row.caseCode}</span>
          )}
          {row.readable ? null : <div class="soft small">{words.noAccess}</div>}
        </div>
      ),
    },
    {
      key: "due",
      label: words.due,
      cell: (row) => (row.dueAt === null ? "" : formatDateTime(row.dueAt, lang)),
    },
    {
      key: "at",
      label: words.at,
      cell: (row) => (
        <RelativeTime
          text={formatDateTime(row.at, lang)}
          exact={formatDateTime(row.at, lang)}
          iso={toLocalIso(row.at)}
        />
      ),
    },
  ];
}

const LATE: ReadonlySet<NoticeRow["kind"]> = new Set(["urged", "apology-due", "new-date-due"]);

function isLate(row: NoticeRow): boolean {
  return LATE.has(row.kind) || row.minutesAfterDue !== null || row.percent === 100;
}

function sentence(row: NoticeRow, lang: Lang): string {
  const words = noticeTexts(lang);
  const works: Readonly<Record<string, string>> = caseWords(lang).works;
  const work = `“${works[row.work] ?? row.work}”`;
  switch (row.kind) {
    case "urged":
      return words.urged(work);
    case "silence":
      return words.silence;
    case "apology":
      return words.apology;
    case "apology-due":
      return words.apologyDue;
    case "new-date":
      return words.newDate;
    case "new-date-due":
      return words.newDateDue;
    case "warning":
      if (row.minutesAfterDue !== null) return words.late(work, duration(row.minutesAfterDue, lang));
      return row.percent === 100 ? words.usedUp(work) : words.used(row.percent ?? 0, work);
  }
}
