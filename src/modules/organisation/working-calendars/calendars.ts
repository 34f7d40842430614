import { vietnamCalendar } from "../../../kernel/vietnam-calendar.ts";
import type { WorkingCalendar } from "../../../kernel/working-calendar.ts";
import { type Clock, systemClock } from "../../../platform/clock.ts";
import { CurrentReading } from "../../../platform/current-reading.ts";
import type { Database } from "../../../platform/database.ts";
import type { Directory } from "../directory.ts";
import { insertFirstVersion, versionsAfter } from "./calendar-store.ts";
import type { CalendarVersion } from "./calendar-version.ts";

const FRESH_MS = 15_000;

/** Reads the calendars into memory; where there is none yet, the one that comes with the program is version one. */
export async function loadCalendars(
  database: Database,
  directory: Pick<Directory, "findUnit">,
  clock: Clock = systemClock,
): Promise<Calendars> {
  const definition = vietnamCalendar();
  await insertFirstVersion(database, {
    unitId: undefined,
    version: definition.version,
    previous: undefined,
    definition,
    changes: [],
    name: "Lịch làm việc có sẵn",
    decision: "BLLĐ 2019, Điều 112",
    reason: "Lịch đi kèm phần mềm",
    declaredAt: clock(),
    declaredBy: undefined,
  });
  const calendars = new Calendars(database, directory, clock);
  await calendars.refresh();
  return calendars;
}

/**
 * All versions of the working calendars in memory: commands and pages ask for them without a round trip. New versions
 * are read in the background when they are asked for after 15 seconds, and at once by whoever declares one.
 */
export class Calendars {
  readonly #database: Database;
  readonly #directory: Pick<Directory, "findUnit">;
  readonly #clock: Clock;
  readonly #byVersion = new Map<string, CalendarVersion>();
  /** The newest of each unit, of the province under undefined. */
  readonly #current = new Map<number | undefined, CalendarVersion>();
  #newest: CalendarVersion | undefined;
  #readAt = 0;
  readonly #reading = new CurrentReading(() => this.#read());

  constructor(database: Database, directory: Pick<Directory, "findUnit">, clock: Clock) {
    this.#database = database;
    this.#directory = directory;
    this.#clock = clock;
  }

  /** Reads what is new: whatever was declared before the call is known afterwards. */
  refresh(): Promise<void> {
    return this.#reading.again();
  }

  /** Reads what is new in the background when the last reading is old. When it fails the next question tries again. */
  keepFresh(): void {
    if (this.#clock() - this.#readAt > FRESH_MS) this.#reading.join().catch(() => {});
  }

  async #read(): Promise<void> {
    const now = this.#clock();
    for (const version of await versionsAfter(this.#database.pool, this.#newest?.id ?? 0)) {
      this.#byVersion.set(version.version, version);
      this.#current.set(version.unitId, version);
      this.#newest = version;
    }
    this.#readAt = now;
  }

  /** The calendar by which a unit works now. */
  calendarOf(unitId: number): WorkingCalendar {
    return this.current(unitId).calendar;
  }

  /** The version in force for a unit: its own, that of the nearest unit above with one, else the province's. */
  current(unitId: number | undefined): CalendarVersion {
    this.keepFresh();
    if (this.#current.size > 1) {
      for (let id = unitId; id !== undefined; id = this.#directory.findUnit(id)?.parentId) {
        const own = this.#current.get(id);
        if (own !== undefined) return own;
      }
    }
    return this.#current.get(undefined) ?? missing("working calendar of the province");
  }

  /** The calendar that an action of a case names, old or new; throws for a version that was never declared. */
  async calendarVersion(version: string): Promise<WorkingCalendar> {
    if (!this.#byVersion.has(version)) await this.refresh();
    return (this.#byVersion.get(version) ?? missing(`working calendar ${version}`)).calendar;
  }

  find(version: string): CalendarVersion | undefined {
    return this.#byVersion.get(version);
  }

  /** The newest declaration of all. */
  newest(): CalendarVersion {
    return this.#newest ?? missing("working calendar");
  }

  /** Every version, newest first. */
  versions(): readonly CalendarVersion[] {
    this.keepFresh();
    return [...this.#byVersion.values()].reverse();
  }

  /**
   * What was declared for a unit after a version that once counted for it, oldest first; empty when that is the one in
   * force. A version from which the one in force does not descend gives the one in force alone.
   */
  since(unitId: number, version: string): readonly CalendarVersion[] {
    const current = this.current(unitId);
    const way: CalendarVersion[] = [];
    for (let at: CalendarVersion | undefined = current; at !== undefined; at = this.find(at.previous ?? "")) {
      if (at.version === version) return way.reverse();
      way.push(at);
    }
    return [current];
  }

  /** The units with a version of their own below a unit; all such units for the province (undefined). */
  scopesBelow(unitId: number | undefined): readonly number[] {
    return [...this.#current.keys()].flatMap((id) =>
      id !== undefined && id !== unitId && this.isWithin(id, unitId) ? [id] : [],
    );
  }

  /** The units that have not ended and have a version of their own. */
  standingScopes(): readonly number[] {
    return this.scopesBelow(undefined).filter((id) => this.#directory.findUnit(id)?.endedOn === undefined);
  }

  /** Whether a unit is this one or stands below it; every unit is within the province (undefined). */
  isWithin(unitId: number, above: number | undefined): boolean {
    if (above === undefined) return true;
    for (let id: number | undefined = unitId; id !== undefined; id = this.#directory.findUnit(id)?.parentId)
      if (id === above) return true;
    return false;
  }
}

function missing(what: string): never {
  throw new Error(`There is no ${what}.`);
}
