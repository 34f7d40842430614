import type { ProcessStep, StepWork } from "../domain/process.ts";
import type { UncountedReason } from "../domain/uncounted.ts";
import type { DecisionStep, ImportNote } from "./decision-record.ts";
import { type Duration, readDuration } from "./read-duration.ts";
import { type ReadUnit, readUnit } from "./read-unit.ts";

export type ReadStep = {
  readonly step: ProcessStep;
  readonly notes: readonly ImportNote[];
  readonly hasBudget: boolean;
};

/** Where a step stands in its table; the first and the last have their work by their place. */
export type Place = { readonly first: boolean; readonly last: boolean; readonly province: boolean };

/** Reads one row of a table: unit, post, work and time; what it does not say is noted, never guessed. */
export function readStep(row: DecisionStep, place: Place): ReadStep {
  const notes: ImportNote[] = [];
  const note = (kind: ImportNote["kind"], vi: string, en: string) =>
    notes.push({ step: row.step, kind, vi, en });
  const read = readUnit(row.unit, place.province);
  const unit = read ?? { unit: "deciding-unit", post: "specialist" };
  if (read === undefined)
    note("unread", `không nhận ra đơn vị “${row.unit}”`, `unit “${row.unit}” is not known`);
  else if (read.doubt === "alternatives")
    note("confirm", `nhiều nơi thực hiện: “${row.unit}”`, `several units: “${row.unit}”`);
  else if (read.doubt === "no-such-unit")
    note("confirm", `chọn đơn vị thay cho “${row.unit}”`, `choose the unit that stands for “${row.unit}”`);
  const work = workOf(row.work, unit, place);
  const duration = readDuration(row.duration);
  const uncounted = duration.kind === "none" ? reasonOf(row.work, unit) : undefined;
  noteTime(note, row, duration, { work, uncounted });
  return {
    step: {
      id: `buoc-${row.step}`,
      name: firstSentence(row.work),
      nameEn: "",
      unit: unit.unit,
      post: unit.post,
      work,
      budgetMinutes: duration.kind === "minutes" ? duration.minutes : 0,
      ...(uncounted === undefined ? {} : { uncounted }),
    },
    notes,
    hasBudget: duration.kind === "minutes",
  };
}

function workOf(text: string, { unit, post, outside }: ReadUnit, place: Place): StepWork {
  const plain = text.normalize("NFC").toLowerCase();
  if (unit === "receiving-desk" && outside === undefined) {
    if (place.first) return "receive";
    if (place.last) return "return";
  }
  if (outside === "tax-office") return "await-payment";
  if (outside === "applicant")
    return /nộp|nghĩa vụ tài chính/.test(plain) ? "await-payment" : "await-outside";
  if (outside === "other") return "await-outside";
  if (post === "leader" && /\b(ký|ban hành|quyết định|phê duyệt|cấp giấy)/.test(plain)) return "approve";
  return "process";
}

/** One of the eight kinds of time that do not count; undefined where the text names none of them. */
function reasonOf(text: string, { outside }: ReadUnit): UncountedReason | undefined {
  const plain = text.normalize("NFC").toLowerCase();
  if (outside === "tax-office") return "tax-office";
  if (/niêm yết|đăng tin/.test(plain)) return "violation-or-publication";
  if (/trích đo/.test(plain)) return "survey";
  if (/giá đất cụ thể/.test(plain)) return "land-price";
  if (/nghĩa vụ tài chính/.test(plain)) return "financial-duty";
  return undefined;
}

function noteTime(
  note: (kind: ImportNote["kind"], vi: string, en: string) => void,
  row: DecisionStep,
  duration: Duration,
  { work, uncounted }: { readonly work: StepWork; readonly uncounted: UncountedReason | undefined },
): void {
  if (duration.kind === "unread")
    note("unread", `không đọc được thời gian “${row.duration}”`, `time “${row.duration}” could not be read`);
  if (duration.kind === "office-hours" && work !== "return")
    note("unread", "“Giờ hành chính” không có số giờ", "“office hours” gives no figure");
  if (duration.kind === "none" && uncounted === undefined)
    note(
      "unread",
      "không ghi thời gian và không rõ lý do không tính",
      "no time, and no known reason not to count it",
    );
}

const LONGEST_NAME = 160;

/** The work up to its first full stop or semicolon, without the dash before it. */
function firstSentence(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-+•]\s*/, "");
  const end = plain.search(/[;.:](\s|$)/);
  const sentence = end > 0 ? plain.slice(0, end) : plain;
  return sentence.length <= LONGEST_NAME ? sentence : `${sentence.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}
