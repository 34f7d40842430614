import type { Lang } from "../../../kernel/time.ts";
import { type FormValues, parseForm } from "../../../platform/http/form.ts";
import type { FormError, Option } from "../../../ui/index.ts";
import type { CasesDeps, ProcedureInForce } from "../cases-deps.ts";
import type { GroupDefinition, GroupStep } from "../domain/group-definitions.ts";
import { decidingUnits, likelyUnit } from "../receive-case/deciding-units.ts";
import { desksOf } from "../receive-case/desk-model-of.ts";
import { typed } from "../receive-case/paper-rows.ts";
import { receiveTexts } from "../receive-case/receive-texts.ts";
import { groupTexts } from "../show-group/group-texts.ts";
import { faultText, formErrors } from "../texts.ts";
import { ReceiveGroup } from "./receive-group-input.ts";

/** A member as the form shows it. */
export type MemberPart = GroupStep & {
  readonly procedure: ProcedureInForce;
  readonly units: readonly Option[];
  readonly likely: string;
  /** The papers of the procedure that are always asked for, one a line. */
  readonly proposed: string;
};

type Actor = Parameters<typeof desksOf>[1];

/** The members of a group with their procedures in force; undefined where one of them cannot be received. */
export async function memberParts(
  deps: CasesDeps,
  actor: Actor,
  definition: GroupDefinition,
): Promise<readonly MemberPart[] | undefined> {
  const [desk] = desksOf(deps, actor);
  const parts: MemberPart[] = [];
  for (const step of definition.members) {
    const procedure = await deps.procedureInForce(step.procedureCode);
    if (procedure === undefined || !procedure.receivable || desk === undefined) return undefined;
    const units = decidingUnits(deps.directory.units(), procedure.content);
    const likely = likelyUnit(units, procedure.content, desk);
    parts.push({
      ...step,
      procedure,
      units: units.map((unit) => ({ value: String(unit.id), label: unit.name })),
      likely: likely === undefined ? "" : String(likely.id),
      proposed: procedure.content.papers
        .filter((paper) => paper.required)
        .map((paper) => paper.name)
        .join("\n"),
    });
  }
  return parts;
}

export type GroupInput =
  | { readonly ok: true; readonly value: ReceiveGroup }
  | { readonly ok: false; readonly errors: readonly FormError[] };

const FAULTLESS = { key: "-", decidingUnitId: 1, papers: [{ name: "-", form: "original" }] };

/** Reads the sent form: fields of a member carry its key. */
export function readGroupForm(
  lang: Lang,
  definition: GroupDefinition,
  parts: readonly MemberPart[],
  values: FormValues,
): GroupInput {
  const form = parseForm(ReceiveGroup, {
    ...values,
    groupCode: definition.code,
    members: parts.map((part) => ({
      key: part.key,
      decidingUnitId: typed(values, `unit-${part.key}`) || undefined,
      papers: papersOf(part, typed(values, `papers-${part.key}`)),
    })),
  });
  if (form.ok) return form;
  // What is wrong between the fields of the applicant is looked for even where a member is at fault: all at once.
  const applicant = parseForm(ReceiveGroup, { ...values, groupCode: definition.code, members: [FAULTLESS] });
  const faults = { ...(applicant.ok ? {} : applicant.errors), ...form.errors };
  const texts = groupTexts(lang);
  const ofMembers: FormError[] = [];
  const others: Record<string, string> = {};
  for (const [path, code] of Object.entries(faults)) {
    const [, index, name] = /^members\.(\d+)\.(\w+)/.exec(path) ?? [];
    const part = parts[Number(index)];
    if (part === undefined) {
      others[path] = code;
      continue;
    }
    const [field, label] =
      name === "papers" ? [`papers-${part.key}`, texts.papers] : [`unit-${part.key}`, texts.unit];
    ofMembers.push({ field, text: `${part.procedure.content.name}, ${label}: ${faultText(lang, code)}` });
  }
  return { ok: false, errors: [...formErrors(lang, others, "", labelIn(lang)), ...ofMembers] };
}

/** The label of a field of the applicant, so that the summary of faults names it. */
function labelIn(lang: Lang): (field: string) => string | undefined {
  const texts = receiveTexts(lang).form;
  const own = groupTexts(lang);
  const labels: Readonly<Record<string, string>> = {
    applicantNumber: texts.number,
    applicantName: texts.name,
    applicantBirthDate: texts.birthDate,
    applicantAddress: texts.address,
    applicantPhone: texts.phone,
    receivingUnitId: own.desk,
    returnAddress: own.returnAddress,
  };
  return (field) => labels[field];
}

/** Each line is a paper; one of the procedure's list keeps its id. */
function papersOf({ procedure }: MemberPart, text: string) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((name) => {
      const id = procedure.content.papers.find((paper) => paper.name === name)?.id;
      return { name, form: "original", ...(id === undefined ? {} : { id }) };
    });
}
