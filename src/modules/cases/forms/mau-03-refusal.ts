import { dottedLines, fieldLine } from "../../../platform/pdf/field-lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import { applicantLines } from "./applicant-lines.ts";
import { beginForm } from "./begin-form.ts";
import type { FormApplicant, FormHead, FormSigner } from "./form-data.ts";
import { pageFooter } from "./page-footer.ts";
import { closeWith } from "./signature-block.ts";
import { submitterAndReceiver } from "./signature-places.ts";

export type RefusalData = FormHead & {
  readonly applicant: FormApplicant;
  readonly caseCode?: string;
  readonly request: string;
  /** The concrete reason, with the legal ground; line breaks begin new paragraphs. */
  readonly reason?: string;
  readonly submitter?: FormSigner;
  readonly receiver?: FormSigner;
};

/** Mẫu 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ (TT 03/2025/TT-VPCP), as a PDF. */
export function refusalForm(data: RefusalData): Promise<Uint8Array> {
  const { sheet, size, style } = beginForm("refusal", data, data.caseCode);
  const text = { ...style, firstIndent: size * 2, align: "justify" } as const;
  paragraph(sheet, [{ text: data.issuer.desk, face: "bold" }], style);
  applicantLines(sheet, "Tiếp nhận hồ sơ của:", data.applicant, style);
  fieldLine(sheet, { label: "Mã hồ sơ (nếu có):", value: data.caseCode, face: "bold" }, style);
  fieldLine(sheet, { label: "Nội dung yêu cầu giải quyết:", value: data.request }, style);
  paragraph(
    sheet,
    [
      {
        text: `Qua xem xét, ${data.issuer.desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
      },
    ],
    text,
  );
  const reasons = (data.reason ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
  for (const reason of reasons) paragraph(sheet, [{ text: reason }], text);
  if (reasons.length === 0) dottedLines(sheet, 3, style);
  const places = submitterAndReceiver(data.submitter, data.receiver);
  closeWith(sheet, "Xin thông báo cho Ông/Bà được biết và thực hiện./.", text, places);
  return sheet.finish(pageFooter(sheet, data.caseCode ?? ""));
}
