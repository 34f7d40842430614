import { type Element, extensionOf, nameOf, textOf } from "./moddle.ts";
import type { Note } from "./read-condition.ts";

const LONGEST = 80;

/**
 * An id for each step, unique and fit for one: our own, else that of the element. A task that was copied in a modeler
 * carries the id of its original; the original keeps it.
 */
export function stepIdsOf(elements: readonly Element[]): {
  readonly ids: ReadonlyMap<Element, string>;
  readonly notes: readonly Note[];
} {
  const ids = new Map<Element, string>();
  const taken = new Set<string>();
  const notes: Note[] = [];
  const give = (element: Element, wanted: string) => {
    let id = wanted;
    for (let number = 2; taken.has(id); number++) {
      const suffix = `-${number}`;
      id = wanted.slice(0, LONGEST - suffix.length) + suffix;
    }
    taken.add(id);
    ids.set(element, id);
  };
  const owned = elements.filter((element) => ownId(element) !== undefined);
  // As we write them; the copy of a modeler has an element id of its own.
  const originals = owned.filter((element) => element.id === `step_${ownId(element)}`);
  const copies = owned.filter((element) => !originals.includes(element));
  for (const element of [...originals, ...copies]) {
    const own = ownId(element) ?? "";
    if (!taken.has(own)) {
      give(element, own);
      continue;
    }
    give(element, plainId(element));
    notes.push({
      vi: `bước “${nameOf(element)}” là bản sao của bước “${own}”: mang mã mới “${ids.get(element)}”`,
      en: `step “${nameOf(element)}” is a copy of step “${own}”: its id now is “${ids.get(element)}”`,
    });
  }
  for (const element of elements) if (!ids.has(element)) give(element, plainId(element));
  return { ids, notes };
}

function ownId(element: Element): string | undefined {
  const own = extensionOf(element, "Step");
  const id = own === undefined ? undefined : textOf(own, "step");
  return id !== undefined && /^[a-z0-9][a-z0-9.-]{0,79}$/.test(id) ? id : undefined;
}

/** The id of the element in small letters, digits, dots and hyphens. */
function plainId(element: Element): string {
  const plain = (element.id ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  return plain.slice(0, LONGEST) || "step";
}
