import { kindOf } from "./element-words.ts";
import { type Element, listOf, nameOf, textOf } from "./moddle.ts";
import { warningInVietnamese } from "./parser-warnings.ts";
import type { Note } from "./read-condition.ts";

/** Further processes of the file, one of each pool: a draft is one process. */
export function poolNotes(others: readonly Element[]): readonly Note[] {
  return others
    .filter((process) => listOf(process, "flowElements").length > 0)
    .map((process) => ({
      vi: `quy trình khác trong tệp không được đọc: “${shortName(process)}”`,
      en: `another process of the file was not read: “${shortName(process)}”`,
    }));
}

/** Gateways that came in as steps. */
export function standingNotes(gateways: readonly Element[]): readonly Note[] {
  return gateways.map((gateway) => ({
    vi: `cổng “${shortName(gateway)}” không đứng ngay sau một bước: đã thành một bước, hãy gộp hoặc đặt lại`,
    en: `gateway “${shortName(gateway)}” stands behind no step: it became a step, merge it or say what it is`,
  }));
}

/** Elements we have no use for, and what stood in them. */
export function unusedNotes(elements: readonly Element[]): readonly Note[] {
  return elements.map((element) => {
    const inside = listOf(element, "flowElements").filter(({ $type }) => /(Task|Activity)$/.test($type));
    const [vi, en] =
      inside.length === 0
        ? ["", ""]
        : [`, cùng các bước bên trong: ${quoted(inside)}`, `, with the steps in it: ${quoted(inside)}`];
    return {
      vi: `phần tử không dùng được: ${kindOf(element)} ${shortName(element)}`.trimEnd() + vi,
      en: `an element we have no use for: ${element.$type} ${shortName(element)}`.trimEnd() + en,
    };
  });
}

/** Embedded sub-processes of which the steps came into the flow around them. */
export function openedNotes(subs: readonly Element[]): readonly Note[] {
  return subs.map((sub) => ({
    vi: `${kindOf(sub)} “${shortName(sub)}”: các bước của nó vào thẳng quy trình, tên của nó không giữ`,
    en: `sub-process “${shortName(sub)}”: its steps came into the process itself, its name is not kept`,
  }));
}

/** What people wrote beside the flow: a step has no place for a description, a process none for notes on its picture. */
export function writtenBesideNotes(elements: readonly Element[]): readonly Note[] {
  const described = elements.flatMap((element) =>
    listOf(element, "documentation").flatMap((one) => {
      const text = shortText(one);
      if (text === "") return [];
      return {
        vi: `${kindOf(element)} “${shortName(element)}”: phần mô tả (documentation) không có chỗ giữ: “${text}”`,
        en: `documentation of “${shortName(element)}” has no place here: “${text}”`,
      };
    }),
  );
  const remarks = elements
    .flatMap((element) => listOf(element, "artifacts"))
    .filter(({ $type }) => $type === "bpmn:TextAnnotation")
    .map((remark) => ({
      vi: `${kindOf(remark)} trên sơ đồ không giữ: “${shortText(remark)}”`,
      en: `a text annotation is not kept: “${shortText(remark)}”`,
    }));
  return [...described, ...remarks];
}

/** Lanes say who works in them; in which unit and post that is, somebody must say. */
export function laneNotes(process: Element): readonly Note[] {
  const lanes = listOf(process, "laneSets").flatMap((set) => listOf(set, "lanes"));
  return lanes.slice(0, MOST_LANES).flatMap((lane) => {
    const tasks = listOf(lane, "flowNodeRef").filter(({ $type }) => /Task|Activity|SubProcess/.test($type));
    if (tasks.length === 0) return [];
    return {
      vi: `làn “${shortName(lane)}” không thành đơn vị, vị trí: ${quoted(tasks)}`,
      en: `lane “${shortName(lane)}” gives no unit and post: ${quoted(tasks)}`,
    };
  });
}

/** Tasks of another modeler, in one sentence: the faults of the draft name each. */
export function foreignNotes(tasks: readonly Element[]): readonly Note[] {
  if (tasks.length === 0) return [];
  return [
    {
      vi: `tệp không ghi đơn vị, vị trí, thời gian của ${tasks.length} bước: ${quoted(tasks)}`,
      en: `the file does not say unit, post and time of ${tasks.length} steps: ${quoted(tasks)}`,
    },
  ];
}

export const UNREAD_TERMS: Note = {
  vi: "không đọc được điều khoản của quy trình",
  en: "the terms of the process could not be read",
};

const MOST_WARNINGS = 20;

/** What the parser could not make sense of; of very many the first. */
export function warningNotes(warnings: readonly { readonly message: string }[]): readonly Note[] {
  const notes = warnings
    .slice(0, MOST_WARNINGS)
    .map(({ message }) => ({ vi: warningInVietnamese(message), en: message }));
  const more = warnings.length - MOST_WARNINGS;
  return more > 0 ? [...notes, { vi: `và ${more} chỗ khác không hiểu`, en: `and ${more} more` }] : notes;
}

const MOST_LANES = 100;
const MOST_NAMED = 20;
const LONGEST_NAME = 80;
const LONGEST_TEXT = 500;

/** What a file calls an element may be a book. */
function shortName(element: Element): string {
  return cut(nameOf(element), LONGEST_NAME);
}

/** The text of a description or remark, in one line. */
function shortText(element: Element): string {
  return cut((textOf(element, "text") ?? "").replace(/\s+/g, " ").trim(), LONGEST_TEXT);
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

function quoted(elements: readonly Element[]): string {
  const names = elements.slice(0, MOST_NAMED).map((element) => `“${shortName(element)}”`);
  return [...names, ...(elements.length > MOST_NAMED ? ["…"] : [])].join(", ");
}
