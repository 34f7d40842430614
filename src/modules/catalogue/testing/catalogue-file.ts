import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** A record as the national export writes it. */
export function nationalRecord(code: string, name: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    code,
    name,
    decision_no: "12/QĐ-BVD",
    level: "Cấp Xã",
    field: "Thử nghiệm",
    executing: "Ủy ban nhân dân cấp xã",
    authority: "",
    steps: "Bước 1: nộp hồ sơ.\n   Bước 2: nhận kết quả.",
    requirements: "",
    subjects: "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)",
    results: "Giấy xác nhận",
    legal: ["Luật mẫu (1/2024/QH15)"],
    channels: ["ONLINE", "DIRECT"].map((method) => channel(method, "5", "WORKING_DAY")),
    components: [
      { group: "Giấy tờ phải nộp", name: "Đơn đề nghị theo Mẫu số 01/TN-XN", original: 1, copy: 0 },
    ],
    ...more,
  };
}

export function channel(method: string, qty: string, unit: string, note = "", fees: readonly object[] = []) {
  return { method, qty, unit, note, fees };
}

/** The twelve good records of the tests' small catalogue. */
export const SMALL_CATALOGUE = [
  nationalRecord("1.900001", "Cấp giấy chăn thả đàn bò"),
  nationalRecord("1.900002", "Đăng ký giờ họp chợ phiên"),
  nationalRecord("1.900003", "Xác nhận cây di sản của thôn", { level: "Cấp Tỉnh" }),
  nationalRecord("1.900004", "Cấp phép đặt bảng tên đường", { channels: [channel("DIRECT", "1", "OTHER")] }),
  nationalRecord("1.900005", "Mượn nhà văn hóa cộng đồng"),
  nationalRecord("1.900006", "Đăng ký đội cồng chiêng"),
  nationalRecord("1.900007", "Cấp lại thẻ thư viện xã"),
  nationalRecord("1.900008", "Khai báo ghe thuyền nhỏ"),
  nationalRecord("1.900009", "Xác nhận giống cà phê bản địa", { channels: [channel("DIRECT", "6", "HOUR")] }),
  nationalRecord("1.900010", "Đăng ký tổ hợp tác thủy lợi"),
  nationalRecord("1.900011", "Cấp phép quay phim tại di tích", { level: "Cấp Bộ/Trung ương" }),
  nationalRecord("2.900012", "Đăng ký tên thương hiệu hồ tiêu"),
];

/** Writes lines to a new file and gives its path; texts are written as they are, records as JSON. */
export async function catalogueFile(
  lines: readonly (string | object)[],
  ending: "jsonl" | "jsonl.gz" | "csv" = "jsonl",
): Promise<string> {
  const path = join(tmpdir(), `motcua-catalogue-${randomBytes(6).toString("hex")}.${ending}`);
  const text = `${lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n")}\n`;
  await writeFile(path, ending === "jsonl.gz" ? gzipSync(text) : text);
  return path;
}
