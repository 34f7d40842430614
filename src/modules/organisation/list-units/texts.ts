import type { Lang } from "../../../kernel/time.ts";
import type { Database } from "../../../platform/database.ts";
import type { Frame } from "../../../platform/http/frame.ts";
import type { Directory } from "../directory.ts";
import { en } from "./messages.en.ts";
import { type OrganisationMessages, vi } from "./messages.vi.ts";

/** What the pages of this room are given. */
export type OrganisationPageDeps = {
  readonly database: Database;
  readonly directory: Directory;
  readonly frame: Frame;
};

/** The words of this room in a language. */
export function textsOf(lang: Lang): OrganisationMessages {
  return lang === "vi" ? vi : en;
}
