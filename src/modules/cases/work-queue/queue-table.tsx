import type { VNode } from "preact";
import type { Instant, Lang } from "../../../kernel/time.ts";
import {
  Badge,
  type CaseStateCode,
  type Column,
  DataTable,
  DueChip,
  EmptyState,
  LongName,
  StateBadge,
} from "../../../ui/index.ts";
import type { DueView } from "../due-view.ts";
import type { CasesMessages } from "../messages.vi.ts";
import { textsOf } from "../texts.ts";
import { QUEUE_URL, queueHref } from "./queue-address.ts";
import { queueTexts } from "./queue-texts.ts";
import type { QueueFilter, QueueRow } from "./work-queue.query.ts";

/** A row of the queue with everything named. */
export type NamedRow = QueueRow & {
  readonly step: string;
  readonly unit: string;
  readonly holder: string | undefined;
  /** The absent officer in whose stead this is done. */
  readonly inPlaceOf?: string;
  readonly due: DueView;
};

type QueueTableProps = {
  readonly lang: Lang;
  readonly rows: readonly NamedRow[];
  readonly filter: QueueFilter;
  readonly now: Instant;
  /** Shown with the holder only where the officer works in several units. */
  readonly showUnit: boolean;
};

/** The rows of a work queue, each one link, with the checkboxes of the batch. */
export function QueueTable({ lang, rows, filter, now, showUnit }: QueueTableProps): VNode {
  return (
    <DataTable
      caption={queueTexts(lang).caption}
      captionHidden
      columns={columns(lang, now, showUnit)}
      rows={rows}
      rowKey={(row) => `${row.caseId}.${row.version}.${row.seq}`}
      rowHref={(row) => `/officer/cases/${row.caseId}`}
      rowMark={(row) =>
        row.due.lateness === "late" ? "late" : row.due.lateness === "due-today" ? "soon" : undefined
      }
      selection={{ name: "case", form: "batch", label: (row) => row.code }}
      empty={<EmptyQueue lang={lang} filter={filter} />}
    />
  );
}

function columns(lang: Lang, now: Instant, showUnit: boolean): readonly Column<NamedRow>[] {
  const texts = queueTexts(lang);
  return [
    { key: "code", label: texts.code, primary: true, kind: "code", cell: (row) => row.code },
    { key: "due", label: texts.due, cell: (row) => <DueAndState lang={lang} row={row} /> },
    {
      key: "applicant",
      label: texts.applicant,
      cell: (row) => (
        <div>
          <b>{row.applicantName}</b>
          <div class="soft small">
            <LongName text={row.procedureName} />
          </div>
        </div>
      ),
    },
    {
      key: "step",
      label: texts.step,
      cell: (row) => (
        <div>
          <span class="whole" title={row.step}>
            {textsOf(lang).works[row.work as keyof CasesMessages["works"]]}
          </span>
          <div class="soft small">
            {row.inPlaceOf === undefined ? (row.holder ?? texts.unassigned) : texts.inPlaceOf(row.inPlaceOf)}
            {showUnit ? `, ${row.unit}` : ""} {stepIsLate(row, now) ? <LateStep lang={lang} /> : null}
          </div>
        </div>
      ),
    },
  ];
}

function DueAndState({ lang, row }: { readonly lang: Lang; readonly row: NamedRow }): VNode {
  const state = row.status as CaseStateCode;
  return (
    <div>
      <div>
        <DueChip {...row.due} />
        {row.redated ? <span class="soft small"> {queueTexts(lang).redated}</span> : null}
      </div>
      <StateBadge state={state} label={textsOf(lang).states[state]} />
    </div>
  );
}

/** The case is in time, but this step used up its part of it. */
function stepIsLate(row: NamedRow, now: Instant): boolean {
  return (
    !row.paused &&
    row.finishedAt === null &&
    row.due.lateness !== "late" &&
    row.stepDueAt !== null &&
    row.stepDueAt < now
  );
}

function LateStep({ lang }: { readonly lang: Lang }): VNode {
  return <Badge label={queueTexts(lang).stepLate} tone="warn" />;
}

function EmptyQueue({ lang, filter }: { readonly lang: Lang; readonly filter: QueueFilter }): VNode {
  const texts = queueTexts(lang);
  if (filter.field !== undefined || filter.work !== undefined) {
    const { title, teach } = texts.filteredEmpty;
    return (
      <EmptyState title={title} action={{ href: queueHref({ tab: filter.tab }), label: texts.clearFilter }}>
        {teach}
      </EmptyState>
    );
  }
  const { title, teach } = texts.empty[filter.tab];
  const action = filter.tab === "mine" ? undefined : { href: QUEUE_URL, label: texts.tabs.mine };
  return (
    <EmptyState title={title} icon="check-circle" action={action}>
      {teach}
    </EmptyState>
  );
}
