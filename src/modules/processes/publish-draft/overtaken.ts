import type { LocalDate } from "../../../kernel/time.ts";
import { comesIntoForce } from "../domain/versions-in-time.ts";
import type { ProcessVersion } from "../process-store.ts";

/** Versions that are published and wait for their first day. */
export function scheduledOf(
  versions: readonly ProcessVersion[],
  today: LocalDate,
): readonly ProcessVersion[] {
  return versions.filter((version) => version.validFrom > today && comesIntoForce(version));
}

/**
 * Why versions cannot give way to one that begins on a day: another would never be in force and was not named, or one that
 * was named does not wait any more. Undefined: they can.
 */
export function cannotReplace(
  scheduled: readonly ProcessVersion[],
  validFrom: LocalDate,
  replaces: readonly number[],
): "version-overtaken" | "not-waiting" | undefined {
  const overtaken = scheduled.filter((version) => version.validFrom >= validFrom);
  if (overtaken.some(({ id }) => !replaces.includes(id))) return "version-overtaken";
  return replaces.every((named) => scheduled.some(({ id }) => id === named)) ? undefined : "not-waiting";
}
