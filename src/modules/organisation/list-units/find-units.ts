import { searchKey } from "../../../kernel/vietnamese-text.ts";
import type { Directory } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";

/**
 * The units whose name or code has all words of the query, or in which an officer of such a name works. Marks, case and
 * order of the words do not matter; an empty query finds all.
 */
export function findUnits(directory: Directory, query: string): readonly Unit[] {
  const words = searchKey(query)
    .split(" ")
    .filter((word) => word !== "");
  return matching(directory, directory.units(), words);
}

/** The same among the units that ended. */
export function findEndedUnits(directory: Directory, query: string): readonly Unit[] {
  const words = searchKey(query).split(" ").filter(Boolean);
  const ended = directory.allUnits().filter((unit) => unit.endedOn !== undefined);
  return words.length === 0 ? [] : matching(directory, ended, words);
}

function matching(directory: Directory, units: readonly Unit[], words: readonly string[]): readonly Unit[] {
  return units.filter((unit) => {
    const texts = [
      `${unit.name} ${unit.shortName} ${unit.nameEn} ${unit.code}`,
      ...directory.officersIn(unit.id).map((officer) => officer.fullName),
    ];
    return texts.some((text) => beginsAll(text, words));
  });
}

function beginsAll(text: string, words: readonly string[]): boolean {
  const padded = ` ${searchKey(text)}`;
  return words.every((word) => padded.includes(` ${word}`));
}
