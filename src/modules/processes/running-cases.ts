import type { PoolClient } from "pg";
import type { Instant } from "../../kernel/time.ts";
import type { ProcessDefinition } from "./domain/process.ts";

/** Step of an old version → step of the new one, where the ids differ. */
export type StepMapping = Readonly<Record<string, string>>;

/**
 * Moving the running cases of some versions to another; the new one need not be published yet. It takes over the cases
 * of its own procedure or variant alone, which its code names.
 */
export type MoveQuestion = {
  readonly from: readonly { readonly id: number; readonly definition: ProcessDefinition }[];
  readonly to: ProcessDefinition;
  readonly mapping: StepMapping;
};

/** Why a case cannot be moved while it is where it is. */
export type WhyStays =
  /** The new version has no such step, and none was named for it. */
  | "step-missing"
  /** Another kind of work, or time that counts in one version and not in the other. */
  | "other-work"
  /** Two open steps that cannot be open at once in the new version. */
  | "branches-differ"
  /** The new version has a branch beside the open step that the case has not been through. */
  | "branch-left-out"
  /** The new version would do a step again that is done. */
  | "step-again"
  /** Another branch of the same case stays. */
  | "with-other-branch";

/** The running cases at one step of one version. */
export type StepPreview = {
  readonly processId: number;
  readonly step: string;
  /** Open steps here; a case in two branches has two. */
  readonly cases: number;
  /** The step of the new version; absent where it stays. */
  readonly becomes?: string | undefined;
  readonly stays?: WhyStays | undefined;
  /** How many of them get another due date of this step. */
  readonly dueMoves: number;
};

export type MovePreview = {
  readonly open: number;
  readonly moves: number;
  readonly stays: number;
  readonly steps: readonly StepPreview[];
};

export type MoveOrder = {
  readonly fromProcessIds: readonly number[];
  readonly toProcessId: number;
  readonly mapping: StepMapping;
  readonly decision: string;
  readonly at: Instant;
  readonly by: number | undefined;
  /** When the new version is in force. */
  readonly runAt: Instant;
};

/** How far a move is; `begunAt` absent: it waits, or it fell away before it began, where `endedAt` is there. */
export type MoveState = Pick<MoveOrder, "toProcessId" | "decision"> & {
  readonly id: number;
  readonly begunAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly done: number;
  readonly total: number;
  readonly moved: number;
  readonly stayed: number;
};

/** What this room asks the one that holds the cases. */
export type RunningCases = {
  /** Running cases of these versions. */
  count(processIds: readonly number[]): Promise<number>;
  /** Counts; changes nothing. */
  preview(question: MoveQuestion): Promise<MovePreview>;
  /** In the caller's transaction: the move is ordered if and only if that commits. */
  order(sql: PoolClient, order: MoveOrder): Promise<number>;
  /** In the caller's transaction: orders to move cases to these versions fall away where they have not begun. */
  dropOrders(sql: PoolClient, toProcessIds: readonly number[], at: Instant): Promise<void>;
  /** The latest move to a version. */
  moveTo(processId: number): Promise<MoveState | undefined>;
};
