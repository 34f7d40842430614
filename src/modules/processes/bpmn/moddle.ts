import { BpmnModdle } from "bpmn-moddle";
import { cleanText } from "../parse-json.ts";

/** An element of the BPMN model as bpmn-moddle holds it: its type, its properties by name. */
export type Element = {
  readonly $type: string;
  readonly id?: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
};

/** Our facts in a BPMN file; any other program leaves them alone and gives them back. */
export const NAMESPACE = "https://mot-cua.vn/bpmn/1";

const attribute = (name: string, type = "String") => ({ name, isAttr: true, type });

const DESCRIPTOR = {
  name: "Một Cửa",
  uri: NAMESPACE,
  prefix: "motcua",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Step",
      superClass: ["Element"],
      properties: [
        attribute("step"),
        attribute("nameEn"),
        attribute("unit"),
        attribute("post"),
        attribute("work"),
        attribute("budgetMinutes", "Integer"),
        attribute("uncounted"),
        attribute("silence"),
        attribute("outcomes"),
        attribute("procedureCode"),
        attribute("variantCode"),
      ],
    },
    { name: "When", superClass: ["Element"], properties: [attribute("condition")] },
    { name: "Terms", superClass: ["Element"], properties: [attribute("terms")] },
  ],
};

const MODEL = new BpmnModdle({ motcua: DESCRIPTOR });

/** The model that knows BPMN 2.0 and our facts; one for all files, since it learns its types as it meets them. */
export function bpmnModel(): BpmnModdle {
  return MODEL;
}

/** The elements under a name; [] where there are none. */
export function listOf(element: Element, name: string): readonly Element[] {
  const value = element.get(name);
  return Array.isArray(value) ? value : [];
}

/** The text under a name; undefined where there is none. */
export function textOf(element: Element, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === "string" ? cleanText(value) : undefined;
}

/** What people call an element: its name, else its id. */
export function nameOf(element: Element): string {
  return textOf(element, "name")?.trim() || cleanText(element.id ?? "");
}

/** Our own element of this type among the extension elements. */
export function extensionOf(element: Element, type: "Step" | "When" | "Terms"): Element | undefined {
  const extensions = element.get("extensionElements");
  if (!isElement(extensions)) return undefined;
  return listOf(extensions, "values").find((value) => value.$type === `motcua:${type}`);
}

export function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && "$type" in value;
}
