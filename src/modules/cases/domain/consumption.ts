import { type Instant, MINUTE_MS } from "../../../kernel/time.ts";
import { type WorkingCalendar, workingTimeBetween } from "../../../kernel/working-calendar.ts";
import type { CaseAction, OpenedStep } from "./case-action.ts";
import { isMain } from "./evolve.ts";
import { standsStill } from "./go-on.ts";

/** What a step of a case consumed, in whole working minutes. */
export type StepConsumption = {
  readonly seq: number;
  readonly processStep: string;
  readonly work: OpenedStep["work"];
  readonly unitId: number;
  readonly post: string;
  /** While it was open and the clock ran: what its branch used, beside what others used at the same time. */
  readonly ranMinutes: number;
  /** Its part of the time of the case: each moment belongs to one step only. */
  readonly countedMinutes: number;
};

/** What a unit and post consumed of the time of a case. */
export type PlaceConsumption = Pick<StepConsumption, "unitId" | "post" | "ranMinutes" | "countedMinutes">;

export type Consumption = {
  readonly caseMinutes: number;
  readonly steps: readonly StepConsumption[];
  readonly places: readonly PlaceConsumption[];
};

/**
 * Where the working time of a case went. The case consumes working time while its clock runs: from receipt to the result,
 * without pauses, time before a supplement included, all by the calendar that counts it now. Each moment belongs to one
 * step: of those of the process that lie open the one opened first, steps whose time does not count and work beside the
 * process only where nothing else is open. Hence the counted minutes of all steps, and of all units and posts, add up to
 * those of the case to the minute (what is less than a minute is carried on in the order of the steps). Pure.
 * @param calendarOf the calendar of a version that the actions name.
 * @param until now, or any moment from the last action on.
 */
export function consumptionOf(
  actions: readonly CaseAction[],
  calendarOf: (version: string) => WorkingCalendar,
  until: Instant,
): Consumption {
  const version = actions.reduce<string | undefined>(
    (named, { clock }) => calendarNamed(clock) ?? named,
    undefined,
  );
  if (version === undefined) return { caseMinutes: 0, steps: [], places: [] };
  const calendar = calendarOf(version);
  const spent = new Map<number, Spent>();
  const open = new Map<number, Spent>();
  let caseTime = 0;
  let runs = false;
  for (const [index, action] of actions.entries()) {
    for (const { seq } of action.closed ?? []) open.delete(seq);
    for (const step of action.opened ?? []) {
      const begun = { step, ran: 0, counted: 0 };
      spent.set(step.seq, begun);
      open.set(step.seq, begun);
    }
    runs = runsAfter(runs, action);
    const next = actions[index + 1]?.at ?? until;
    const time = runs ? workingTimeBetween(calendar, action.at, next) : 0;
    if (time === 0) continue;
    caseTime += time;
    for (const one of open.values()) one.ran += time;
    const carrier = carrierOf([...open.values()]);
    if (carrier !== undefined) carrier.counted += time;
  }
  const steps = inMinutes([...spent.values()].sort((a, b) => a.step.seq - b.step.seq));
  return { caseMinutes: Math.floor(caseTime / MINUTE_MS), steps, places: byPlace(steps) };
}

/** Working milliseconds of a step so far. */
type Spent = { readonly step: OpenedStep; ran: number; counted: number };

function calendarNamed(clock: CaseAction["clock"]): string | undefined {
  return clock !== undefined && "calendar" in clock ? clock.calendar : undefined;
}

function runsAfter(runs: boolean, { clock, data }: CaseAction): boolean {
  switch (clock?.kind) {
    case "started":
    case "restarted":
    case "resumed":
    case "second-appointment":
    case "reopened":
      return true;
    case "paused":
    case "ended":
      return false;
    case "re-measured":
      return runs || data.type === "procedure-changed";
    case "re-dated":
    case undefined:
      return runs;
  }
}

/** The step to which the time of the case belongs now: by rank, then the one opened first. */
function carrierOf(open: readonly Spent[]): Spent | undefined {
  const rank = ({ step }: Spent) => (isMain(step) ? (standsStill(step) ? 1 : 0) : 2);
  return open.toSorted((a, b) => rank(a) - rank(b) || a.step.seq - b.step.seq)[0];
}

function inMinutes(spent: readonly Spent[]): StepConsumption[] {
  let before = 0;
  return spent.map(({ step, ran, counted }) => {
    const start = Math.floor(before / MINUTE_MS);
    before += counted;
    const { seq, processStep, work, unitId, post } = step;
    const countedMinutes = Math.floor(before / MINUTE_MS) - start;
    return { seq, processStep, work, unitId, post, ranMinutes: Math.floor(ran / MINUTE_MS), countedMinutes };
  });
}

function byPlace(steps: readonly StepConsumption[]): PlaceConsumption[] {
  const places = new Map<string, PlaceConsumption>();
  for (const { unitId, post, ranMinutes, countedMinutes } of steps) {
    const key = `${unitId} ${post}`;
    const sum = places.get(key);
    places.set(key, {
      unitId,
      post,
      ranMinutes: (sum?.ranMinutes ?? 0) + ranMinutes,
      countedMinutes: (sum?.countedMinutes ?? 0) + countedMinutes,
    });
  }
  return [...places.values()];
}
