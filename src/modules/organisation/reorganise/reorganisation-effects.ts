import type { Unsure } from "../domain/route-case.ts";

/** What the cases room must know to let open cases follow a re-organisation whose units are carried out. */
export type HandOverOrder = {
  readonly reorganisation: number;
  readonly decision: string;
  readonly endedIds: readonly number[];
  /** Where work of a unit goes, by the address of the applicant; undefined: the unit goes on. */
  route(
    unitId: number,
    address: string | undefined,
  ): { readonly to: number; readonly unsure?: Unsure } | undefined;
};

/** How far the cases are. */
export type HandOverWalk = { readonly done: number; readonly total: number; readonly handed: number };

/** Lets the open cases follow; may be stopped at any moment and run again. */
export type HandCases = (
  order: HandOverOrder,
  onProgress: (walk: HandOverWalk) => Promise<void>,
) => Promise<HandOverWalk>;

/** Open steps of a unit by kind of work. */
export type OpenWork = { readonly unitId: number; readonly work: string; readonly steps: number };

/** What the rule must know of an open case of a unit. */
export type OpenCaseFacts = {
  readonly caseId: string;
  readonly code: string;
  readonly decidingUnitId: number;
  readonly holderUnitId: number;
  readonly address: string | undefined;
};

/** What the pages of a re-organisation ask about the cases. */
export type ReorganisationEffects = {
  /** Open work of these units; counted, not listed. */
  openWork(unitIds: readonly number[]): Promise<readonly OpenWork[]>;
  /** The open cases that these units decide or hold, in portions. */
  openCases(unitIds: readonly number[]): AsyncGenerator<readonly OpenCaseFacts[]>;
  /** How many cases followed, and how many of them a person must look at. */
  followed(reorganisation: number): Promise<{ readonly handed: number; readonly unsure: number }>;
  /** How a kind of work is called. */
  workName(work: string, lang: "vi" | "en"): string;
};

/** The tokens of systems that act for these units. */
export type TokensOfUnits = (
  unitIds: readonly number[],
) => Promise<readonly { readonly name: string; readonly unitId: number }[]>;

/** Address of the cases that followed and need a look; the cases room draws it. */
export const unsureHref = (id: number): string => `/officer/organisation/reorganisations/${id}/cases`;
