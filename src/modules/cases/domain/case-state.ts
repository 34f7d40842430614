import type { Instant } from "../../../kernel/time.ts";
import type { Draft, Matter, StepWork } from "./case-action.ts";
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
export type OpenStep = {
  readonly seq: number;
  readonly processStep: string;
  readonly work: StepWork;
  readonly unitId: number;
  readonly post: string;
  readonly officerId?: number;
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
  readonly budgetMinutes?: number;
};

/** A main step that was done: for sending back, and for who may answer what. */
export type DoneStep = {
  readonly processStep: string;
  readonly unitId: number;
  readonly post: string;
  readonly officerId?: number;
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
  /** The urging that still waits for an answer; done work answers it too. */
  readonly urge?: Urge;
  readonly draft?: Draft;
  readonly approvedBy?: number;
  readonly result?: {
    readonly kind: "granted" | "refused";
    readonly number: string;
    readonly title: string;
    readonly files: readonly FileRef[];
  };
  readonly apologies: number;
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
  };
  /** The unit whose calendar counts the date, where it is not the one that decides. */
  readonly calendarUnitId?: number;
};
