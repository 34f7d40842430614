import type { ReorganisationEffects } from "../../organisation/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { textsOf } from "../texts.ts";
import { followed, openCases, openWork } from "./handed-store.ts";

/** What the pages of a re-organisation ask about the cases. */
export function reorganisationEffects({ database }: Pick<CasesDeps, "database">): ReorganisationEffects {
  const { pool } = database;
  return {
    openWork: (unitIds) => openWork(pool, unitIds),
    openCases: (unitIds) => openCases(pool, unitIds),
    followed: (id) => followed(pool, id),
    workName: (work, lang) => {
      const works: Readonly<Record<string, string>> = textsOf(lang).works;
      return works[work] ?? work;
    },
  };
}
