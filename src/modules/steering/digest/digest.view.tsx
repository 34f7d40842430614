import type { ComponentChildren, VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import { formatDate, formatDateTime, type Lang } from "../../../kernel/time.ts";
import {
  type Column,
  DataTable,
  LongName,
  PageTitle,
  PrintLink,
  SummaryList,
  Tabs,
} from "../../../ui/index.ts";
import type { DigestCase } from "../../cases/index.ts";
import type { OpenApology } from "../apologies/apologies.query.ts";
import { APOLOGIES_URL } from "../apologies/apologies.view.tsx";
import { en } from "./messages.en.ts";
import { type DigestMessages, vi } from "./messages.vi.ts";
import type { DigestList, UnitDigest } from "./unit-digest.query.ts";

export const digestTexts = (lang: Lang): DigestMessages => (lang === "vi" ? vi : en);
export const DIGEST_URL = "/officer/digest";

/** How the digest names things. */
export type DigestNames = {
  unit(id: number): string;
  officer(id: number): string;
  work(work: string): string;
};

type ViewProps = {
  readonly lang: Lang;
  readonly digest: UnitDigest;
  readonly unit: string;
  /** Where the officer leads several units: links to each. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly current: boolean }[];
  readonly signs: boolean;
  readonly names: DigestNames;
  /** The cases named here that the reader may open. */
  readonly readable: ReadonlySet<string>;
};

/** One sheet for the morning: what happened, what is due, what waits for an answer or a signature. */
export function Digest({ lang, digest, unit, units, signs, names, readable }: ViewProps): VNode {
  const words = digestTexts(lang);
  const { counts } = digest;
  return (
    <>
      <PageTitle
        title={words.title}
        lead={words.lead(unit, formatDate(digest.today))}
        actions={<PrintLink />}
      />
      {units.length < 2 ? null : (
        <Tabs
          label={words.unitsLabel}
          items={units.map(({ code, name, current }) => ({
            href: `${DIGEST_URL}?unit=${code}`,
            label: name,
            current,
          }))}
        />
      )}
      <section class="flow">
        <h2>{words.dayTitle(formatDate(digest.day))}</h2>
        <SummaryList
          dense
          items={(["received", "finished", "finishedLate", "stepsDone", "lateNow"] as const).map((key) => ({
            label: words[key],
            value: groupThousands(counts[key]),
          }))}
        />
      </section>
      <Part
        lang={lang}
        title={words.dueToday(formatDate(digest.today))}
        list={digest.dueToday}
        names={names}
        readable={readable}
      />
      <Part
        lang={lang}
        title={words.dueTomorrow(formatDate(digest.tomorrow))}
        list={digest.dueTomorrow}
        names={names}
        readable={readable}
      />
      <Part lang={lang} title={words.urged} list={digest.urged} names={names} readable={readable} since />
      <Part
        lang={lang}
        title={words.opinions}
        list={digest.opinions}
        names={names}
        readable={readable}
        since
      />
      <ApologyPart lang={lang} list={digest.apologies} signs={signs} readable={readable} />
    </>
  );
}

type PartProps = {
  readonly lang: Lang;
  readonly title: string;
  readonly list: DigestList<DigestCase>;
  readonly names: DigestNames;
  readonly readable: ReadonlySet<string>;
  /** The list is about something that was asked: since when. */
  readonly since?: boolean;
};

function Part({ lang, title, list, names, readable, since }: PartProps): VNode {
  const words = digestTexts(lang);
  const columns: readonly Column<DigestCase>[] = [
    { key: "case", label: words.case, primary: true, cell: (row) => <CaseCell row={row} /> },
    {
      key: "where",
      label: words.where,
      cell: (row) =>
        row.unitId === null ? "" : <Where row={row} unitId={row.unitId} names={names} lang={lang} />,
    },
    {
      key: "due",
      label: words.due,
      cell: (row) => (row.dueAt === null ? "" : formatDateTime(row.dueAt, lang)),
    },
    ...(since === true
      ? [
          {
            key: "since",
            label: words.since,
            cell: (row: DigestCase) => (row.since === null ? "" : formatDateTime(row.since, lang)),
          },
        ]
      : []),
  ];
  return (
    <Section title={title} lang={lang} more={list.more} empty={list.rows.length === 0}>
      <DataTable
        caption={title}
        captionHidden
        columns={columns}
        rows={list.rows}
        rowKey={(row) => `${row.caseId}.${row.unitId}.${row.work}`}
        rowHref={(row) => (readable.has(row.caseId) ? `/officer/cases/${row.caseId}` : undefined)}
        empty={null}
      />
    </Section>
  );
}

function CaseCell({ row }: { readonly row: Pick<DigestCase, "caseCode" | "procedureName"> }): VNode {
  return (
    <>
      <span class="code">{row.caseCode}</span> <LongName text={row.procedureName} />
    </>
  );
}

function Where(props: {
  readonly row: DigestCase;
  readonly unitId: number;
  readonly names: DigestNames;
  readonly lang: Lang;
}): VNode {
  const { row, unitId, names, lang } = props;
  const who = row.officerId === null ? digestTexts(lang).nobody : names.officer(row.officerId);
  return (
    <div>
      {row.work === null ? "" : names.work(row.work)}
      <div class="soft small">
        {names.unit(unitId)}, {who}
      </div>
    </div>
  );
}

function ApologyPart(props: {
  readonly lang: Lang;
  readonly list: DigestList<OpenApology>;
  readonly signs: boolean;
  readonly readable: ReadonlySet<string>;
}): VNode {
  const { lang, list, signs, readable } = props;
  const words = digestTexts(lang);
  return (
    <Section title={words.apologies} lang={lang} more={list.more} empty={list.rows.length === 0}>
      <DataTable
        caption={words.apologies}
        captionHidden
        columns={[
          { key: "case", label: words.case, primary: true, cell: (row) => <CaseCell row={row} /> },
          { key: "due", label: words.due, cell: (row) => formatDateTime(row.dueAt, lang) },
          { key: "new", label: words.proposed, cell: (row) => formatDate(row.proposedDate) },
        ]}
        rows={list.rows}
        rowKey={(row) => row.caseId}
        rowHref={(row) => (readable.has(row.caseId) ? `/officer/cases/${row.caseId}` : undefined)}
        empty={null}
      />
      {signs ? (
        <p class="no-print">
          <a href={APOLOGIES_URL}>{words.sign}</a>
        </p>
      ) : null}
    </Section>
  );
}

type SectionProps = {
  readonly title: string;
  readonly lang: Lang;
  readonly empty: boolean;
  readonly more: boolean;
  readonly children: ComponentChildren;
};

function Section({ title, lang, empty, more, children }: SectionProps): VNode {
  const words = digestTexts(lang);
  return (
    <section class="flow">
      <h2>{title}</h2>
      {empty ? <p class="soft">{words.nothing}</p> : children}
      {more ? <p class="soft small">{words.more}</p> : null}
    </section>
  );
}
