import type { LocalDate } from "../../../kernel/time.ts";
import type { ProcessVersion } from "../process-store.ts";

/** Versions that are published and wait for their first day. */
export function scheduledOf(
  versions: readonly ProcessVersion[],
  today: LocalDate,
): readonly ProcessVersion[] {
  return versions.filter(
    ({ validFrom, validTo }) => validFrom > today && (validTo === undefined || validTo > validFrom),
  );
}

/** Of these the ones that would never be in force where another begins on this day: on their own first day or before it. */
export function overtakenBy(
  validFrom: LocalDate,
  versions: readonly ProcessVersion[],
  today: LocalDate,
): readonly ProcessVersion[] {
  return scheduledOf(versions, today).filter((version) => version.validFrom >= validFrom);
}
