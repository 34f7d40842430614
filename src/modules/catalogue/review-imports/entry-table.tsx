import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Badge, type Column, DataTable } from "../../../ui/index.ts";
import type { EntryKind } from "../domain/import-entry.ts";
import type { LimitByChannel } from "../domain/procedure.ts";
import { Value } from "../manage-catalogue/value-view.tsx";
import { channelLines, link, shortened, textsOf } from "../texts.ts";
import type { EntryRow } from "./imports.query.ts";

type EntryTableProps = { readonly lang: Lang; readonly kind: EntryKind; readonly rows: readonly EntryRow[] };

/** The entries of one kind, with the columns that this kind has. */
export function EntryTable({ lang, kind, rows }: EntryTableProps): VNode {
  const texts = textsOf(lang).imports;
  const shown = columns(lang);
  const keys: Record<EntryKind, readonly (keyof typeof shown)[]> = {
    new: ["code", "procedure", "line"],
    changed: ["code", "procedure", "part", "before", "after"],
    withdrawn: ["code", "procedure"],
    doubtful: ["code", "procedure", "part", "after", "reason"],
    broken: ["line", "code", "reason"],
  };
  return (
    <DataTable
      caption={texts.kinds[kind]}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.id}`}
      columns={keys[kind].map((key) => shown[key])}
      empty={null}
    />
  );
}

function columns(lang: Lang) {
  const texts = textsOf(lang).imports;
  const cell = (row: EntryRow, value: unknown) => <Value lang={lang} field={row.field ?? ""} value={value} />;
  return {
    line: { key: "line", label: texts.line, kind: "number", cell: (row) => row.line },
    code: {
      key: "code",
      label: textsOf(lang).manage.code,
      kind: "code",
      cell: (row) =>
        row.name === null ? (row.code ?? "") : <a href={`/officer/catalogue/${row.code}`}>{row.code}</a>,
    },
    procedure: { key: "procedure", label: texts.procedure, cell: (row) => shortened(row.name ?? "", 160) },
    part: { key: "part", label: texts.part, cell: (row) => texts.fields[row.field ?? ""] ?? row.field },
    before: { key: "before", label: texts.before, cell: (row) => cell(row, row.before) },
    after: {
      key: "after",
      label: texts.after,
      cell: (row) => (
        <>
          {cell(row, row.after)}
          {row.reason === "kept-local" ? <Badge tone="info" label={texts.kept} /> : null}
        </>
      ),
    },
    reason: {
      key: "reason",
      label: texts.reason,
      cell: (row) => (
        <>
          {reasonText(lang, row.reason ?? "")}
          {row.reason === "limits-by-channel" && row.code !== null ? (
            <p>
              <a href={confirmHref(row.code, row.after as LimitByChannel)}>{texts.confirm}</a>
            </p>
          ) : null}
        </>
      ),
    },
  } satisfies Record<string, Column<EntryRow>>;
}

/** The page of the procedure, where the proposed times stand in the form: a person gives their basis and sets them. */
function confirmHref(code: string, proposed: LimitByChannel): string {
  return link(`/officer/catalogue/${code}`, {
    field: "limitByChannel",
    value: channelLines("vi", proposed).join("\n"),
  });
}

/** "limits-differ" in words; "channels.0.method: unknown-channel" as place and fault. */
function reasonText(lang: Lang, reason: string): string {
  const texts = textsOf(lang).imports;
  const [place = "", word] = reason.split(": ");
  if (word === undefined) return texts.reasons[reason] ?? reason;
  return `${place}: ${texts.faults[word] ?? word}`;
}
