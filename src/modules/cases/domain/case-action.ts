import type { HoursFrom, IntakeFrom, Sessions } from "../../../kernel/day-sessions.ts";
import type { Instant, LocalDate } from "../../../kernel/time.ts";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import type { CaseStatus } from "./case-status.ts";
import type { ClockChange, Evidence } from "./clock-change.ts";
import type { GroupDecision, GroupPart } from "./group-part.ts";
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
import type { ClosedStep, OpenedStep, RemeasuredStep } from "./step-change.ts";

export type { ClockChange, Evidence } from "./clock-change.ts";
export type { GroupDecision, GroupMember, GroupPart, GroupTotal } from "./group-part.ts";
export type { ClosedStep, OpenedStep, RemeasuredStep, StepWork } from "./step-change.ts";

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
  /** The limit is that of cases that come by this channel; absent: all have the same, or `limit` is that of the others. */
  readonly limitChannel?: FilingChannel;
  /** +10 working days in mountain communes where the procedure says so. */
  readonly extraWorkingDays?: number;
  readonly processId: number;
  /** The commune where the matter lies, such as that of the land; absent: not asked. */
  readonly placeUnitId?: number;
  /**
   * Two appointments: the first ends with the notice of what is to be paid, the second is counted from the proof of
   * payment (Đồng Tháp, QĐ 138/2025, Điều 5.3). `limit` is both together.
   */
  readonly appointments?: { readonly first: TimeLimit; readonly second: TimeLimit };
  /** Received after the cut-off the days are counted from the next working day, also where they are several (NĐ 63/2024). */
  readonly cutoffShifts?: true;
};

/** What was declared and moved an appointment: what people call it, the decision, the days and hours. */
export type DueCause = {
  readonly name: string;
  readonly decision: string;
  readonly rest: readonly LocalDate[];
  readonly working: readonly LocalDate[];
  /** Days that are again what the week makes of them. */
  readonly ordinary: readonly LocalDate[];
  readonly halfDays?: readonly { readonly date: LocalDate; readonly sessions: Sessions }[];
  /** Hours of work from a day on. */
  readonly hours?: readonly HoursFrom[];
  /** Hours of intake from a day on: they move the time to accept. */
  readonly intake?: readonly IntakeFrom[];
};

/** Why work moved without anybody's hand on the case: its holder left the post, or it was shared by load. */
export type MoveCause =
  | {
      readonly kind: "left-post";
      readonly officerId: number;
      readonly reason: string;
      readonly decision: string;
    }
  | { readonly kind: "shared"; readonly automatic: boolean };

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
      readonly group?: GroupPart;
    }
  /** A registered case is accepted: an online one by its desk, a waiting member of a group when its turn has come. */
  | {
      readonly type: "accepted";
      readonly paperNumber: number;
      /** Accepted later than the rule asks: since when it had been owed. */
      readonly owedSinceAt?: Instant;
    }
  | { readonly type: "refused"; readonly reason: string; readonly paperNumber: number }
  | { readonly type: "passed-on"; readonly note?: string }
  /** What was awaited has come: from a body outside, or the proof of a payment that the process foresees. */
  | {
      readonly type: "wait-ended";
      readonly step: number;
      readonly evidence: Evidence;
      readonly note?: string;
      readonly files: readonly FileRef[];
    }
  /** Nobody answered an opinion within its term: where a law says so that is consent, else it is gone without. */
  | { readonly type: "opinion-silent"; readonly step: number; readonly consent: boolean }
  | { readonly type: "sent-back"; readonly reason: string }
  | {
      readonly type: "assigned";
      readonly officerId: number;
      readonly step: number;
      /** Absent: by hand. */
      readonly why?: MoveCause;
    }
  /** An officer's open step went back to the common queue of its unit and post. */
  | { readonly type: "released"; readonly step: number; readonly why: MoveCause }
  | {
      readonly type: "opinion-asked";
      readonly unitId: number;
      readonly question: string;
      readonly answerDueAt: Instant;
      /** The article by which silence is consent. */
      readonly silenceBasis?: string;
    }
  | {
      readonly type: "opinion-given";
      readonly opinion: "agree" | "disagree" | "comment";
      readonly text: string;
    }
  | { readonly type: "supplement-proposed"; readonly items: readonly string[]; readonly reason: string }
  | { readonly type: "supplement-declined"; readonly reason: string }
  /** A leader lets papers be asked for beyond the rule: a second time, or after the days for it. */
  | { readonly type: "supplement-allowed"; readonly reason: string }
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
  /** The appointment passed without a result, and a law says that silence is an answer; `basis` is its article. */
  | {
      readonly type: "decided-by-silence";
      readonly kind: "granted" | "refused";
      readonly number: string;
      readonly title: string;
      readonly basis: string;
      /** The appointment that passed: from then on the outcome holds. */
      readonly effectiveAt: Instant;
    }
  /** On a parent: what became of its members. */
  | {
      readonly type: "group-progressed";
      readonly members: readonly { readonly key: string; readonly status: CaseStatus }[];
    }
  /** On a parent: its owner decided on the members that were left after a failure. */
  | { readonly type: "group-decided"; readonly decisions: readonly GroupDecision[] }
  /** On a parent: every member has ended. */
  | { readonly type: "group-completed"; readonly withResult: number; readonly without: number }
  | { readonly type: "result-recalled"; readonly reason: string }
  | {
      readonly type: "apologised";
      readonly reason: string;
      readonly newDueAt: Instant;
      /** In whose name it goes out, from whose register its number; absent in old ones: the unit that decides. */
      readonly unitId?: number;
      readonly paperNumber: number;
      /** Said later than the rule asks: since when it had been owed. */
      readonly owedSinceAt?: Instant;
    }
  | {
      readonly type: "handed-over";
      readonly method: ReturnMethod;
      readonly collector: Collector;
      readonly note?: string;
    }
  /** A leader asks for the step with this number to be done, or for a word on why it is not (đôn đốc). */
  | { readonly type: "urged"; readonly step: number; readonly text: string }
  | {
      readonly type: "urge-answered";
      readonly text: string;
      /** The step that was urged; absent in old answers, which are about the last urging. */
      readonly step?: number;
    }
  | { readonly type: "rated"; readonly rating: Rating }
  /** A calendar was declared after the date was named; where the clock stands still, the date it had. */
  | {
      readonly type: "due-recomputed";
      /** Absent: the result. Of an online case that waits, by when it must be accepted. */
      readonly of?: "acceptance";
      /** The clock stood still: nobody was late by it. Old actions say it only by their state (5, 6). */
      readonly standing?: true;
      readonly oldDueAt: Instant;
      readonly newDueAt: Instant;
      readonly calendarVersion: string;
      readonly causes: readonly DueCause[];
    }
  /** The case goes on by another version of its process; what was promised to the applicant stays. */
  | {
      readonly type: "process-moved";
      readonly fromProcessId: number;
      readonly toProcessId: number;
      /** The number under which people know the new version. */
      readonly toVersion: number;
      readonly decision: string;
      /** The open steps of the process: the id that each has there, and the working minutes that it may take. */
      readonly steps: readonly {
        readonly seq: number;
        readonly from: string;
        readonly to: string;
        readonly budgetMinutes: number;
      }[];
      /** Done steps that have another id there, or without `to` none: nothing is sent back to them any more. */
      readonly done: readonly { readonly from: string; readonly to?: string }[];
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
      /** Which of the units it is not certain about, the deciding one first. */
      readonly doubts?: readonly Doubt[];
      /** Only these open steps move; absent: whatever lies in the units. */
      readonly steps?: readonly number[];
      /** Of a person who sent it on to another successor. */
      readonly reason?: string;
      /** The unit by whose calendar the date goes on being counted, where the successor has another. */
      readonly countedBy?: number;
      /** The same of an online case that is to be accepted: by whose calendar the time for that goes on being counted. */
      readonly acceptanceCountedBy?: number;
    };

/** A unit that ended of which nobody knows for certain who took over what it had of a case. */
export type Doubt = {
  readonly from: number;
  /** Where it lies meanwhile. */
  readonly to: number;
  readonly why: "part-unknown" | "residence-unknown";
  /** The open steps that lay there; absent: it decided the case. */
  readonly steps?: readonly number[];
};

export type ActionType = ActionData["type"];

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
    /** The absent officer whose post the actor filled. */
    readonly inPlaceOf?: number;
  };
  /** The state after this action. */
  readonly status: CaseStatus;
  readonly opened?: readonly OpenedStep[];
  readonly closed?: readonly ClosedStep[];
  readonly remeasured?: readonly RemeasuredStep[];
  /** Steps of the process that are not done any more; absent: those from the first that opens again. */
  readonly undone?: readonly string[];
  readonly clock?: ClockChange;
  readonly data: ActionData;
};
