/** What a colour says; a word or an icon always says it too. */
export type Tone = "neutral" | "info" | "ok" | "warn" | "danger" | "paused";

/** Joins class names, leaving out what is absent. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined && name !== "").join(" ");
}
