import { describe, expect, it } from "vitest";
import { DAY_MS, parseIso } from "../../../kernel/time.ts";
import { pdfStructure } from "../../../platform/pdf/pdf-structure.ts";
import { flowingText, pagesOfText, popplerInstalled } from "../../../platform/pdf/poppler.ts";
import { FORM_LAYOUTS, layoutOf } from "./form-layout.ts";
import { supplementRequestForm } from "./mau-02-supplement-request.ts";
import { refusalForm } from "./mau-03-refusal.ts";
import { apologyForm } from "./mau-04-apology.ts";
import { stopNoticeForm } from "./mau-05-stop-notice.ts";
import { type ControlSheetData, controlSheetForm } from "./mau-06-control-sheet.ts";
import { type RegisterRow, registerForm } from "./mau-07-register.ts";
import { SAMPLE_APPLICANT, SAMPLE_CASE, SAMPLE_HEAD } from "./sample-form-data.ts";

const without = popplerInstalled ? "" : " [NOT CHECKED: poppler is not installed]";
const { caseCode, request, receivedAt, appointmentAt } = SAMPLE_CASE;
const applicant = SAMPLE_APPLICANT;
const agency = "Văn phòng Đăng ký đất đai tỉnh Gia Lai";
const to = "bà Nguyễn Thị Hồng Phượng";

const apology = { ...SAMPLE_HEAD, to, agency, caseCode, request, receivedAt };
const control: ControlSheetData = {
  ...SAMPLE_HEAD,
  caseCode,
  agency,
  receivedAt,
  appointmentAt,
  handOvers: [],
};
const row = (n: number): RegisterRow => ({
  caseCode: `H21.18-261005-${`${n}`.padStart(4, "0")}`,
  procedure: request,
  applicant: applicant.name,
  contact: `${applicant.address}; ${applicant.phone}`,
  agency,
  receivedAt,
  appointmentAt,
});

describe("layouts of the forms", () => {
  it("print Mẫu 01 to 05 on A5, 06 on A4 and the register on A4 lying", async () => {
    const sizes = await Promise.all(
      [
        supplementRequestForm({ ...SAMPLE_HEAD, applicant, request, items: ["Bản sao"] }),
        refusalForm({ ...SAMPLE_HEAD, applicant, request }),
        apologyForm(apology),
        stopNoticeForm(apology),
        controlSheetForm(control),
        registerForm({ ...SAMPLE_HEAD, rows: [row(1)] }),
      ].map(async (pdf) => pdfStructure(await pdf).sizesMm),
    );
    expect(sizes).toEqual([
      [[148, 210]],
      [[148, 210]],
      [[148, 210]],
      [[148, 210]],
      [[210, 297]],
      [[297, 210]],
    ]);
  });

  it("follow the law of the day of issue, each naming its source", () => {
    expect(layoutOf("apology", SAMPLE_HEAD).id).toBe("tt-03-2025/mau-04");
    expect(layoutOf("apology", { issuedAt: parseIso("2019-01-01T00:00") }).id).toBe("tt-03-2025/mau-04");
    expect(new Set(FORM_LAYOUTS.map(({ id }) => id)).size).toBe(FORM_LAYOUTS.length);
    expect(FORM_LAYOUTS.every(({ source }) => source.includes("03/2025/TT-VPCP"))).toBe(true);
  });

  it("are the same bytes for the same data", async () => {
    for (const form of [() => apologyForm(apology), () => controlSheetForm(control)]) {
      expect(Buffer.compare(await form(), await form())).toBe(0);
    }
  });
});

describe.skipIf(!popplerInstalled)(`texts of the forms${without}`, () => {
  it("Mẫu 02 lists what is missing, why, and who helps", async () => {
    const text = flowingText(
      await supplementRequestForm({
        ...SAMPLE_HEAD,
        applicant,
        request,
        items: ["Bản sao Giấy chứng nhận", "Chữ ký của ông Đỡ"],
        reason: "Hợp đồng thiếu chữ ký.",
        contact: { name: "bà Rơ Châm H'Lan", phone: "0269 3 824 404" },
        guide: { name: "Rơ Châm H'Lan", digital: true },
      }),
    );
    expect(text).toContain("Số: 1208/PBS-TTPVHCC");
    expect(text).toContain("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ");
    expect(text).toContain("1. Bản sao Giấy chứng nhận 2. Chữ ký của ông Đỡ Lý do: Hợp đồng thiếu chữ ký.");
    expect(text).toContain("liên hệ với bà Rơ Châm H'Lan số điện thoại 0269 3 824 404 để được hướng dẫn./.");
    expect(text).toContain("(Chữ ký số của người hướng dẫn)");
  });

  it("Mẫu 03 refuses with the reason, or leaves three dotted lines for it", async () => {
    const data = { ...SAMPLE_HEAD, applicant, request };
    const text = flowingText(
      await refusalForm({ ...data, caseCode, reason: "Không thuộc thẩm quyền.\nĐất có tranh chấp." }),
    );
    expect(text).toContain("Số: 1208/PTC-TTPVHCC");
    expect(text).toContain("Mã hồ sơ (nếu có): H21.18-261005-0007");
    expect(text).toContain("như sau: Không thuộc thẩm quyền. Đất có tranh chấp. Xin thông báo cho Ông/Bà");
    expect(flowingText(await refusalForm(data))).toMatch(/như sau: (\.{50,} ){3}Xin thông báo/);
  });

  it("Mẫu 04 apologises, keeps the first appointment and gives the one new day", async () => {
    const text = flowingText(
      await apologyForm({
        ...apology,
        appointmentAt,
        reason: "Mưa lũ làm mất mốc giới.",
        newAppointmentAt: appointmentAt + 5 * DAY_MS,
        signer: { title: "KT. Giám đốc\nPhó Giám đốc", name: "Siu Hữu Đậu" },
      }),
    );
    expect(text).toContain("Số: 1208/PXL ");
    expect(text).toContain("PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT");
    expect(text).toContain(`Ngày 05 tháng 10 năm 2026, ${agency} tiếp nhận giải quyết hồ sơ`);
    expect(text).toContain("hồ sơ: 16 giờ 30 phút, ngày 15 tháng 10 năm 2026.");
    expect(text).toContain("cho Ông/Bà/Tổ chức vào ngày 20 tháng 10 năm 2026.");
    expect(text).toMatch(/KT\. GIÁM ĐỐC PHÓ GIÁM ĐỐC \(Ký và ghi rõ họ tên\) Siu Hữu Đậu/);
  });

  it("Mẫu 05 tells when and at whose wish the case stopped, and what is given back", async () => {
    const stoppedAt = parseIso("2026-10-07T09:30");
    const text = flowingText(
      await stopNoticeForm({
        ...apology,
        askedAt: stoppedAt,
        stoppedAt,
        returnedPapers: ["Hợp đồng (02 bản)"],
      }),
    );
    expect(text).toContain("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ");
    expect(text).toContain("theo đề nghị ngày 07 tháng 10 năm 2026 của Ông/Bà/Tổ chức");
    expect(text).toContain("Thời điểm dừng giải quyết hồ sơ: 09 giờ 30 phút, ngày 07 tháng 10 năm 2026.");
    expect(text).toContain("Giấy tờ trả lại gồm: 1. Hợp đồng (02 bản)");
  });

  it("Mẫu 05 of a case that the authority stops names the article and claims no request", async () => {
    const basis = "căn cứ khoản 2 Điều 54 Luật Xây dựng";
    const text = flowingText(await stopNoticeForm({ ...apology, basis, reason: "Đất đang tranh chấp" }));
    expect(text).toContain("Căn cứ khoản 2 Điều 54 Luật Xây dựng; theo quyết định của Văn phòng Đăng ký");
    expect(text).toContain("Lý do dừng: Đất đang tranh chấp");
    expect(text).not.toContain("đề nghị");
  });

  it("Mẫu 06 shows each hand-over with its time, people and verdict, or four empty rows", async () => {
    const handOver = {
      from: "Một Cửa",
      to: "Phòng Kinh tế",
      at: receivedAt,
      givenBy: "H'Lan",
      receivedBy: "Lưỡng",
      result: "late" as const,
      note: "Mất điện",
    };
    const text = flowingText(await controlSheetForm({ ...control, handOvers: [handOver] }));
    for (const part of [
      "1. Giao: Một Cửa",
      "2. Nhận: Phòng",
      "08 giờ 30 phút, ngày 05/10/2026",
      "Quá hạn",
      "Mất điện",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/H'Lan +Lưỡng/);
    const [empty = ""] = pagesOfText(await controlSheetForm(control));
    expect(empty.match(/1\. Giao:/g)).toHaveLength(4);
    expect(empty.match(/\.+giờ\.+phút, ngày/g)).toHaveLength(4);
  });

  it("Mẫu 07 runs over pages with its head on each, every case once, pages numbered", async () => {
    const rows = Array.from({ length: 60 }, (_, n) => row(n + 1));
    const pages = pagesOfText(
      await registerForm({ ...SAMPLE_HEAD, field: "Đất đai", volume: "03/2026", rows }),
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Quyển số 03/2026 – Trang ${index + 1}/${pages.length}`);
      if (/H21\.18/.test(text)) expect(text).toMatch(/STT +Mã hồ sơ|Nhận và trả kết quả/);
    }
    const codes = pages.flatMap((text) => text.match(/H21\.18-261005-\d{4}/g) ?? []);
    expect(codes).toEqual(rows.map(({ caseCode: code }) => code));
  });
});
