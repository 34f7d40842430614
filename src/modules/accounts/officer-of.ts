import type { HeldPost } from "../../platform/permission.ts";

/** What the organisation knows of an officer today. */
export type OfficerFacts = {
  readonly name: string;
  readonly posts: readonly HeldPost[];
  /** Where the officer works, for the head of pages. */
  readonly place: string;
};

/** Asks the organisation; undefined for one who is unknown or has left. Must answer from memory: every request asks. */
export type OfficerOf = (officerId: number) => OfficerFacts | undefined;
