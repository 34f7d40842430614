import type { Instant } from "../../../kernel/time.ts";
import type { Evidence } from "./clock-change.ts";

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
  /** Working time given to it. Absent in old histories: what its process says. */
  readonly budgetMinutes?: number;
  /** Of an opinion or a wait: it is a step of the process and not work beside it. */
  readonly ofProcess?: true;
  /** Why its time does not count (UNCOUNTED_REASONS of the processes): the clock of the case stands while it is open. */
  readonly uncounted?: string;
  /** Of an opinion: who does not answer in time has agreed. */
  readonly silence?: "consent";
  /** By which document it was sent out. */
  readonly evidence?: Evidence;
  /** Of an opinion that was asked for beside the process: number of the step that waits for it. */
  readonly beside?: number;
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
  | "await-outside"
  /** Accepting an online case. */
  | "accept"
  /** Owning an interconnected group, and deciding on it after a member failed. */
  | "coordinate"
  | "group-decision";

export type ClosedStep = {
  readonly seq: number;
  readonly outcome: string;
  /** Working minutes of the step's own calendar that it took. */
  readonly consumedMinutes: number;
};

/** A step whose date was counted again. */
export type RemeasuredStep = { readonly seq: number; readonly dueAt: Instant };
