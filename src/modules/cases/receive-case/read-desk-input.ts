import type { z } from "zod";
import type { Lang } from "../../../kernel/time.ts";
import { type FieldErrors, parseForm } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { Unit } from "../../organisation/index.ts";
import type { ProcedureInForce } from "../cases-deps.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { faultText, textsOf } from "../texts.ts";
import { unitMeant } from "./deciding-units.ts";
import type { DeskForm } from "./desk-form.ts";
import { paperField, papersGiven, typed } from "./paper-rows.ts";
import type { ReceiveMessages } from "./receive-messages.vi.ts";
import { receiveTexts } from "./receive-texts.ts";

/** Value of the choice "none of these cases" where a procedure has cases of its own and a general limit. */
export const GENERAL = "general";

/** A form that is right, or everything that is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** What the form says, as the command takes it; else all faults in the order of the screen. */
export function readDeskInput<T>(
  schema: z.ZodType<T>,
  form: DeskForm,
  procedure: ProcedureInForce,
  units: readonly Unit[],
  lang: Lang,
): Read<T> {
  const { values } = form;
  const unit = unitMeant(units, typed(values, "decidingUnit"));
  const given = papersGiven(form.rows, values, form.filesOf);
  const variantCode = typed(values, "variantCode");
  const parsed = parseForm(schema, {
    ...values,
    procedureCode: procedure.content.code,
    variantCode: variantCode === GENERAL ? "" : variantCode,
    decidingUnitId: unit.ok ? unit.value.id : "",
    papers: given.map(({ input }) => input),
  });
  const faults: FieldErrors = { ...(parsed.ok ? {} : parsed.errors), ...form.fileFaults };
  const errors: FormError[] = [];
  if (procedure.content.variants.length > 0 && variantCode === "") {
    errors.push({ field: "variantCode", text: receiveTexts(lang).faults["variant-required"] });
  }
  for (const [path, code] of Object.entries(faults)) {
    if (path === "decidingUnitId") continue;
    const [name = "", index = ""] = path.split(".");
    const row = given[Number(index)]?.row ?? form.rows[0];
    const field = name === "papers" && row !== undefined ? paperField(row) : path;
    const text = `${paperOf(form, path)}${sentence(lang, name, code)}`;
    if (!errors.some((error) => error.field === field)) errors.push({ field, text });
  }
  if (!unit.ok) errors.push({ field: "decidingUnit", text: unitSentence(lang, unit) });
  if (parsed.ok && errors.length === 0) return { ok: true, value: parsed.value };
  return { ok: false, errors: errors.sort((a, b) => placeOf(form, a.field) - placeOf(form, b.field)) };
}

/** A fault of a file names its paper, since several lie on the table: "Giấy chứng sinh: ". */
function paperOf(form: DeskForm, field: string): string {
  const row = form.rows.find((one) => paperField(one, "file") === field);
  return row?.paper === undefined ? "" : `${row.paper.name}: `;
}

const OWN_SENTENCE: Readonly<Record<string, keyof ReceiveMessages["faults"]>> = {
  "applicantName required": "name-required",
  "applicantNumber required": "number-required",
  "receivingUnitId required": "desk-required",
  "receivingUnitId invalid": "desk-required",
  "returnAddress required": "post-address-required",
  "papers papers-required": "papers-required",
};

function sentence(lang: Lang, name: string, code: string): string {
  const faults = receiveTexts(lang).faults;
  const own = code === "file-lost" ? "file-lost" : OWN_SENTENCE[`${name} ${code}`];
  if (own !== undefined && own !== "unit-ambiguous" && own !== "oldName") return faults[own];
  const refusals: Readonly<Record<string, string>> = textsOf(lang).refusals;
  return (code.startsWith("file-") ? refusals[code] : undefined) ?? faultText(lang, code);
}

type UnitRefusal = {
  readonly refusal: "unit-required" | "unit-unknown" | "unit-ambiguous";
  readonly detail?: string;
};

function unitSentence(lang: Lang, { refusal, detail }: UnitRefusal): string {
  const { faults } = receiveTexts(lang);
  if (refusal === "unit-unknown") return textsOf(lang).refusals["unit-unknown"];
  return refusal === "unit-ambiguous" ? faults["unit-ambiguous"](detail ?? "") : faults["unit-required"];
}

/** The field to which a refusal of the command belongs. */
const FIELD_OF: Partial<Record<CaseRefusal, string>> = {
  "unit-unknown": "decidingUnit",
  "place-missing": "placeUnitId",
  "unit-cannot-decide": "decidingUnit",
  "not-your-unit": "receivingUnitId",
  "officer-not-in-unit": "signedBy",
  "procedure-not-found": "variantCode",
};

/** The refusal of a command as a fault of the form. */
export function refusedForm(lang: Lang, refusal: CaseRefusal): FormError[] {
  return [{ field: FIELD_OF[refusal] ?? "main", text: textsOf(lang).refusals[refusal] }];
}

/** The fields in the order of the screen: before the papers, and after them. */
const BEFORE_PAPERS = [
  "variantCode",
  "scan",
  "applicantKind",
  "applicantNumber",
  "applicantName",
  "applicantBirthDate",
  "applicantAddress",
  "applicantPhone",
  "applicantEmail",
  "representativeName",
  "representativePaper",
  "representativeNumber",
  "representativePhone",
  "receivingUnitId",
  "decidingUnit",
  "placeUnitId",
  "channel",
  "request",
];
const AFTER_PAPERS = ["feeAmount", "feePaid", "copies", "returnMethod", "returnAddress"];

function placeOf(form: DeskForm, field: string): number {
  const before = BEFORE_PAPERS.indexOf(field);
  if (before >= 0) return before;
  const row = form.rows.findIndex((one) => `${field}.`.startsWith(`${paperField(one)}.`));
  return row >= 0 ? 100 + row : 1000 + AFTER_PAPERS.indexOf(field);
}
