import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { A5, points } from "../../../platform/pdf/paper.ts";
import { pdfStructure } from "../../../platform/pdf/pdf-structure.ts";
import {
  flowingText,
  type GreyPage,
  greyPage,
  pagesOfText,
  popplerInstalled,
} from "../../../platform/pdf/poppler.ts";
import { type ReceiptData, receiptForm } from "./mau-01-receipt.ts";
import { SAMPLE_CASE, SAMPLE_HEAD, SAMPLE_RECEIPT } from "./sample-form-data.ts";
import { QR_MM } from "./tracking-band.ts";

const without = popplerInstalled ? "" : " [NOT CHECKED: poppler is not installed]";

describe("Mẫu 01, the receipt", () => {
  it("is one page of A5 for an everyday case", async () => {
    const { pages, sizesMm } = pdfStructure(await receiptForm(SAMPLE_RECEIPT));
    expect({ pages, sizesMm }).toEqual({ pages: 1, sizesMm: [[148, 210]] });
  });

  it("is the same file, byte for byte, for the same data and instant, and another a minute later", async () => {
    const first = await receiptForm(SAMPLE_RECEIPT);
    expect(Buffer.compare(first, await receiptForm(SAMPLE_RECEIPT))).toBe(0);
    const later = await receiptForm({ ...SAMPLE_RECEIPT, issuedAt: SAMPLE_RECEIPT.issuedAt + 60_000 });
    expect(Buffer.compare(first, later)).not.toBe(0);
    expect(Buffer.from(first).toString("latin1")).toContain("D:20261005013100Z");
  });

  it.skipIf(!popplerInstalled)(`says all that the form asks for, with every mark${without}`, async () => {
    const text = flowingText(await receiptForm(SAMPLE_RECEIPT));
    for (const part of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "UBND TỈNH GIA LAI",
      "Số: 1208/TTPVHCC",
      "Gia Lai, ngày 05 tháng 10 năm 2026",
      "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
      "Mã hồ sơ: H21.18-261005-0007",
      "Mã tra cứu: 7F3K 9QWX 2MPT",
      "tại motcua.example.vn",
      "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Hồng Phượng",
      "Số định danh cá nhân/tổ chức: 064195001234",
      "Địa chỉ: Số 15 đường Lê Lợi, tổ dân phố 3, phường Pleiku, tỉnh Gia Lai",
      "Số điện thoại: 0905 123 456",
      "Email: phuong@example.vn",
      "Nội dung yêu cầu giải quyết: Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
      "1. Đơn đăng ký biến động đất đai (01 bản chính)",
      "2. Hợp đồng chuyển nhượng quyền sử dụng đất (02 bản sao)",
      "3. Tờ khai lệ phí trước bạ (bản điện tử)",
      "4. Căn cước công dân (cơ quan nhà nước đã có)",
      "Số lượng hồ sơ: 01 (bộ)",
      "Thời gian giải quyết hồ sơ theo quy định là: 8 ngày làm việc",
      "Phí, lệ phí: 650.000 đ (đã nộp trực tuyến)",
      "Thời gian nhận hồ sơ: 08 giờ 30 phút, ngày 05 tháng 10 năm 2026.",
      "Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 15 tháng 10 năm 2026.",
      "Đăng ký nhận kết quả tại: Quầy số 4",
      "Vào Sổ theo dõi hồ sơ, Quyển số: 03/2026",
      "Số thứ tự: 412",
      "NGƯỜI NỘP HỒ SƠ",
      "NGƯỜI TIẾP NHẬN HỒ SƠ",
      "Rơ Châm H'Lan",
    ]) {
      expect(text).toContain(part);
    }
  });

  it.skipIf(!popplerInstalled)(`names who was sent and the paper that empowers them${without}`, async () => {
    const authorised = { name: "Trần Văn Đỡ", phone: "0914 000 111", paper: "Giấy ủy quyền số 12/2026" };
    const text = flowingText(await receiptForm({ ...SAMPLE_RECEIPT, authorised }));
    expect(text).toContain("Người được ủy quyền nộp hồ sơ: Trần Văn Đỡ");
    expect(text).toContain("Giấy tờ ủy quyền: Giấy ủy quyền số 12/2026");
  });

  it.skipIf(!popplerInstalled)(
    `leaves the dots of the printed form where nothing is known${without}`,
    async () => {
      const { number: _, ...head } = SAMPLE_HEAD;
      const bare: ReceiptData = {
        ...head,
        caseCode: SAMPLE_CASE.caseCode,
        receivedAt: SAMPLE_CASE.receivedAt,
        request: "",
        applicant: { name: "" },
        papers: [],
      };
      const [text = ""] = pagesOfText(await receiptForm(bare));
      for (const label of [
        "Số:",
        "Tổ chức:",
        "Địa chỉ:",
        "Số điện thoại:",
        "Email:",
        "Nội dung yêu cầu giải quyết:",
        "1.",
        "3.",
        "Số lượng hồ sơ:",
        "theo quy định là:",
        "Đăng ký nhận kết quả tại:",
        "Quyển số:",
        "Số thứ tự:",
      ]) {
        expect(text).toMatch(new RegExp(`${label.replace(".", "\\.")} *\\.{8,}`));
      }
      expect(text).toMatch(/hồ sơ: \.+ giờ \.+ phút, ngày \.+ tháng \.+ năm \.+/);
      expect(text).toContain("(bộ)");
      expect(text).not.toContain("Mã tra cứu");
    },
  );

  it.skipIf(!popplerInstalled)(
    `carries thirty papers with long names over pages, none lost or doubled${without}`,
    async () => {
      const papers = Array.from({ length: 30 }, (_, n) => ({
        name: `Giấy tờ số ${n + 1} ${"chứng minh quyền sử dụng đất hợp pháp ".repeat(4)}`,
        kind: "copy" as const,
      }));
      const request = "Thủ tục có tên rất dài ".repeat(30);
      const pages = pagesOfText(await receiptForm({ ...SAMPLE_RECEIPT, papers, request }));
      expect(pages.length).toBeGreaterThan(2);
      const numbers = pages.flatMap((text) =>
        [...text.matchAll(/Giấy tờ số (\d+)/g)].map(([, n]) => Number(n)),
      );
      expect(numbers).toEqual(papers.map((_, n) => n + 1));
      for (const [index, text] of pages.entries()) {
        expect(text).toContain(`H21.18-261005-0007 – Trang ${index + 1}/${pages.length}`);
      }
      expect(pages.at(-1)).toMatch(/Vào Sổ theo dõi hồ sơ[\s\S]*NGƯỜI NỘP HỒ SƠ[\s\S]*Rơ Châm H'Lan/);
    },
  );

  it.skipIf(!popplerInstalled)(`shows the tracking address as QR code${without}`, async () => {
    const image = greyPage(await receiptForm(SAMPLE_RECEIPT), 300);
    expect(findCode(image, SAMPLE_RECEIPT.tracking?.url ?? "")).toBe(true);
    expect(findCode(image, "https://motcua.example.vn/another")).toBe(false);
  });
});

/** Whether the code of a content stands at the right margin, at whatever height. */
function findCode(image: GreyPage, content: string): boolean {
  const { data, size } = encode(content, { ecc: "M", border: 0 });
  const pixel = 300 / 72;
  const left = points(A5.widthMm - A5.marginsMm.right - QR_MM) * pixel;
  const side = (points(QR_MM) * pixel) / size;
  for (let top = 0; top < image.height / 2; top++) {
    const same = data.every((row, y) =>
      row.every((dark, x) => {
        const [px, py] = [Math.floor(left + (x + 0.5) * side), Math.floor(top + (y + 0.5) * side)];
        return (image.pixels[py * image.width + px] ?? 255) < 128 === dark;
      }),
    );
    if (same) return true;
  }
  return false;
}
