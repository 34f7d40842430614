import { formatClock, formatDate, type Instant } from "../../../kernel/time.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import { table } from "../../../platform/pdf/table.ts";
import { type Cell, textCell } from "../../../platform/pdf/table-cell.ts";
import { beginForm } from "./begin-form.ts";
import { closingNotes } from "./closing-notes.ts";
import type { FormHead } from "./form-data.ts";
import { pageFooter } from "./page-footer.ts";

/** One case in the register. */
export type RegisterRow = {
  readonly caseCode: string;
  readonly procedure: string;
  readonly applicant: string;
  /** Address and telephone. */
  readonly contact?: string;
  /** Agency that decides. */
  readonly agency: string;
  readonly receivedAt: Instant;
  readonly appointmentAt?: Instant;
  readonly returnedAt?: Instant;
  /** "Trực tiếp", "Bưu chính công ích", "Trực tuyến". */
  readonly returnMethod?: string;
  /** Who took the result, where the system holds it. */
  readonly takenBy?: string;
};

export type RegisterData = FormHead & {
  /** Field of law or group of fields the book is kept for. */
  readonly field?: string;
  readonly volume?: string;
  /** "Từ ngày 01/10/2026 đến ngày 31/10/2026". */
  readonly period?: string;
  /** Serial number of the first row; 1 unless told. */
  readonly firstSerial?: number;
  readonly rows: readonly RegisterRow[];
};

const GROUP = "Nhận và trả kết quả";
const COLUMNS = [
  { title: "STT", share: 4 },
  { title: "Mã hồ sơ", share: 13 },
  { title: "Tên TTHC", share: 17 },
  { title: "Tên tổ chức, cá nhân", share: 12 },
  { title: "Địa chỉ/SĐT", share: 14 },
  { title: "Cơ quan chủ trì giải quyết", share: 12 },
  { title: "Nhận hồ sơ", share: 7.5, group: GROUP },
  { title: "Hẹn trả kết quả", share: 7.5, group: GROUP },
  { title: "Trả kết quả", share: 7.5, group: GROUP },
  { title: "Phương thức nhận kết quả", share: 8.5, group: GROUP },
  { title: "Ký nhận", share: 7.5, group: GROUP },
];
const NOTES = [
  "- Sổ theo dõi hồ sơ được lập theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một cửa.",
  "- Trường hợp áp dụng Sổ theo dõi hồ sơ điện tử thì theo dõi trực tiếp trên Hệ thống thông tin giải quyết thủ tục hành chính, không cần thực hiện in sổ giấy nhưng phải đảm bảo đầy đủ thông tin theo quy định.",
];
const CELL_SIZE = 9;

/** Mẫu 07: Sổ theo dõi hồ sơ (TT 03/2025/TT-VPCP), as a PDF; its head stands on each page. */
export function registerForm(data: RegisterData): Promise<Uint8Array> {
  const { sheet, size } = beginForm("register", data, data.field);
  const scope = [
    data.field && `Lĩnh vực: ${data.field}`,
    data.volume && `Quyển số: ${data.volume}`,
    data.period,
  ].filter((part) => part);
  if (scope.length > 0) {
    paragraph(sheet, [{ text: scope.join(" – "), face: "italic" }], {
      size,
      align: "center",
      after: size * 0.6,
    });
  }
  const first = data.firstSerial ?? 1;
  table(
    sheet,
    COLUMNS,
    CELL_SIZE,
    data.rows.map((row, index) => cellsOf(row, first + index)),
  );
  closingNotes(sheet, NOTES, size - 1);
  return sheet.finish(pageFooter(sheet, data.volume ? `Quyển số ${data.volume}` : "", "always"));
}

function cellsOf(row: RegisterRow, serial: number): readonly Cell[] {
  const cell = (text: string): Cell => textCell([[{ text }]], CELL_SIZE);
  const centred = (text: string): Cell => textCell([[{ text }]], CELL_SIZE, "center");
  return [
    centred(`${serial}`),
    centred(row.caseCode),
    cell(row.procedure),
    cell(row.applicant),
    cell(row.contact ?? ""),
    cell(row.agency),
    centred(time(row.receivedAt)),
    centred(time(row.appointmentAt)),
    centred(time(row.returnedAt)),
    centred(row.returnMethod ?? ""),
    centred(row.takenBy ?? ""),
  ];
}

const time = (at: Instant | undefined): string =>
  at === undefined ? "" : `${formatClock(at)}\n${formatDate(at)}`;
