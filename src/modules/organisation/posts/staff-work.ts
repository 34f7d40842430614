import type { PostKind } from "../../../platform/permission.ts";

/** A piece of open work of an officer. */
export type OpenWork = { readonly caseId: string; readonly code: string; readonly work: string };

/** What this room asks the one that holds the cases. */
export type StaffWork = {
  /** The open steps assigned to an officer in a unit and post: how many, and the first of them by due date. */
  assignedTo(
    officerId: number,
    unitId: number,
    kind: PostKind,
  ): Promise<{ readonly count: number; readonly first: readonly OpenWork[] }>;
  /** Moves the work of posts that have ended, as the job does every minute. */
  moveLeftWork(): Promise<void>;
  /** What a kind of work is called. */
  workName(work: string, lang: "vi" | "en"): string;
};
