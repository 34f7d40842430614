import type { LocalDate } from "../../kernel/time.ts";
import type { WorkingCalendar } from "../../kernel/working-calendar.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { FileStore } from "../../platform/files.ts";
import type { Frame } from "../../platform/http/frame.ts";
import type { Actor } from "../../platform/permission.ts";
import type { ProcedureContent } from "../catalogue/index.ts";
import type { Directory } from "../organisation/index.ts";
import type { ProcessDefinition } from "../processes/index.ts";

/** A procedure as the desk receives it: the version in force. */
export type ProcedureInForce = {
  readonly id: number;
  readonly version: number;
  readonly receivable: boolean;
  readonly content: ProcedureContent;
};

/** A procedure as the search at the desk finds it. */
export type FoundProcedure = {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly string[];
};

/** What the composition root gives this room: the narrow questions it asks its neighbours. */
export type CasesDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly files: FileStore;
  /** The deadline calendar of a unit. */
  calendarOf(unitId: number): WorkingCalendar;
  /** The calendar by which a date was counted once; throws for a version that was never declared. */
  calendarVersion(version: string): Promise<WorkingCalendar>;
  /** The process of a running case; published versions never change. */
  process(id: number): Promise<ProcessDefinition>;
  /** The process for new cases of a procedure or of its variant on a date. */
  processFor(
    procedureCode: string,
    variantCode: string | undefined,
    on: LocalDate,
  ): Promise<{ readonly id: number; readonly definition: ProcessDefinition } | undefined>;
  procedureInForce(code: string): Promise<ProcedureInForce | undefined>;
  /** Finds procedures by name with or without marks, by code, by everyday words; best first. */
  searchProcedures(
    query: string,
    options: { readonly receivableOnly: boolean; readonly limit: number },
  ): Promise<readonly FoundProcedure[]>;
  /** Of these cases those whose apology waits for the actor's own signature now: who must sign must be able to read. */
  casesToSign(actor: Actor, caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Key behind the secret words on receipts. */
  readonly trackingKey: Buffer;
  /** Address under which citizens reach us, for QR codes; without a slash at the end. */
  publicUrl(): string;
  readonly frame: Frame;
};
