import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/database.ts";
import type { OrganisationPageDeps } from "../list-units/texts.ts";
import type { ReorganisationEffects, TokensOfUnits } from "./reorganisation-effects.ts";

/** What the pages of re-organisations are given. */
export type ReorganisePageDeps = OrganisationPageDeps & {
  readonly database: Database;
  readonly clock: Clock;
  readonly reorganisation: ReorganisationEffects;
  readonly tokensOfUnits: TokensOfUnits;
};

export const REORGANISATIONS_URL = "/officer/organisation/reorganisations";
export const NEW_URL = `${REORGANISATIONS_URL}/new`;
export const planHref = (id: number): string => `${REORGANISATIONS_URL}/${id}`;
