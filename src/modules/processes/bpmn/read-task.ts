import type { DraftStep } from "../domain/process.ts";
import {
  BudgetSchema,
  LONGEST_NAME,
  OUTCOMES,
  POSTS,
  REASONS,
  SubprocessSchema,
  UnitSchema,
  WORKS,
} from "../edit-process/draft-schema.ts";
import { type Element, extensionOf, isElement, nameOf, textOf } from "./moddle.ts";
import type { Note } from "./read-condition.ts";

export type ReadTask = {
  readonly step: DraftStep;
  readonly notes: readonly Note[];
  readonly isForeign?: true;
};

/** Reads a task with our facts, where it has them; else with what a task of another modeler says. */
export function readTask(element: Element, id: string): ReadTask {
  const own = extensionOf(element, "Step");
  const notes = [...nameNotes(element), ...loopNotes(element)];
  if (own === undefined) return { step: foreign(element, id), notes, isForeign: true };
  const { step, unread } = ownStep(element, own, id);
  return { step, notes: unread.length === 0 ? notes : [...notes, unreadNote(element, unread)] };
}

type Unread = { readonly vi: string; readonly en: string };

/** The facts of our own extension element; those that are there but say nothing we know are named. */
function ownStep(
  element: Element,
  own: Element,
  id: string,
): { readonly step: DraftStep; readonly unread: readonly Unread[] } {
  const unread: Unread[] = [];
  const text = (key: string) => textOf(own, key);
  const known = <T>(value: T | undefined, vi: string, en: string): T | undefined => {
    if (value === undefined) unread.push({ vi, en });
    return value;
  };
  const oneOf = <T extends string>(list: readonly T[], key: string) => list.find((one) => one === text(key));
  const reason = text("uncounted");
  const uncounted =
    reason === undefined
      ? undefined
      : known(oneOf(REASONS, "uncounted"), "lý do không tính", "why not counted");
  const outcomes = text("outcomes");
  const called = calledBy(own);
  if (called === undefined && text("procedureCode") !== undefined)
    known(called, "thủ tục liên thông", "procedure");
  const calledElement = textOf(element, "calledElement");
  if (calledElement !== undefined && calledElement !== (called?.variantCode ?? called?.procedureCode))
    unread.push({
      vi: `quy trình được gọi (calledElement) “${calledElement}”`,
      en: `calledElement “${calledElement}”`,
    });
  return {
    step: {
      id,
      name: nameIn(element),
      nameEn: (text("nameEn") ?? "").slice(0, LONGEST_NAME),
      unit: known(UnitSchema.safeParse(text("unit")).data, "đơn vị", "unit") ?? "deciding-unit",
      post: known(oneOf(POSTS, "post"), "vị trí", "post") ?? "specialist",
      work: known(oneOf(WORKS, "work"), "loại việc", "work") ?? "process",
      budgetMinutes: known(BudgetSchema.safeParse(own.get("budgetMinutes")).data, "thời gian", "time") ?? 0,
      ...(uncounted === undefined ? {} : { uncounted }),
      ...(outcomes === undefined
        ? {}
        : { outcomes: OUTCOMES.filter((word) => outcomes.split(" ").includes(word)) }),
      ...(text("silence") === "consent" ? { silence: "consent" as const } : {}),
      ...(called === undefined ? {} : { subprocess: called }),
    },
    unread,
  };
}

function foreign(element: Element, id: string): DraftStep {
  const called = SubprocessSchema.safeParse({ procedureCode: textOf(element, "calledElement") }).data;
  return {
    id,
    name: nameIn(element),
    nameEn: "",
    unit: "deciding-unit",
    post: "specialist",
    work: element.$type === "bpmn:CallActivity" ? "subprocess" : "process",
    budgetMinutes: 0,
    ...(called === undefined ? {} : { subprocess: { procedureCode: called.procedureCode } }),
  };
}

function calledBy(own: Element): DraftStep["subprocess"] {
  const variantCode = textOf(own, "variantCode");
  const given = {
    procedureCode: textOf(own, "procedureCode"),
    ...(variantCode === undefined ? {} : { variantCode }),
  };
  return SubprocessSchema.safeParse(given).success ? (given as DraftStep["subprocess"]) : undefined;
}

const nameIn = (element: Element) => (textOf(element, "name") ?? "").slice(0, LONGEST_NAME);

function nameNotes(element: Element): readonly Note[] {
  const name = textOf(element, "name") ?? "";
  if (name.length <= LONGEST_NAME) return [];
  const begin = name.slice(0, 40);
  return [
    {
      vi: `bước “${begin}…”: tên dài quá, chỉ giữ ${LONGEST_NAME} chữ`,
      en: `step “${begin}…”: its name is too long, ${LONGEST_NAME} letters were kept`,
    },
  ];
}

function loopNotes(element: Element): readonly Note[] {
  if (!isElement(element.get("loopCharacteristics"))) return [];
  const name = nameOf(element);
  return [
    { vi: `bước “${name}”: không giữ được sự lặp lại`, en: `step “${name}”: that it repeats is not kept` },
  ];
}

function unreadNote(element: Element, unread: readonly Unread[]): Note {
  const name = nameOf(element);
  return {
    vi: `bước “${name}”: không đọc được ${unread.map(({ vi }) => vi).join(", ")}`,
    en: `step “${name}”: could not read ${unread.map(({ en }) => en).join(", ")}`,
  };
}
