import { type Instant, instantOf, type LocalDate, MINUTE_MS } from "../kernel/time.ts";
import type { SettableClock } from "../platform/clock.ts";
import { Agenda } from "./agenda.ts";
import { type ChangeOfPost, changeOfPost } from "./change-of-post.ts";
import { errandsOf, type Plan } from "./day-plan.ts";
import type { DemoCase } from "./demo-case.ts";
import { type Counts, type Event, happen } from "./happen.ts";
import { leadersRound } from "./leaders-round.ts";
import { type Merger, planMerger } from "./merger.ts";
import { morningRound } from "./morning-round.ts";
import type { Offices } from "./offices.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { shareByHand, shareByItself } from "./share-round.ts";
import type { World } from "./world.ts";

export type DayInput = {
  readonly days: readonly LocalDate[];
  readonly errandsADay: number;
  readonly plan: Plan;
  readonly world: World;
  readonly clock: SettableClock;
  /** What the program does by itself: jobs by their names, at the moment of the clock. */
  readonly program: (jobs: readonly string[]) => Promise<void>;
  readonly onProgress: (done: number, total: number, note: string) => void;
};

type Tally = Counts & {
  /** Officers who were away for a day, somebody in their place. */
  absences: number;
  readonly changesOfPost: ChangeOfPost[];
  /** The merger that was planned; undefined: none this time. */
  merger: Merger | undefined;
};

/** What came of the days, as far as the players know. */
export type Played = Readonly<Tally> & {
  /** Cases that are still under way. */
  readonly open: number;
};

/** Families who come to a commune's counter on a day with a birth. */
const FAMILIES_A_DAY = 2;
/** Before the counters open. */
const MORNING_MINUTE = 6 * 60 + 40;
/** When leaders look round: late enough that the day's lateness shows, early enough that it helps. */
const ROUND_MINUTE = 15 * 60 + 30;

/** How often the program does what waits for nobody; npm start does it every minute. */
const PROGRAM_EVERY_MS = 10 * MINUTE_MS;
const ALL_DAY = ["share-new-work", "move-left-work", "close-silent-opinions", "follow-groups"];
const BEFORE_THE_ROUND = ["warn-steps", "draft-apologies"];
const AT_NIGHT = ["reorganise-units"];

/**
 * Plays working days through the HTTP interface: people come, officers do what waits for them, time passes as the
 * agenda says. Things of the same minute happen side by side. What is not done when the last day ends stays open.
 */
export async function playDays(input: DayInput): Promise<Played> {
  const { world, days } = input;
  const played: Tally = {
    errands: 0,
    touches: 0,
    refused: 0,
    groups: 0,
    absences: 0,
    changesOfPost: [],
    merger: undefined,
    unplayed: {},
  };
  const agenda = new Agenda<Event>();
  const open = new Map<string, DemoCase>();
  for (const day of days) {
    world.offices.goHome();
    await morning(input, day, played);
    const plan = planToday(input.plan, world.offices);
    for (const errand of errandsOf(day, input.errandsADay, plan, world.random))
      agenda.note(errand.at, { errand });
    for (const { at, family } of familiesOf(day, plan, world.random)) agenda.note(at, { family });
    await untilEvening(input, day, { agenda, open, played });
  }
  return { ...played, open: open.size };
}

/** The counters of the plan as the units stand: people go to whoever took over. */
function planToday({ counters, procedures }: Plan, offices: Offices): Plan {
  const today = counters.map(({ desk, deciding }) => ({
    desk: offices.unit(desk.code),
    deciding: offices.unit(deciding.code),
  }));
  return { counters: today, procedures };
}

/** Who comes with a birth on a day, in the morning. */
function familiesOf(day: LocalDate, { counters }: Plan, random: SeededRandom) {
  const communes = counters.filter(({ deciding }) => deciding.kind === "commune");
  return Array.from({ length: communes.length === 0 ? 0 : FAMILIES_A_DAY }, () => ({
    at: instantOf(day, random.between(440, 680)),
    family: random.pick(communes),
  }));
}

/** Before the counters open: units change and people are away; on the first day a merger is planned and sharing switched on. */
async function morning(input: DayInput, day: LocalDate, played: Tally): Promise<void> {
  const { world, clock, days, plan } = input;
  clock.moveTo(Math.max(instantOf(day, MORNING_MINUTE), clock.read()));
  await input.program(AT_NIGHT);
  const units = unitsOf(plan, world.offices);
  played.absences += await morningRound(world, units, day);
  if (day === days[0]) {
    await shareByItself(world, units);
    const communes = plan.counters.map(({ deciding }) => deciding).filter(({ kind }) => kind === "commune");
    played.merger = await planMerger(
      world,
      communes.map(({ code }) => code),
      days,
    );
  }
  // A second time, when everybody knows of the units: it looks for what was opened in the old ones meanwhile.
  clock.moveTo(clock.read() + MINUTE_MS);
  await input.program(AT_NIGHT);
}

/** Codes of the units that decide, as they stand. */
function unitsOf({ counters }: Plan, offices: Offices): readonly string[] {
  return [...new Set(counters.map(({ deciding }) => offices.unit(deciding.code).code))].toSorted();
}

type Going = {
  readonly agenda: Agenda<Event>;
  /** The cases under way, as they were last seen. */
  readonly open: Map<string, DemoCase>;
  readonly played: Tally;
};

async function untilEvening(input: DayInput, day: LocalDate, { agenda, open, played }: Going): Promise<void> {
  const { world, clock } = input;
  const total = input.errandsADay * input.days.length;
  const evening = instantOf(day, 18 * 60);
  const round = instantOf(day, ROUND_MINUTE);
  let isRoundDue = true;
  let programAt = clock.read();
  for (let at = agenda.nextAt; (at !== undefined && at < evening) || isRoundDue; at = agenda.nextAt) {
    if (isRoundDue && (at === undefined || at >= round)) {
      isRoundDue = false;
      clock.moveTo(Math.max(round, clock.read()));
      await afternoon(input, day, [...open.values()], played);
      continue;
    }
    if (at === undefined) break;
    clock.moveTo(Math.max(at, clock.read()));
    if (clock.read() >= programAt) {
      programAt = clock.read() + PROGRAM_EVERY_MS;
      await input.program(ALL_DAY);
    }
    const events = takeUntil(agenda, at + 60_000, 24);
    const afterwards = await Promise.all(
      events
        .map((event) => [{ ...world, random: world.random.fork() }, event] as const)
        .map(([own, event]) => happen(own, event, played)),
    );
    for (const { over, next } of afterwards) {
      if (over !== undefined) open.delete(over.id);
      for (const { at: then, ...event } of next) {
        if ("kase" in event) open.set(event.kase.id, event.kase);
        agenda.note(then, event);
      }
    }
    input.onProgress(Math.min(played.errands, total), total, day);
  }
}

/** The leaders look round: what is late, who has how much; once somebody is needed more elsewhere. */
async function afternoon(
  input: DayInput,
  day: LocalDate,
  open: readonly DemoCase[],
  played: Tally,
): Promise<void> {
  const own = { ...input.world, random: input.world.random.fork() };
  const units = unitsOf(input.plan, own.offices);
  await input.program(BEFORE_THE_ROUND);
  await leadersRound(own, open);
  const shared = await shareByHand(own, units);
  if (played.changesOfPost.length > 0) return;
  const change = await changeOfPost(own, units, shared, day);
  if (change !== undefined) played.changesOfPost.push(change);
}

function takeUntil(agenda: Agenda<Event>, before: Instant, most: number): Event[] {
  const events: Event[] = [];
  while (events.length < most && agenda.nextAt !== undefined && agenda.nextAt < before) {
    const event = agenda.take();
    if (event !== undefined) events.push(event);
  }
  return events;
}
