import { formatMoney } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/time.ts";
import { fieldLine, fieldRow } from "../../../platform/pdf/field-lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormApplicant, FormHead, FormSigner } from "./form-data.ts";
import { layoutOf } from "./form-layout.ts";
import { DOTTED_TIME, officialTime } from "./official-time.ts";
import { pageFooter } from "./page-footer.ts";
import { signatureBlock, signatureHeight } from "./signature-block.ts";
import { stateHeader } from "./state-header.ts";
import { type FormTracking, trackingBand } from "./tracking-band.ts";

/** How a paper came: original, certified or plain copy, electronic, or not asked for because the state holds it. */
export type PaperKind = "original" | "copy" | "electronic" | "held-by-state";
export type ReceivedPaper = { readonly name: string; readonly kind: PaperKind; readonly copies?: number };

/** The person sent in place of the applicant, with the paper that empowers them. */
export type AuthorisedPerson = FormApplicant & { readonly paper?: string };

export type ReceiptData = FormHead & {
  readonly caseCode: string;
  readonly applicant: FormApplicant;
  readonly authorised?: AuthorisedPerson;
  /** Nội dung yêu cầu giải quyết: the name of the procedure. */
  readonly request: string;
  readonly papers: readonly ReceivedPaper[];
  /** Số lượng hồ sơ, sets. */
  readonly sets?: number;
  /** The legal limit in words: "10 ngày làm việc". */
  readonly timeLimit?: string;
  readonly receivedAt: Instant;
  /** Left out where the procedure has no appointment. */
  readonly appointmentAt?: Instant;
  /** Fees in whole đồng and a word on them: "đã nộp trực tuyến", "miễn". */
  readonly fee?: { readonly amount: number; readonly note?: string };
  /** Đăng ký nhận kết quả tại. */
  readonly returnPlace?: string;
  readonly book?: { readonly volume: string; readonly serial?: string };
  readonly tracking?: FormTracking;
  readonly submitter?: FormSigner;
  readonly receiver?: FormSigner;
};

const KIND: Record<PaperKind, string> = {
  original: "bản chính",
  copy: "bản sao",
  electronic: "bản điện tử",
  "held-by-state": "cơ quan nhà nước đã có",
};

/** Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả (NĐ 118/2025/NĐ-CP Đ17), as a PDF. */
export function receiptForm(data: ReceiptData): Promise<Uint8Array> {
  const layout = layoutOf("receipt", data);
  const { size, paper } = layout;
  const sheet = new Sheet({
    paper,
    title: `${layout.title} ${data.caseCode}`,
    author: data.issuer.desk,
    createdAt: data.issuedAt,
  });
  const style = { size, after: 1.5 };
  stateHeader(sheet, data, layout);
  trackingBand(sheet, size, data.caseCode, data.tracking);
  paragraph(sheet, [{ text: data.issuer.desk, face: "bold" }], style);
  applicantLines(sheet, "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:", data.applicant, style);
  if (data.authorised) {
    applicantLines(sheet, "Người được ủy quyền nộp hồ sơ:", data.authorised, style);
    fieldLine(sheet, { label: "Giấy tờ ủy quyền:", value: data.authorised.paper }, style);
  }
  fieldLine(sheet, { label: "Nội dung yêu cầu giải quyết:", value: data.request, face: "bold" }, style);
  paperLines(sheet, data.papers, style);
  timeLines(sheet, data, style);
  const { book } = data;
  sheet.need(signatureHeight(size) + size * 3);
  fieldLine(sheet, { label: "Đăng ký nhận kết quả tại:", value: data.returnPlace }, style);
  fieldRow(
    sheet,
    [
      { label: "Vào Sổ theo dõi hồ sơ, Quyển số:", value: book?.volume, share: 55 },
      { label: "Số thứ tự:", value: book?.serial, share: 45 },
    ],
    style,
  );
  signatureBlock(sheet, size, [
    {
      role: "NGƯỜI NỘP HỒ SƠ",
      digitalNote: "Chữ ký số của người nộp hồ sơ",
      signer: data.submitter,
    },
    {
      role: "NGƯỜI TIẾP NHẬN HỒ SƠ",
      digitalNote: "Chữ ký số của người tiếp nhận hồ sơ",
      signer: data.receiver,
    },
  ]);
  return sheet.finish(pageFooter(sheet, data.caseCode));
}

type Style = { readonly size: number; readonly after: number };

function applicantLines(sheet: Sheet, label: string, person: FormApplicant, style: Style): void {
  fieldLine(sheet, { label, value: person.name, face: "bold" }, style);
  fieldLine(sheet, { label: "Số định danh cá nhân/tổ chức:", value: person.identityNumber }, style);
  fieldLine(sheet, { label: "Địa chỉ:", value: person.address }, style);
  fieldRow(
    sheet,
    [
      { label: "Số điện thoại:", value: person.phone, share: 42 },
      { label: "Email:", value: person.email, share: 58 },
    ],
    style,
  );
}

function paperLines(sheet: Sheet, papers: readonly ReceivedPaper[], style: Style): void {
  const heading = "Thành phần hồ sơ nộp gồm:";
  sheet.need(style.size * 2.6);
  paragraph(sheet, [{ text: heading }], style);
  const indent = style.size * 1.6;
  for (const [index, { name, kind, copies }] of papers.entries()) {
    const count = copies === undefined ? "" : `${copies}`.padStart(2, "0");
    paragraph(
      sheet,
      [{ text: `${index + 1}. ${name} ` }, { text: `(${`${count} ${KIND[kind]}`.trim()})`, face: "italic" }],
      { ...style, indent, firstIndent: -indent, align: "justify" },
    );
  }
  if (papers.length > 0) return;
  for (const label of ["1.", "2.", "3."]) fieldLine(sheet, { label }, style);
}

function timeLines(sheet: Sheet, data: ReceiptData, style: Style): void {
  const sets = data.sets === undefined ? undefined : `${data.sets}`.padStart(2, "0");
  fieldLine(sheet, { label: "Số lượng hồ sơ:", value: sets, unit: "(bộ)" }, style);
  fieldLine(sheet, { label: "Thời gian giải quyết hồ sơ theo quy định là:", value: data.timeLimit }, style);
  if (data.fee) {
    const note = data.fee.note === undefined ? "" : ` (${data.fee.note})`;
    fieldLine(sheet, { label: "Phí, lệ phí:", value: `${formatMoney(data.fee.amount)}${note}` }, style);
  }
  paragraph(sheet, [{ text: `Thời gian nhận hồ sơ: ${officialTime(data.receivedAt)}.` }], style);
  const due = data.appointmentAt;
  paragraph(
    sheet,
    [
      { text: "Thời gian trả kết quả giải quyết hồ sơ: " },
      due === undefined ? { text: DOTTED_TIME } : { text: `${officialTime(due)}.`, face: "bold" },
    ],
    style,
  );
}
