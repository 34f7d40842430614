import type { Instant } from "../../../kernel/time.ts";
import type { Verdict } from "../../../kernel/verdict.ts";
import type {
  Doubt,
  Draft,
  GroupDecision,
  GroupPart,
  GroupTotal,
  Matter,
  OpenedStep,
} from "./case-action.ts";
import type { CaseStatus } from "./case-status.ts";
import type {
  Applicant,
  Collector,
  FeeNote,
  FileRef,
  FilingChannel,
  ReceivedPaper,
  Representative,
  ReturnMethod,
} from "./people.ts";

/** Work that somebody owes the case now. */
export type OpenStep = OpenedStep & { readonly openedAt: Instant };

/** A main step that was done: for sending back, and for who may answer what. */
export type DoneStep = {
  readonly processStep: string;
  readonly unitId: number;
  readonly post: string;
  readonly officerId?: number;
};

/** An appointment that had passed before another took its place; the new date after an apology stands beside it. */
export type MissedAppointment = {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly newDueAt?: Instant;
  /** Of two appointments the first: the notice came too late, not the asking for papers. */
  readonly first?: true;
};

/** The legal clock as it stands. The first appointment stays for ever; a new one stands beside it. */
export type CaseClock = {
  readonly startedAt?: Instant;
  readonly firstDueAt?: Instant;
  /** When the result is owed: undefined while the clock stands still or where there is no appointment. */
  readonly dueAt?: Instant;
  readonly newDueAt?: Instant;
  readonly pausedAt?: Instant;
  /** The appointment that was valid when the clock stopped. */
  readonly dueBeforePause?: Instant;
  readonly endedAt?: Instant;
  /** Of two appointments the first: when the notice went out, which date was owed, and whether it was kept. */
  readonly noticed?: { readonly at: Instant; readonly dueAt: Instant; readonly verdict: Verdict };
  /**
   * Papers were asked for when the appointment had passed already: which moment that was and which dates were owed then.
   * What is counted anew afterwards does not mend it.
   */
  readonly missed?: MissedAppointment;
  /** From when the second appointment is counted. */
  readonly secondFrom?: Instant;
  /** Of a member of a group: the time of the whole, which its date keeps; absent: it began after that had passed. */
  readonly within?: GroupTotal;
  readonly calendar?: string;
  readonly rules?: string;
};

/** A leader's urging that the holder of a step has not answered. */
export type Urge = {
  readonly step: number;
  readonly text: string;
  readonly at: Instant;
  readonly officerId?: number;
  readonly unitId?: number;
};

/** What became of a member, as its parent knows it. */
export type MemberProgress = {
  readonly status?: CaseStatus;
  /** What the owner decided after the last failure. */
  readonly decided?: GroupDecision["decision"];
  readonly reason?: string;
};

/** What the rules need to know of a case: the fold of its actions. */
export type CaseState = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly status: CaseStatus;
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
  readonly registeredAt: Instant;
  readonly receivedAt?: Instant;
  readonly open: readonly OpenStep[];
  readonly done: readonly DoneStep[];
  readonly nextStep: number;
  readonly clock: CaseClock;
  readonly supplements: number;
  /** A leader's permission to ask for papers beyond the rule that was not used yet. */
  readonly allowance?: { readonly by: number; readonly reason: string; readonly at: Instant };
  /** Requests for papers that a leader let pass beyond the rule. */
  readonly overrides?: readonly {
    readonly by: number;
    readonly reason: string;
    readonly at: Instant;
  }[];
  readonly supplement?: {
    readonly items: readonly string[];
    readonly reason: string;
    readonly askedAt?: Instant;
  };
  readonly duty?: {
    readonly name: string;
    readonly amount: number;
    readonly notice: string;
    readonly paid: boolean;
  };
  readonly opinion?: { readonly unitId: number; readonly question: string; readonly answer?: string };
  /** The last urging that still waits for an answer; done work answers it too. */
  readonly urge?: Urge;
  /** Urgings of other steps before it that wait as well, oldest first. */
  readonly urgedBefore?: readonly Urge[];
  readonly draft?: Draft;
  readonly draftedBy?: number;
  readonly approvedBy?: number;
  readonly result?: {
    readonly kind: "granted" | "refused";
    readonly number: string;
    readonly title: string;
    readonly files: readonly FileRef[];
  };
  readonly group?: GroupPart;
  /** Of a parent: its members by key. */
  readonly progress?: Readonly<Record<string, MemberProgress>>;
  /** Of an online case: when it had to be accepted, and whether it was accepted later. */
  readonly acceptance?: {
    readonly dueAt: Instant;
    /** When the desk accepted it, asked for papers or refused. */
    readonly answeredAt?: Instant;
    readonly late?: true;
    /** The unit whose calendar counts the time to accept, where it is not the desk that accepts. */
    readonly calendarUnitId?: number;
  };
  /** The result came of itself: the article by which silence is an answer. */
  readonly bySilence?: { readonly basis: string; readonly effectiveAt: Instant };
  readonly apologies: number;
  /** The apology came later than the rule asks. */
  readonly apologyLate?: true;
  readonly finishedAt?: Instant;
  readonly returned?: { readonly at: Instant; readonly method: ReturnMethod; readonly collector: Collector };
  readonly rated?: "satisfied" | "neutral" | "unsatisfied";
  /** Units that had the case until a re-organisation; they are its units for ever. */
  readonly former?: readonly number[];
  /** The last re-organisation that it followed. */
  readonly handed?: {
    readonly reorganisation: number;
    readonly decision: string;
    readonly unsure?: "part-unknown" | "residence-unknown";
    readonly doubts?: readonly Doubt[];
  };
  /** The unit whose calendar counts the date, where it is not the one that decides. */
  readonly calendarUnitId?: number;
};
