import { fieldLine, fieldRow } from "../../../platform/pdf/field-lines.ts";
import type { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormStyle } from "./begin-form.ts";
import type { FormApplicant } from "./form-data.ts";

/** Name, identity number, address, telephone and e-mail, as Mẫu 01 and 03 have them. */
export function applicantLines(sheet: Sheet, label: string, person: FormApplicant, style: FormStyle): void {
  fieldLine(sheet, { label, value: person.name, face: "bold" }, style);
  fieldLine(sheet, { label: "Số định danh cá nhân/tổ chức:", value: person.identityNumber }, style);
  fieldLine(sheet, { label: "Địa chỉ:", value: person.address }, style);
  contactRow(sheet, person, style);
}

/** Telephone and e-mail side by side. */
export function contactRow(
  sheet: Sheet,
  { phone, email }: Pick<FormApplicant, "phone" | "email">,
  style: FormStyle,
): void {
  fieldRow(
    sheet,
    [
      { label: "Số điện thoại:", value: phone, share: 42 },
      { label: "Email:", value: email, share: 58 },
    ],
    style,
  );
}
