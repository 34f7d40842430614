import { Sheet } from "../../../platform/pdf/sheet.ts";
import type { FormHead } from "./form-data.ts";
import { type FormLayout, type FormName, layoutOf } from "./form-layout.ts";
import { stateHeader } from "./state-header.ts";

/** Style of the lines of a form: font size and the air below each, in points. */
export type FormStyle = { readonly size: number; readonly after: number };
export type BegunForm = {
  readonly sheet: Sheet;
  readonly layout: FormLayout;
  readonly size: number;
  readonly style: FormStyle;
};

/** A sheet in the layout of the form's day, head and title set; the cursor stands where the text begins. */
export function beginForm(form: FormName, head: FormHead, subject = ""): BegunForm {
  const layout = layoutOf(form, head);
  const sheet = new Sheet({
    paper: layout.paper,
    title: `${layout.title} ${subject}`.trim(),
    author: head.issuer.desk,
    createdAt: head.issuedAt,
  });
  stateHeader(sheet, head, layout);
  return { sheet, layout, size: layout.size, style: { size: layout.size, after: layout.size > 10 ? 2 : 1 } };
}
