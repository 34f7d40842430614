import type { Instant } from "../../../kernel/time.ts";
import { fieldLine } from "../../../platform/pdf/field-lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import { beginForm } from "./begin-form.ts";
import type { FormHead } from "./form-data.ts";
import { numberedList } from "./numbered-list.ts";
import { DOTTED_DATE, DOTTED_TIME, officialDate, officialTime } from "./official-time.ts";
import { pageFooter } from "./page-footer.ts";
import { closeWith } from "./signature-block.ts";
import { type HeadSigner, headOfAgency } from "./signature-places.ts";

export type StopNoticeData = FormHead & {
  /** Kính gửi: who handed the case in. */
  readonly to: string;
  readonly identityNumber?: string;
  readonly caseCode: string;
  readonly request: string;
  /** The agency that was to decide. */
  readonly agency: string;
  readonly receivedAt: Instant;
  /** The day of the applicant's request to stop. */
  readonly askedAt?: Instant;
  /** Where the authority stops the case: the article that allows it. Absent: the applicant asked for it. */
  readonly basis?: string;
  /** The reason, as the applicant or the authority gave it. */
  readonly reason?: string;
  readonly stoppedAt?: Instant;
  /** Papers given back. */
  readonly returnedPapers?: readonly string[];
  /** A word on fees: "được hoàn trả 650.000 đ". */
  readonly feeNote?: string;
  readonly signer?: HeadSigner;
};

/**
 * Mẫu 05: Thông báo dừng giải quyết hồ sơ, as a PDF.
 * The text of this form of TT 03/2025/TT-VPCP was not found in public sources. It is built after NĐ 118/2025/NĐ-CP
 * Đ21 and TT 03/2025/TT-VPCP Đ7 (at the applicant's request, only before a decision exists) in the manner of the
 * other forms: compare it with the printed circular before use. A case that the authority stops (national state 8) is
 * told of in words of its own, with the legal basis: nobody may read there that they asked for what they did not.
 */
export function stopNoticeForm(data: StopNoticeData): Promise<Uint8Array> {
  const { sheet, size, style } = beginForm("stop-notice", data, data.caseCode);
  const text = { ...style, firstIndent: size * 2, align: "justify" } as const;
  paragraph(sheet, [{ text: "Kính gửi: " }, { text: data.to, face: "bold" }], {
    ...style,
    align: "center",
    after: 6,
  });
  paragraph(sheet, [{ text: groundOf(data) }], text);
  fieldLine(sheet, { label: "Mã hồ sơ:", value: data.caseCode, face: "bold" }, style);
  fieldLine(sheet, { label: "Số định danh cá nhân/tổ chức:", value: data.identityNumber }, style);
  fieldLine(sheet, { label: "Nội dung yêu cầu giải quyết:", value: data.request, face: "bold" }, style);
  fieldLine(sheet, { label: "Cơ quan giải quyết hồ sơ:", value: data.agency }, style);
  fieldLine(sheet, { label: "Thời gian nhận hồ sơ:", value: `${officialTime(data.receivedAt)}.` }, style);
  const why = data.basis === undefined ? "Lý do đề nghị dừng:" : "Lý do dừng:";
  fieldLine(sheet, { label: why, value: data.reason }, style);
  const stopped = data.stoppedAt === undefined ? DOTTED_TIME : `${officialTime(data.stoppedAt)}.`;
  fieldLine(sheet, { label: "Thời điểm dừng giải quyết hồ sơ:", value: stopped, face: "bold" }, style);
  const papers = data.returnedPapers ?? [];
  if (papers.length > 0) {
    paragraph(sheet, [{ text: "Giấy tờ trả lại gồm:" }], style);
    numberedList(
      sheet,
      papers.map((name) => [{ text: name }]),
      0,
      style,
    );
  }
  if (data.feeNote) fieldLine(sheet, { label: "Phí, lệ phí:", value: data.feeNote }, style);
  closeWith(
    sheet,
    "Đến thời điểm dừng, cơ quan có thẩm quyền chưa ban hành quyết định, kết quả giải quyết đối với hồ sơ này. Xin thông báo để Ông/Bà/Tổ chức được biết./.",
    text,
    headOfAgency(data.signer),
  );
  return sheet.finish(pageFooter(sheet, data.caseCode));
}

/** On what the stop rests: the applicant's request, or the article by which the authority stops. */
function groundOf(data: StopNoticeData): string {
  if (data.basis !== undefined) {
    const basis = data.basis.replace(/^căn cứ\s+/iu, "");
    return `Căn cứ ${basis}; theo quyết định của ${data.agency}, ${data.issuer.desk} thông báo dừng giải quyết hồ sơ sau đây:`;
  }
  const asked = data.askedAt === undefined ? DOTTED_DATE : officialDate(data.askedAt);
  return `Căn cứ Điều 21 Nghị định số 118/2025/NĐ-CP và Điều 7 Thông tư số 03/2025/TT-VPCP; theo đề nghị ${asked} của Ông/Bà/Tổ chức về việc dừng thực hiện thủ tục hành chính, ${data.issuer.desk} thông báo dừng giải quyết hồ sơ sau đây:`;
}
