import { formatMoney } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/time.ts";
import { fieldHeight, fieldLine, fieldRow } from "../../../platform/pdf/field-lines.ts";
import type { Run } from "../../../platform/pdf/lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";
import { applicantLines } from "./applicant-lines.ts";
import { beginForm, type FormStyle } from "./begin-form.ts";
import type { FormApplicant, FormHead, FormSigner } from "./form-data.ts";
import { numberedList } from "./numbered-list.ts";
import { DOTTED_TIME, officialTime } from "./official-time.ts";
import { pageFooter } from "./page-footer.ts";
import { signatureBlock, signatureHeight } from "./signature-block.ts";
import { submitterAndReceiver } from "./signature-places.ts";
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
  /** A word behind the appointment, such as that it is the first of two. */
  readonly appointmentNote?: string;
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
  const { sheet, size, style } = beginForm("receipt", data, data.caseCode);
  trackingBand(sheet, size, data);
  applicantLines(sheet, "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:", data.applicant, style);
  if (data.authorised) {
    applicantLines(sheet, "Người được ủy quyền nộp hồ sơ:", data.authorised, style);
    fieldLine(sheet, { label: "Giấy tờ ủy quyền:", value: data.authorised.paper }, style);
  }
  fieldLine(sheet, { label: "Nội dung yêu cầu giải quyết:", value: data.request, face: "bold" }, style);
  sheet.need(2 * fieldHeight(style));
  paragraph(sheet, [{ text: "Thành phần hồ sơ nộp gồm:" }], style);
  numberedList(sheet, data.papers.map(paperRuns), 3, style);
  timeLines(sheet, data, style);
  const { book } = data;
  const places = submitterAndReceiver(data.submitter, data.receiver);
  sheet.need(signatureHeight(sheet, size, places) + 2 * fieldHeight(style));
  fieldLine(sheet, { label: "Đăng ký nhận kết quả tại:", value: data.returnPlace }, style);
  fieldRow(
    sheet,
    [
      { label: "Vào Sổ theo dõi hồ sơ, Quyển số:", value: book?.volume, share: 55 },
      { label: "Số thứ tự:", value: book?.serial, share: 45 },
    ],
    style,
  );
  signatureBlock(sheet, size, places);
  return sheet.finish(pageFooter(sheet, data.caseCode));
}

function paperRuns({ name, kind, copies }: ReceivedPaper): readonly Run[] {
  const count = copies === undefined ? "" : `${copies}`.padStart(2, "0");
  const remark = `(${`${count} ${KIND[kind]}`.trim()})`.replaceAll(" ", "\u00a0");
  return [{ text: `${name} ` }, { text: remark, face: "italic" }];
}

function timeLines(sheet: Sheet, data: ReceiptData, style: FormStyle): void {
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
      due === undefined
        ? { text: DOTTED_TIME }
        : {
            text: `${officialTime(due)}${data.appointmentNote === undefined ? "" : ` (${data.appointmentNote})`}.`,
            face: "bold",
          },
    ],
    style,
  );
}
