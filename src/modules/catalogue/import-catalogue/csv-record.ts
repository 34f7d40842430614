/**
 * The CSV export is a summary: one time, no papers, texts cut short. It adds procedures and renews name, field, level and decision; of a
 * known procedure these fields stay as the full export (JSON Lines) gave them.
 */
export const SUMMARY_SILENT: ReadonlySet<string> = new Set([
  "agency",
  "limit",
  "limitByChannel",
  "limitNote",
  "fees",
  "papers",
  "variants",
  "results",
  "subjects",
  "requirements",
  "sequence",
  "legalBasis",
]);

/** A row of the CSV export in the shape of a JSON Lines record. */
export function csvToRecord(row: Readonly<Record<string, string>>): unknown {
  const channels = [
    { method: "ONLINE", there: row.online, vnd: row.fee_online_vnd },
    { method: "POSTAL", there: row.postal, vnd: "" },
    { method: "DIRECT", there: row.direct, vnd: row.fee_direct_vnd },
  ];
  return {
    code: row.code,
    name: row.name,
    field: row.field,
    level: row.level,
    decision_no: row.decision_no,
    executing: row.executing_agencies,
    promulgating: row.promulgating_agency,
    subjects: row.subjects,
    results: row.results,
    legal: (row.legal_docs ?? "").split("; "),
    channels: channels
      .filter(({ there }) => there === "1")
      .map(({ method, vnd }) => ({
        method,
        qty: row.time_qty,
        unit: row.time_unit,
        note: row.time_note,
        fees: vnd === undefined || vnd === "" ? [] : [{ vnd, note: row.fee_note }],
      })),
  };
}
