import type { TimeLimit } from "../../kernel/time-limit.ts";
import type { WorkingCalendar } from "../../kernel/working-calendar.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Frame } from "../../platform/http/frame.ts";
import type { Limits } from "../catalogue/index.ts";
import type { Directory } from "../organisation/index.ts";
import type { RunningCases } from "./running-cases.ts";

/** What a process asks about its procedure: the version in force. */
export type ProcedureFacts = Limits & {
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string | undefined;
  /** Working days more where the land lies in a mountain commune. */
  readonly mountainDays?: number | undefined;
  readonly variants: readonly (Limits & {
    readonly code: string;
    readonly name: string;
    readonly limit: TimeLimit;
  })[];
};

/** What the composition root gives this room. */
export type ProcessesDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly frame: Frame;
  readonly directory: Directory;
  /** The deadline calendar of a unit. */
  calendarOf(unitId: number): WorkingCalendar;
  /** The procedure in force; undefined for an unknown or withdrawn one. */
  procedure(code: string): Promise<ProcedureFacts | undefined>;
  procedureNames(codes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** With or without marks, best first; at most 100. */
  searchProcedures(q: string): Promise<readonly { readonly code: string; readonly name: string }[]>;
  readonly runningCases: RunningCases;
};
