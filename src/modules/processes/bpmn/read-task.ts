import type { DraftStep, StepPost, StepUnit } from "../domain/process.ts";
import { UNCOUNTED_REASONS, type UncountedReason } from "../domain/uncounted.ts";
import { OUTCOMES, POSTS, UnitSchema, WORKS } from "../edit-process/draft-schema.ts";
import { type Element, extensionOf, textOf } from "./moddle.ts";

export type ReadTask = {
  readonly element: Element;
  readonly step: DraftStep;
  readonly notes: readonly { readonly vi: string; readonly en: string }[];
};

/** Reads a task with our facts, where it has them; else with what a task of another modeler says. */
export function readTask(element: Element): ReadTask {
  const own = extensionOf(element, "Step");
  const name = textOf(element, "name") ?? "";
  const id = idOf(own === undefined ? undefined : textOf(own, "step"), element.id ?? "");
  if (own === undefined) return { element, step: foreign(element, id, name), notes: [missing(name || id)] };
  const text = (key: string) => textOf(own, key);
  const outcomes = text("outcomes");
  const uncounted = text("uncounted");
  const code = text("procedureCode");
  const variant = text("variantCode");
  const work = WORKS.find((word) => word === text("work")) ?? "process";
  const budget = own.get("budgetMinutes");
  return {
    element,
    notes: [],
    step: {
      id,
      name,
      nameEn: text("nameEn") ?? "",
      unit: unitOf(text("unit")),
      post: postOf(text("post")),
      work,
      budgetMinutes: typeof budget === "number" && Number.isSafeInteger(budget) && budget >= 0 ? budget : 0,
      ...(isReason(uncounted) ? { uncounted } : {}),
      ...(outcomes === undefined
        ? {}
        : { outcomes: OUTCOMES.filter((word) => outcomes.split(" ").includes(word)) }),
      ...(text("silence") === "consent" ? { silence: "consent" as const } : {}),
      ...(code === undefined
        ? {}
        : {
            subprocess: { procedureCode: code, ...(variant === undefined ? {} : { variantCode: variant }) },
          }),
    },
  };
}

function foreign(element: Element, id: string, name: string): DraftStep {
  const called = textOf(element, "calledElement");
  return {
    id,
    name,
    nameEn: "",
    unit: "deciding-unit",
    post: "specialist",
    work: element.$type === "bpmn:CallActivity" ? "subprocess" : "process",
    budgetMinutes: 0,
    ...(called === undefined ? {} : { subprocess: { procedureCode: called } }),
  };
}

function missing(name: string) {
  return {
    vi: `bước “${name}”: tệp không ghi đơn vị, vị trí, thời gian`,
    en: `step “${name}”: the file does not say unit, post and time`,
  };
}

/** Our own id, else the element's made fit for one. */
function idOf(own: string | undefined, element: string): string {
  if (own !== undefined && /^[a-z0-9][a-z0-9.-]{0,79}$/.test(own)) return own;
  const plain = element
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  return plain.slice(0, 80) || "step";
}

const unitOf = (text: string | undefined): StepUnit => UnitSchema.safeParse(text).data ?? "deciding-unit";
const postOf = (text: string | undefined): StepPost => POSTS.find((post) => post === text) ?? "specialist";
const isReason = (text: string | undefined): text is UncountedReason =>
  text !== undefined && Object.hasOwn(UNCOUNTED_REASONS, text);
