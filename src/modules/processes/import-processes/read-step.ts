import type { ProcessStep } from "../domain/process.ts";
import { textsOf } from "../texts.ts";
import type { DecisionStep, ImportNote } from "./decision-record.ts";
import { readDuration } from "./read-duration.ts";
import { type ReadUnit, readUnit } from "./read-unit.ts";
import { type Place, reasonOf, signs, workOf } from "./read-work.ts";

export type ReadStep = {
  readonly step: ProcessStep;
  readonly notes: readonly ImportNote[];
  readonly hasBudget: boolean;
};

type Note = (kind: ImportNote["kind"], vi: string, en: string) => void;

/** Reads one row of a table: unit, post, work and time; what it does not say, or says by a rule of ours alone, is noted. */
export function readStep(row: DecisionStep, place: Place): ReadStep {
  const notes: ImportNote[] = [];
  const line = place.at + 1;
  const note: Note = (kind, vi, en) =>
    notes.push(
      row.step === undefined
        ? { kind, vi: `dòng ${line} của bảng: ${vi}`, en: `row ${line} of the table: ${en}` }
        : { step: row.step, kind, vi, en },
    );
  if (row.step === undefined) note("unread", "không đọc được số bước", "its number could not be read");
  const read = readUnit(row.unit, place.province);
  const unit = read ?? { unit: "deciding-unit", post: "specialist" };
  noteUnit(note, row.unit, read);
  const work = workOf(row.work, unit, place);
  const duration = readDuration(row.duration);
  const uncounted = duration.kind === "none" ? reasonOf(row.work, unit) : undefined;
  const step: ProcessStep = {
    id: row.step === undefined ? `buoc-dong-${line}` : `buoc-${row.step}`,
    name: firstSentence(row.work),
    nameEn: "",
    unit: unit.unit,
    post: unit.post,
    work,
    budgetMinutes: duration.kind === "minutes" ? duration.minutes : 0,
    ...(uncounted === undefined ? {} : { uncounted }),
  };
  noteWork(note, row, unit, step);
  noteTime(note, row, unit, step);
  return { step, notes, hasBudget: duration.kind === "minutes" };
}

function noteUnit(note: Note, name: string, read: ReadUnit | undefined): void {
  if (read === undefined) note("unread", `không nhận ra đơn vị “${name}”`, `unit “${name}” is not known`);
  if (read?.doubt === "alternatives")
    note("confirm", `nhiều nơi thực hiện: “${name}”`, `several units: “${name}”`);
  if (read?.doubt === "no-such-unit")
    note("confirm", `chọn đơn vị thay cho “${name}”`, `choose the unit that stands for “${name}”`);
  if (read?.doubt === "no-post") {
    const [vi, en] = [textsOf("vi").posts[read.post], textsOf("en").posts[read.post]];
    note("confirm", `“${name}” không nói ai làm: đọc là ${vi}`, `“${name}” does not say who: read as ${en}`);
  }
}

/** What is done is told from the words of the row; whatever decides or waits must be confirmed. */
function noteWork(
  note: Note,
  row: DecisionStep,
  { outside }: ReadUnit,
  { unit, post, work }: ProcessStep,
): void {
  const [vi, en] = [textsOf("vi").works[work], textsOf("en").works[work]];
  if (outside !== undefined) {
    note(
      "confirm",
      `“${row.unit}” ở ngoài hệ thống: đọc là “${vi}”`,
      `“${row.unit}” is outside the system: read as “${en}”`,
    );
  } else if (post === "leader") {
    note("confirm", `việc của lãnh đạo đọc là “${vi}”`, `the leader's work is read as “${en}”`);
  } else if (unit !== "receiving-desk" && signs(row.work)) {
    const [who, whoEn] = [textsOf("vi").posts[post], textsOf("en").posts[post]];
    note(
      "confirm",
      `có ký, ban hành nhưng không nói ai: đọc là ${who}, “${vi}”`,
      `something is signed or issued, it does not say by whom: read as ${whoEn}, “${en}”`,
    );
  }
}

function noteTime(
  note: Note,
  { duration }: DecisionStep,
  { outside }: ReadUnit,
  { work, uncounted }: ProcessStep,
): void {
  const { kind } = readDuration(duration);
  if (kind === "unread")
    note("unread", `không đọc được thời gian “${duration}”`, `time “${duration}” could not be read`);
  if (kind === "office-hours" && work !== "return")
    note("unread", "“Giờ hành chính” không có số giờ", "“office hours” gives no figure");
  if (kind === "none" && uncounted === undefined)
    note(
      "unread",
      "không ghi thời gian và không rõ lý do không tính",
      "no time, and no known reason not to count it",
    );
  // That of the tax office is left to the law on tax by the decision itself.
  if (uncounted !== undefined && outside !== "tax-office")
    note(
      "confirm",
      `không ghi thời gian, đọc là không tính: ${textsOf("vi").reasons[uncounted]}`,
      `no time, read as not counted: ${textsOf("en").reasons[uncounted]}`,
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
