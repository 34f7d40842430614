import { MINUTES_OF_A_WORKING_DAY, type TimeLimit } from "../../../kernel/time-limit.ts";
import type { ProcessStep, ProcessTerms } from "../domain/process.ts";
import { totalBudget } from "../domain/process.ts";
import type { ProcessFault } from "../domain/process-faults.ts";
import { processFaults } from "../process-faults.ts";
import type { DecisionRecord, DecisionStep, ImportNote } from "./decision-record.ts";
import { readStep } from "./read-step.ts";
import { readTimes, type Times } from "./read-times.ts";

/** One process of a record as a draft, with what was read, what a person must confirm and what could not be read. */
export type ImportedProcess = {
  readonly article: string;
  readonly title: string;
  readonly level: "province" | "commune" | undefined;
  /** Which of the tables of the record, from 1; a record has one for each of its cases. */
  readonly part: number;
  readonly steps: readonly ProcessStep[];
  readonly terms: ProcessTerms;
  readonly limit?: TimeLimit;
  readonly budgetsRead: number;
  readonly notes: readonly ImportNote[];
  /** What keeps the draft from being published as it is. */
  readonly faults: readonly ProcessFault[];
};

/** Reads all processes of a record: its tables begin anew with step 1. None: the record has no table. */
export function readRecord(record: DecisionRecord): readonly ImportedProcess[] {
  const level = levelOf(record.level);
  const tables = tablesOf(record.steps);
  return tables.map((rows, index) => {
    const read = rows.map((row, at) =>
      readStep(row, { at, last: at === rows.length - 1, province: level === "province" }),
    );
    const steps = read.map(({ step }) => step);
    const times = timesFor(record.time, index, tables.length);
    const { appointments, limit } = times;
    const terms = appointments === undefined ? {} : { appointments };
    const notes = [
      ...notesOfWhole(times, steps, level),
      ...missingRows(rows),
      ...read.flatMap((one) => one.notes),
    ];
    return {
      article: record.article,
      title: record.title,
      level,
      part: index + 1,
      steps,
      terms,
      ...(limit === undefined ? {} : { limit }),
      budgetsRead: read.filter(({ hasBudget }) => hasBudget).length,
      notes,
      faults: processFaults({ steps, terms }, { limit }),
    };
  });
}

function tablesOf(steps: readonly DecisionStep[]): readonly (readonly DecisionStep[])[] {
  const tables: DecisionStep[][] = [];
  let before = Infinity;
  for (const step of steps) {
    // A row without a number belongs to the table it stands in.
    if (tables.length === 0 || (step.step ?? Infinity) <= before) tables.push([]);
    tables.at(-1)?.push(step);
    before = step.step ?? before;
  }
  return tables;
}

/** Numbers that the table leaves out: rows that were printed and not read, or never printed. */
function missingRows(rows: readonly DecisionStep[]): readonly ImportNote[] {
  const numbers = rows.flatMap(({ step }) => step ?? []);
  const last = numbers.at(-1) ?? 0;
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => !numbers.includes(number),
  );
  if (missing.length === 0) return [];
  const list = missing.join(", ");
  return [{ kind: "unread", vi: `bảng thiếu bước ${list}`, en: `the table leaves out step ${list}` }];
}

/** Times stand in the order of the tables; where they are not as many as these, which belongs to which is not guessed. */
function timesFor(
  times: readonly string[],
  index: number,
  tables: number,
): Times & { readonly unmatched?: true } {
  if (times.length === tables) return readTimes(times[index] ?? "");
  if (times.length === 0) return { doubt: "no-limit" };
  return tables > 1 && times.length === 1
    ? { ...readTimes(times[0] ?? ""), unmatched: true }
    : { unmatched: true };
}

function levelOf(text: string): ImportedProcess["level"] {
  const plain = text.normalize("NFC").toLowerCase();
  if (plain.includes("tỉnh")) return "province";
  return plain.includes("xã") ? "commune" : undefined;
}

function notesOfWhole(
  { limit, doubt, unmatched }: Times & { readonly unmatched?: true },
  steps: readonly ProcessStep[],
  level: ImportedProcess["level"],
): readonly ImportNote[] {
  const notes: ImportNote[] = [];
  const note = (kind: ImportNote["kind"], vi: string, en: string) => notes.push({ kind, vi, en });
  if (level === undefined) note("unread", "không rõ cấp giải quyết", "the level is not known");
  if (unmatched)
    note("confirm", "số dòng thời hạn không khớp số trường hợp", "times and tables are not as many");
  if (doubt === "several-limits")
    note("unread", "nhiều thời hạn trong một câu", "several limits in one sentence");
  if (doubt === "no-limit") note("unread", "không đọc được thời hạn", "no limit could be read");
  if (doubt === "appointments-unclear")
    note("unread", "không rõ hai lần hẹn", "the two appointments are unclear");
  if (doubt === "appointments-do-not-add-up")
    note("confirm", "hai lần hẹn cộng lại khác tổng thời hạn", "the appointments do not add up to the limit");
  if (limit === undefined) return notes;
  if (limit.unit === "calendar-day")
    note("confirm", "thời hạn tính bằng ngày; định mức bước đọc là ngày 8 giờ", "a limit in calendar days");
  const days = totalBudget({ steps }) / MINUTES_OF_A_WORKING_DAY;
  if (days !== limit.amount)
    note(
      "confirm",
      `tổng định mức ${vietnamese(days)} ngày, thời hạn ${vietnamese(limit.amount)} ngày`,
      `budgets add up to ${days} days, the limit is ${limit.amount}`,
    );
  return notes;
}

const vietnamese = (days: number) => String(days).replace(".", ",");
