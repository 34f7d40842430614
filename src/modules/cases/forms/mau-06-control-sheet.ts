import { formatDate, type Instant, minuteOfDay } from "../../../kernel/time.ts";
import { fieldLine } from "../../../platform/pdf/field-lines.ts";
import { table } from "../../../platform/pdf/table.ts";
import { type Cell, textCell } from "../../../platform/pdf/table-cell.ts";
import { beginForm } from "./begin-form.ts";
import { closingNotes } from "./closing-notes.ts";
import type { FormHead } from "./form-data.ts";
import { handOverCell } from "./hand-over-cell.ts";
import { DOTTED_TIME, officialTime } from "./official-time.ts";
import { pageFooter } from "./page-footer.ts";

/** One hand-over of the case from desk to desk. */
export type HandOver = {
  /** Unit that gave. */
  readonly from: string;
  /** Unit that took. */
  readonly to: string;
  readonly at?: Instant;
  readonly givenBy?: string;
  readonly receivedBy?: string;
  /** Whether the giving unit kept its time: trước hạn, đúng hạn, quá hạn. */
  readonly result?: "early" | "on-time" | "late";
  readonly note?: string;
};

export type ControlSheetData = FormHead & {
  readonly caseCode: string;
  /** Agency or part of it that decides. */
  readonly agency: string;
  readonly partners?: readonly string[];
  readonly receivedAt: Instant;
  readonly appointmentAt?: Instant;
  /** Working time that the case has used of its limit, in words. */
  readonly consumed?: string;
  /** In order of time; where empty, the four empty rows of the printed form. */
  readonly handOvers: readonly HandOver[];
};

const RESULT = { early: "Trước hạn", "on-time": "Đúng hạn", late: "Quá hạn" } as const;
const COLUMNS = [
  { title: "Tên đơn vị", share: 30 },
  { title: "Thời gian giao nhận hồ sơ", share: 34 },
  { title: "Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)", share: 18 },
  { title: "Ghi chú", share: 18 },
];
const NOTES = [
  "- Kết quả giải quyết hồ sơ do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.",
  "- Việc lưu vết được thực hiện tự động theo chức năng của Hệ thống thông tin giải quyết thủ tục hành chính và thể hiện trên mẫu phiếu điện tử.",
];

/** Mẫu 06: Phiếu kiểm soát quá trình giải quyết hồ sơ (TT 03/2025/TT-VPCP), as a PDF. */
export function controlSheetForm(data: ControlSheetData): Promise<Uint8Array> {
  const { sheet, size, style } = beginForm("control-sheet", data, data.caseCode);
  const small = size - 1;
  fieldLine(sheet, { label: "Mã số hồ sơ:", value: data.caseCode, face: "bold" }, style);
  fieldLine(sheet, { label: "Cơ quan (bộ phận) giải quyết hồ sơ:", value: data.agency }, style);
  fieldLine(sheet, { label: "Cơ quan phối hợp giải quyết hồ sơ:", value: data.partners?.join("; ") }, style);
  fieldLine(sheet, { label: "Ngày nhận:", value: officialTime(data.receivedAt) }, style);
  const due = data.appointmentAt === undefined ? DOTTED_TIME : officialTime(data.appointmentAt);
  const last = { ...style, after: size * 0.7 };
  const isLast = data.consumed === undefined;
  fieldLine(sheet, { label: "Hẹn trả kết quả vào", value: due, face: "bold" }, isLast ? last : style);
  if (!isLast) fieldLine(sheet, { label: "Thời gian đã tính vào thời hạn:", value: data.consumed }, last);
  const rows =
    data.handOvers.length > 0 ? data.handOvers.map((one) => filledRow(one, small)) : emptyRows(small);
  table(sheet, COLUMNS, small, rows);
  closingNotes(sheet, NOTES, size - 1);
  return sheet.finish(pageFooter(sheet, data.caseCode));
}

function filledRow(one: HandOver, size: number): readonly Cell[] {
  const time = one.at === undefined ? DOTTED : shortTime(one.at);
  return [
    unitsCell(one.from, one.to, size),
    handOverCell({ time, givenBy: one.givenBy, receivedBy: one.receivedBy }, size),
    textCell([[{ text: one.result === undefined ? "" : RESULT[one.result] }]], size, "center"),
    textCell([[{ text: one.note ?? "" }]], size),
  ];
}

/** The printed form names the first giver, since every case begins at the one-stop desk. */
function emptyRows(size: number): readonly (readonly Cell[])[] {
  return ["Bộ phận TN&TKQ", "", "", ""].map((from) => [
    unitsCell(from, "", size),
    handOverCell({ time: DOTTED }, size),
    textCell([], size),
    textCell([], size),
  ]);
}

function unitsCell(from: string, to: string, size: number): Cell {
  return textCell(
    [
      [{ text: "1. Giao: ", face: "bold" }, { text: from }],
      [{ text: "2. Nhận: ", face: "bold" }, { text: to }],
    ],
    size,
  );
}

const DOTTED = "....giờ....phút, ngày..../..../......";

function shortTime(at: Instant): string {
  const minute = minuteOfDay(at);
  const [hour, rest] = [Math.floor(minute / 60), minute % 60].map((n) => `${n}`.padStart(2, "0"));
  return `${hour} giờ ${rest} phút, ngày ${formatDate(at)}`;
}
