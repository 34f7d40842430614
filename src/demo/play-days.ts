import { type Instant, instantOf, type LocalDate } from "../kernel/time.ts";
import type { SettableClock } from "../platform/clock.ts";
import { Agenda } from "./agenda.ts";
import { caseOf, type DemoCase, lookOrRate, nextTouch, touch, type World } from "./case-life.ts";
import { type Errand, errandsOf, type Plan } from "./day-plan.ts";
import { leadersRound } from "./leaders-round.ts";
import { morningRound } from "./morning-round.ts";
import { inventPerson } from "./people.ts";
import { submissionOf } from "./submission.ts";
import { Unplayed } from "./unplayed.ts";

export type DayInput = {
  readonly days: readonly LocalDate[];
  readonly errandsADay: number;
  readonly plan: Plan;
  readonly world: World;
  readonly clock: SettableClock;
  /** What the program does by itself before the leaders look round: warnings, drafts of apologies. */
  readonly afternoon: (now: Instant) => Promise<void>;
  readonly onProgress: (done: number, total: number, note: string) => void;
};

export type Played = {
  readonly errands: number;
  readonly touches: number;
  readonly refused: number;
  /** Officers who were away for a day, somebody in their place. */
  readonly absences: number;
  readonly open: number;
  /** What no player could do, and how many cases wait for it. */
  readonly unplayed: Readonly<Record<string, number>>;
};

type Tally = {
  errands: number;
  touches: number;
  refused: number;
  absences: number;
  unplayed: Record<string, number>;
};

/** Before the counters open. */
const MORNING_MINUTE = 6 * 60 + 40;
/** When leaders look round: late enough that the day's lateness shows, early enough that it helps. */
const ROUND_MINUTE = 15 * 60 + 30;

type Event = { readonly errand: Errand } | { readonly kase: DemoCase };

/**
 * Plays working days through the HTTP interface: people come, officers do what waits for them, time passes as the
 * agenda says. Things of the same minute happen side by side. What is not done when the last day ends stays open.
 */
export async function playDays(input: DayInput): Promise<Played> {
  const { world, clock, days } = input;
  const agenda = new Agenda<Event>();
  const played: Tally = { errands: 0, touches: 0, refused: 0, absences: 0, unplayed: {} };
  const open = new Map<string, DemoCase>();
  const total = input.errandsADay * days.length;
  const units = [...new Set(input.plan.counters.map(({ deciding }) => deciding.code))].toSorted();
  for (const day of days) {
    world.offices.goHome();
    for (const errand of errandsOf(day, input.errandsADay, input.plan, world.random))
      agenda.note(errand.at, { errand });
    clock.moveTo(Math.max(instantOf(day, MORNING_MINUTE), clock.read()));
    played.absences += await morningRound(world, units, day);
    const evening = instantOf(day, 18 * 60);
    const round = instantOf(day, ROUND_MINUTE);
    let isRoundDue = true;
    for (let at = agenda.nextAt; (at !== undefined && at < evening) || isRoundDue; at = agenda.nextAt) {
      if (isRoundDue && (at === undefined || at >= round)) {
        isRoundDue = false;
        clock.moveTo(Math.max(round, clock.read()));
        await input.afternoon(clock.read());
        await leadersRound({ ...world, random: world.random.fork() }, [...open.values()]);
        continue;
      }
      if (at === undefined) break;
      const moment = Math.max(at, clock.read());
      clock.moveTo(moment);
      const events = takeUntil(agenda, at + 60_000, 24);
      const afterwards = await Promise.all(
        events
          .map((event) => [{ ...world, random: world.random.fork() }, event] as const)
          .map(([own, event]) => happen(own, event, played)),
      );
      for (const { kase, next } of afterwards) {
        if (kase !== undefined) open.delete(kase.id);
        if (next === undefined) continue;
        open.set(next.kase.id, next.kase);
        agenda.note(next.at, { kase: next.kase });
      }
      input.onProgress(Math.min(played.errands, total), total, day);
    }
  }
  return { ...played, open: agenda.size };
}

function takeUntil(agenda: Agenda<Event>, before: Instant, most: number): Event[] {
  const events: Event[] = [];
  while (events.length < most && agenda.nextAt !== undefined && agenda.nextAt < before) {
    const event = agenda.take();
    if (event !== undefined) events.push(event);
  }
  return events;
}

async function happen(world: World, event: Event, played: Tally) {
  const before = "errand" in event ? undefined : event.kase;
  const kase =
    "errand" in event
      ? await come(world, event.errand, played)
      : await touch(world, event.kase).catch((fault: unknown) => {
          if (!(fault instanceof Unplayed)) throw fault;
          played.unplayed[fault.what] = (played.unplayed[fault.what] ?? 0) + 1;
          return undefined;
        });
  if (!("errand" in event)) played.touches++;
  if (kase === undefined) return { kase: before, next: undefined };
  await lookOrRate(world, kase);
  return { kase, next: nextTouch(world, kase) };
}

/** Somebody comes to the counter: received, answered at once, or, rarely, refused. */
async function come(
  world: World,
  errand: Errand,
  played: { errands: number; refused: number },
): Promise<DemoCase | undefined> {
  const { random } = world;
  const { desk, deciding } = errand.counter;
  const person = inventPerson(random, errand.from);
  const submission = submissionOf(errand, person, random, world.now());
  const officer = await world.offices.officer(desk.code, "desk-officer", random.between(0, 9));
  played.errands++;
  if (random.chance(0.012)) {
    const reason = "Hồ sơ không thuộc phạm vi tiếp nhận theo quy định.";
    caseOf(await officer.post("/api/v1/cases/refusals", { submission, reason }), "refusing");
    played.refused++;
    return undefined;
  }
  if (errand.procedure.returnAtOnce && random.chance(0.9)) {
    const signedBy = world.offices.leaderOf(deciding.id);
    const atOnce = { resultTitle: errand.procedure.name, signedBy };
    return caseOf(await officer.post("/api/v1/cases/at-once", { submission, atOnce }), "receiving at once");
  }
  return caseOf(await officer.post("/api/v1/cases", submission), `receiving ${errand.procedure.code}`);
}
