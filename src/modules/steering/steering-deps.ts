import type { WorkingCalendar } from "../../kernel/working-calendar.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Frame } from "../../platform/http/frame.ts";
import type { SignApology, SilentProcess } from "../cases/index.ts";
import type { Directory } from "../organisation/index.ts";
import type { ProcessDefinition } from "../processes/index.ts";
import type { LiveBoard } from "./board/live-board.ts";
import type { ProvinceFigures } from "./figures/province-figures.ts";

/** What the composition root gives this room. */
export type SteeringDeps = {
  readonly database: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  /** The deadline calendar of a unit. */
  calendarOf(unitId: number): WorkingCalendar;
  /** The process of a running case. */
  process(id: number): Promise<ProcessDefinition>;
  /** Apologises in a case in the name of the actor (the verb of the cases room). */
  readonly signApology: SignApology;
  /** The processes for whose cases a law makes silence an answer. */
  silentProcesses(): Promise<readonly SilentProcess[]>;
  /** Both public figures; asked for each visitor, hence remembered for some seconds by the composition root. */
  readonly figures: () => Promise<ProvinceFigures>;
  readonly board: LiveBoard;
  readonly frame: Frame;
};
