import { dottedLines, fieldLine } from "../../../platform/pdf/field-lines.ts";
import { paragraph } from "../../../platform/pdf/paragraph.ts";
import { contactRow } from "./applicant-lines.ts";
import { beginForm } from "./begin-form.ts";
import type { FormApplicant, FormHead, FormSigner } from "./form-data.ts";
import { numberedList } from "./numbered-list.ts";
import { pageFooter } from "./page-footer.ts";
import { closeWith } from "./signature-block.ts";

export type SupplementRequestData = FormHead & {
  readonly applicant: FormApplicant;
  /** Printed where the case has one; at the counter there may be none yet. */
  readonly caseCode?: string;
  readonly request: string;
  /** What has to be added or put right, one thing each. */
  readonly items: readonly string[];
  readonly reason?: string;
  /** Who helps while the applicant completes the file. */
  readonly contact?: { readonly name: string; readonly phone?: string };
  readonly guide?: FormSigner;
};

/** Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (TT 03/2025/TT-VPCP), as a PDF. */
export function supplementRequestForm(data: SupplementRequestData): Promise<Uint8Array> {
  const { sheet, size, style } = beginForm("supplement-request", data, data.caseCode);
  fieldLine(sheet, { label: "Hồ sơ của:", value: data.applicant.name, face: "bold" }, style);
  if (data.caseCode !== undefined) {
    fieldLine(sheet, { label: "Mã hồ sơ:", value: data.caseCode, face: "bold" }, style);
  }
  fieldLine(sheet, { label: "Nội dung yêu cầu giải quyết:", value: data.request }, style);
  fieldLine(sheet, { label: "Địa chỉ:", value: data.applicant.address }, style);
  contactRow(sheet, data.applicant, style);
  paragraph(sheet, [{ text: "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:" }], style);
  numberedList(
    sheet,
    data.items.map((text) => [{ text }]),
    4,
    style,
  );
  if (data.items.length === 0) dottedLines(sheet, 1, style);
  fieldLine(sheet, { label: "Lý do:", value: data.reason }, style);
  const name = data.contact?.name ?? "..............................";
  const phone = data.contact?.phone ?? ".......................";
  closeWith(
    sheet,
    `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ${name} số điện thoại ${phone} để được hướng dẫn./.`,
    { ...style, firstIndent: size * 2, align: "justify" },
    [{ role: "NGƯỜI HƯỚNG DẪN", digitalNote: "Chữ ký số của người hướng dẫn", signer: data.guide }],
  );
  return sheet.finish(pageFooter(sheet, data.caseCode ?? ""));
}
