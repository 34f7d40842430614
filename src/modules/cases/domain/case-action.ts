import type { Instant, LocalDate } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { CaseStatus } from "./case-status.ts";
import type {
  Applicant,
  Collector,
  FeeNote,
  FileRef,
  FilingChannel,
  Rating,
  ReceivedPaper,
  Representative,
  ReturnMethod,
} from "./people.ts";

/** What a case is about and where it lies; fixed when it is registered, changed only by a change of procedure. */
export type Matter = {
  readonly procedureId: number;
  readonly procedureVersion: number;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly field: string;
  readonly variantCode?: string;
  readonly variantName?: string;
  readonly limit?: TimeLimit;
  /** +10 working days in mountain communes where the procedure says so. */
  readonly extraWorkingDays?: number;
  readonly processId: number;
};

/** What was declared and moved an appointment: what people call it, the decision, the days. */
export type DueCause = {
  readonly name: string;
  readonly decision: string;
  readonly rest: readonly LocalDate[];
  readonly working: readonly LocalDate[];
  /** Days that are again what the week makes of them. */
  readonly ordinary: readonly LocalDate[];
};

export type Draft = {
  readonly kind: "granted" | "refused";
  readonly title: string;
  readonly content: string;
  readonly files: readonly FileRef[];
};

/**
 * What can happen to a case, and the data of each. Closed: a new kind does not compile until the fold, the story
 * (vi, en) and the projections know it.
 */
export type ActionData =
  | {
      readonly type: "registered" | "received";
      readonly code: string;
      readonly matter: Matter;
      readonly receivingUnitId: number;
      readonly decidingUnitId: number;
      readonly channel: FilingChannel;
      readonly applicant: Applicant;
      readonly representative?: Representative;
      readonly request: string;
      readonly papers: readonly ReceivedPaper[];
      readonly copies: number;
      readonly fee?: FeeNote;
      readonly returnMethod: ReturnMethod;
      readonly returnAddress?: string;
      readonly paperNumber?: number;
    }
  | { readonly type: "refused"; readonly reason: string; readonly paperNumber: number }
  | { readonly type: "passed-on"; readonly note?: string }
  | { readonly type: "sent-back"; readonly reason: string }
  | { readonly type: "assigned"; readonly officerId: number; readonly step: number }
  | {
      readonly type: "opinion-asked";
      readonly unitId: number;
      readonly question: string;
      readonly answerDueAt: Instant;
    }
  | {
      readonly type: "opinion-given";
      readonly opinion: "agree" | "disagree" | "comment";
      readonly text: string;
    }
  | { readonly type: "supplement-proposed"; readonly items: readonly string[]; readonly reason: string }
  | { readonly type: "supplement-declined"; readonly reason: string }
  | {
      readonly type: "supplement-requested";
      readonly items: readonly string[];
      readonly reason: string;
      readonly paperNumber: number;
      /** A leader let a second request pass (NĐ 118/2025, Điều 11: one is the rule); index 766 counts it late. */
      readonly overriddenBy?: number;
    }
  | {
      readonly type: "supplement-completed";
      readonly papers: readonly ReceivedPaper[];
      readonly paperNumber: number;
    }
  | { readonly type: "supplement-lapsed"; readonly reason: string; readonly paperNumber: number }
  | {
      readonly type: "financial-duty-noted";
      readonly name: string;
      readonly amount: number;
      readonly notice: string;
    }
  | { readonly type: "financial-duty-paid"; readonly receipt: string; readonly files: readonly FileRef[] }
  | {
      readonly type: "withdrawn";
      readonly reason: string;
      readonly proof: "signed-form" | "confirmation-code" | "authenticated-request";
      readonly proofText: string;
      readonly files: readonly FileRef[];
      readonly paperNumber: number;
    }
  | {
      readonly type: "stopped";
      readonly reason: string;
      readonly basis: string;
      readonly paperNumber: number;
    }
  | {
      readonly type: "procedure-changed";
      readonly matter: Matter;
      readonly reason: string;
      readonly paperNumber: number;
    }
  | { readonly type: "result-drafted"; readonly draft: Draft }
  | { readonly type: "result-approved"; readonly note?: string }
  | {
      readonly type: "result-issued";
      readonly kind: "granted" | "refused";
      readonly number: string;
      readonly title: string;
      readonly files: readonly FileRef[];
    }
  | { readonly type: "result-recalled"; readonly reason: string }
  | {
      readonly type: "apologised";
      readonly reason: string;
      readonly newDueAt: Instant;
      readonly paperNumber: number;
    }
  | {
      readonly type: "handed-over";
      readonly method: ReturnMethod;
      readonly collector: Collector;
      readonly note?: string;
    }
  /** A leader asks for the step with this number to be done, or for a word on why it is not (đôn đốc). */
  | { readonly type: "urged"; readonly step: number; readonly text: string }
  | { readonly type: "urge-answered"; readonly text: string }
  | { readonly type: "rated"; readonly rating: Rating }
  /** A calendar was declared after the date was named; where the clock stands still, the date it had. */
  | {
      readonly type: "due-recomputed";
      readonly oldDueAt: Instant;
      readonly newDueAt: Instant;
      readonly calendarVersion: string;
      readonly causes: readonly DueCause[];
    }
  /**
   * Units of the case ended or were split (sắp xếp đơn vị): who took over from whom, by which decision. Code, dates and
   * all that happened before stay as they are.
   */
  | {
      readonly type: "handed-to-successor";
      readonly reorganisation: number;
      readonly decision: string;
      readonly units: readonly { readonly from: number; readonly to: number }[];
      /** Officers who came along with their work; what others held anybody of the post may take. */
      readonly came: readonly number[];
      /** The rule could not tell for certain; a person looks. */
      readonly unsure?: "part-unknown" | "residence-unknown";
      /** Of a person who sent it on to another successor. */
      readonly reason?: string;
      /** The unit by whose calendar the date goes on being counted, where the successor has another. */
      readonly countedBy?: number;
    };

export type ActionType = ActionData["type"];

/** A piece of work that an action opens. */
export type OpenedStep = {
  readonly seq: number;
  /** Id in the process, or the kind of side work. */
  readonly processStep: string;
  readonly work: StepWork;
  readonly unitId: number;
  readonly post: string;
  readonly officerId?: number;
  readonly dueAt?: Instant;
  /** Working time given to side work, which no process knows. */
  readonly budgetMinutes?: number;
};
export type StepWork =
  | "receive"
  | "process"
  | "review"
  | "approve"
  | "issue"
  | "return"
  | "opinion"
  | "ask-supplement"
  | "await-supplement"
  | "await-payment"
  | "await-outside";

export type ClosedStep = {
  readonly seq: number;
  readonly outcome: string;
  /** Working minutes of the step's own calendar that it took. */
  readonly consumedMinutes: number;
};

/** A step whose date was counted again. */
export type RemeasuredStep = { readonly seq: number; readonly dueAt: Instant };

/** What an action does to the legal clock; absent: nothing. */
export type ClockChange =
  | {
      readonly kind: "started" | "restarted";
      readonly dueAt?: Instant;
      readonly calendar: string;
      readonly rules: string;
    }
  | { readonly kind: "paused"; readonly why: "supplement" | "financial-duty" }
  | {
      readonly kind: "resumed" | "re-measured";
      readonly dueAt?: Instant;
      /** By which it was counted; absent: the one named before. */
      readonly calendar?: string;
      readonly rules?: string;
    }
  | { readonly kind: "re-dated"; readonly dueAt: Instant; readonly calendar?: string }
  | { readonly kind: "ended" }
  | { readonly kind: "reopened"; readonly dueAt?: Instant };

/** One fact of a case: who, what, when, why. The body that is hashed is the canonical JSON of exactly this. */
export type CaseAction = {
  readonly caseId: string;
  /** 1 for the first action of the case. */
  readonly seq: number;
  readonly at: Instant;
  readonly by: {
    readonly kind: "officer" | "system" | "public";
    readonly id?: number;
    readonly unitId?: number;
  };
  /** The state after this action. */
  readonly status: CaseStatus;
  readonly opened?: readonly OpenedStep[];
  readonly closed?: readonly ClosedStep[];
  readonly remeasured?: readonly RemeasuredStep[];
  readonly clock?: ClockChange;
  readonly data: ActionData;
};
