import type { LocalDate } from "../../../kernel/time.ts";

/** A member of an interconnected group (nhóm liên thông): a case of its own, and after whose results it begins. */
export type GroupMember = {
  readonly key: string;
  readonly caseId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly after: readonly string[];
};

/** The place of a case in an interconnected group. */
export type GroupPart =
  | {
      readonly role: "parent";
      /** Code and first day of the definition by which it was received. */
      readonly definition: string;
      readonly effectiveFrom: LocalDate;
      /** Working minutes that the owner has to close or continue when a member fails. */
      readonly decideWithinMinutes: number;
      readonly members: readonly GroupMember[];
    }
  | {
      readonly role: "member";
      readonly key: string;
      readonly parentId: string;
      readonly parentCode: string;
    };

/** What the owner of a group decides for a member that is left after another failed. */
export type GroupDecision = {
  readonly key: string;
  readonly decision: "continue" | "close";
  readonly reason: string;
};
