import type { Lang } from "../../../kernel/time.ts";
import { en } from "./messages.en.ts";
import { type TrackMessages, vi } from "./messages.vi.ts";

/** The words of the citizen's tracking pages in a language. */
export function trackTexts(lang: Lang): TrackMessages {
  return lang === "vi" ? vi : en;
}
