import { formatDateTime, type Lang } from "../../kernel/time.ts";
import type { CasesDeps } from "./cases-deps.ts";
import type { StoryNames } from "./story.ts";

/** Names of officers and units in a language, as the pages write them. */
export type Names = StoryNames & { shortUnit(id: number): string };

export function namesFor(deps: Pick<CasesDeps, "directory">, lang: Lang): Names {
  const { directory } = deps;
  return {
    officer: (id) => directory.officerName(id),
    unit: (id) => (lang === "vi" ? directory.unit(id).name : directory.unit(id).nameEn),
    shortUnit: (id) => (lang === "vi" ? directory.unit(id).shortName : directory.unit(id).nameEn),
    moment: (instant) => formatDateTime(instant, lang),
  };
}
