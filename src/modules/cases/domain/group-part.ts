import type { Instant, LocalDate } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";

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

/** The time that the law gives an interconnected group as a whole: no date of a member lies after its end. */
export type GroupTotal = {
  /** From when it counts: the receipt of the group; of a member whose papers were completed, that moment. */
  readonly sinceAt: Instant;
  readonly limit: TimeLimit;
  /** Id of the rules of law that count it. */
  readonly rules: string;
  readonly cutoffShifts?: true;
};

/** What the owner of a group decides for a member that is left after another failed. */
export type GroupDecision = {
  readonly key: string;
  readonly decision: "continue" | "close";
  readonly reason: string;
};
