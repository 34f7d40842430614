import type { ProcedureContent } from "./procedure.ts";

/** What the province may decide for itself; "receivable" says whether its desks take the procedure in. */
export const OVERRIDE_FIELDS = [
  "limit",
  "limitByChannel",
  "limitNote",
  "mountainDays",
  "fees",
  "everydayWords",
  "receivable",
] as const;
export type OverrideField = (typeof OVERRIDE_FIELDS)[number];

export type LocalOverride = { readonly field: string; readonly value: unknown };

/** Puts the province's own values over a content; "receivable" is no part of the content. */
export function withOverrides(
  content: ProcedureContent,
  overrides: readonly LocalOverride[],
): ProcedureContent {
  const own = overrides.filter((override) => override.field !== "receivable");
  return { ...content, ...Object.fromEntries(own.map(({ field, value }) => [field, value])) };
}

/** Whether the province has decided on receiving, and how; undefined where it has not. */
export function overriddenReceivable(overrides: readonly LocalOverride[]): boolean | undefined {
  const found = overrides.find((override) => override.field === "receivable");
  return found === undefined ? undefined : found.value === true;
}
