import { type Element, listOf, nameOf } from "./moddle.ts";
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

/** Elements we have no use for. */
export function unusedNotes(elements: readonly Element[]): readonly Note[] {
  return elements.map((element) => {
    const what = `${element.$type} ${shortName(element)}`.trim();
    return { vi: `phần tử không dùng được: ${what}`, en: `an element we have no use for: ${what}` };
  });
}

/** Lanes say who works in them; in which unit and post that is, somebody must say. */
export function laneNotes(process: Element): readonly Note[] {
  const lanes = listOf(process, "laneSets").flatMap((set) => listOf(set, "lanes"));
  return lanes.slice(0, MOST_LANES).flatMap((lane) => {
    const tasks = listOf(lane, "flowNodeRef").filter(({ $type }) => /Task|Activity/.test($type));
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
    .map(({ message }) => ({ vi: `không hiểu: ${message}`, en: message }));
  const more = warnings.length - MOST_WARNINGS;
  return more > 0 ? [...notes, { vi: `và ${more} chỗ khác không hiểu`, en: `and ${more} more` }] : notes;
}

const MOST_LANES = 100;
const MOST_NAMED = 20;
const LONGEST_NAME = 80;

/** What a file calls an element may be a book. */
function shortName(element: Element): string {
  const name = nameOf(element);
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
}

function quoted(elements: readonly Element[]): string {
  const names = elements.slice(0, MOST_NAMED).map((element) => `“${shortName(element)}”`);
  return [...names, ...(elements.length > MOST_NAMED ? ["…"] : [])].join(", ");
}
