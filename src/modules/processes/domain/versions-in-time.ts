import type { LocalDate } from "../../../kernel/time.ts";

/** When a version is in force: from its first day until the day before `validTo`; one that ends on its first day never is. */
export type Term = {
  readonly id: number;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate | undefined;
};

/** Whether a version was, is or will be in force on some day. */
export function comesIntoForce({ validFrom, validTo }: Omit<Term, "id">): boolean {
  return validTo === undefined || validTo > validFrom;
}

/** What is in force when another version begins. */
export type NextInTime<Version extends Term> = {
  /** The versions that stay, in the order of their days; the new one comes after them. */
  readonly stay: readonly Version[];
  /** The ends that change: the id of a version and the day on which another begins. */
  readonly ends: ReadonlyMap<number, LocalDate>;
};

/**
 * The versions of one procedure or variant when another begins on a day: those that give way, or would begin on that
 * day or after it, never come into force; each of the others ends where the next one begins. Pure.
 * @param givingWay ids of versions that are not yet in force.
 */
export function nextInTime<Version extends Term>(
  versions: readonly Version[],
  validFrom: LocalDate,
  givingWay: readonly number[],
): NextInTime<Version> {
  const inForce = versions.filter(comesIntoForce).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const stays = (version: Version) => version.validFrom < validFrom && !givingWay.includes(version.id);
  const stay = inForce.filter(stays);
  const ends = [
    ...inForce.filter((version) => !stays(version)).map((version) => [version, version.validFrom] as const),
    ...stay.map((version, index) => [version, stay[index + 1]?.validFrom ?? validFrom] as const),
  ];
  return {
    stay,
    ends: new Map(ends.filter(([version, end]) => version.validTo !== end).map(([{ id }, end]) => [id, end])),
  };
}

/** A version by what it says, in one form for the same content. */
export type Dated = { readonly validFrom: LocalDate; readonly content: string };

/** Whether two rows of versions say the same on every day. */
export function sayTheSame(before: readonly Dated[], after: readonly Dated[]): boolean {
  const [one, other] = [changesOf(before), changesOf(after)];
  return (
    one.length === other.length &&
    one.every(({ validFrom, content }, at) => {
      const change = other[at];
      return change?.validFrom === validFrom && change.content === content;
    })
  );
}

/** The days on which what is in force changes, and to what. */
function changesOf(versions: readonly Dated[]): readonly Dated[] {
  const sorted = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.filter(({ content }, index) => content !== sorted[index - 1]?.content);
}
