import { formatDateTime, type Instant } from "../../../kernel/time.ts";
import type { RegisterLine } from "./register-book.query.ts";

const HEAD = [
  "STT",
  "Mã hồ sơ",
  "Tên TTHC",
  "Lĩnh vực",
  "Tên tổ chức, cá nhân",
  "Địa chỉ",
  "Số điện thoại",
  "Cơ quan chủ trì giải quyết",
  "Nhận hồ sơ",
  "Hẹn trả kết quả",
  "Trả kết quả",
  "Phương thức nhận kết quả",
  "Ký nhận",
];

type Names = { unitName(id: number): string; methodName(method: string): string };

/** The register as CSV (RFC 4180), with a byte order mark so that spreadsheets read Vietnamese. */
export function registerCsv(lines: readonly RegisterLine[], names: Names): string {
  const rows = lines.map((line, index) => [
    String(index + 1),
    line.code,
    line.procedureName,
    line.field,
    line.applicantName,
    line.applicantAddress ?? "",
    line.applicantPhone ?? "",
    names.unitName(line.decidingUnitId),
    time(line.receivedAt),
    time(line.firstDueAt),
    time(line.returnedAt),
    names.methodName(line.returnMethod),
    line.takenBy ?? "",
  ]);
  return `\uFEFF${[HEAD, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n")}\r\n`;
}

/** Quoted where needed; a text that a spreadsheet would run as a formula is kept a text. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const time = (at: Instant | null): string => (at === null ? "" : formatDateTime(at));
