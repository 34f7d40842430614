import type { Lang } from "../../kernel/time.ts";
import { en } from "./messages.en.ts";
import { type CatalogueMessages, vi } from "./messages.vi.ts";

export function textsOf(lang: Lang): CatalogueMessages {
  return lang === "vi" ? vi : en;
}

/** Levels in words, joined; a level nobody has named yet stays as the data say. */
export function levelNames(lang: Lang, levels: readonly string[]): string {
  const { levels: names } = textsOf(lang);
  return levels.map((level) => names[level] ?? level).join(", ");
}

/** The first text of a query parameter, cut to what a search may hold, without the sign that PostgreSQL refuses. */
export function asked(value: string | readonly string[] | undefined, letters = 120): string {
  return ([value].flat()[0] ?? "").slice(0, letters).replaceAll("\u0000", "").trim();
}

/** A link with the parameters that are not empty. */
export function link(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => (entry[1] ?? "") !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The beginning of a long text, cut at a word. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters).replace(/[\s,;(]+\S*$/u, "")}…`;
}
