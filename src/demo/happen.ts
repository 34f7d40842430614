import type { Instant } from "../kernel/time.ts";
import { addWorkingMinutes } from "../kernel/working-calendar.ts";
import { lookOrRate, nextTouch, touch } from "./case-life.ts";
import type { Counter, Errand } from "./day-plan.ts";
import { caseOf, type DemoCase } from "./demo-case.ts";
import { comeForGroup, type DemoGroup, type Followed, followGroup } from "./group-life.ts";
import { inventPerson } from "./people.ts";
import { submissionOf } from "./submission.ts";
import { Unplayed } from "./unplayed.ts";
import type { World } from "./world.ts";

/** What the agenda holds: somebody comes with one matter or with a birth, or it is time to look at a case or a group. */
export type Event =
  | { readonly errand: Errand }
  | { readonly kase: DemoCase }
  | { readonly family: Counter }
  | { readonly group: DemoGroup };

/** What is counted while it happens. */
export type Counts = {
  errands: number;
  touches: number;
  refused: number;
  /** Families who came with everything for a birth at once. */
  groups: number;
  /** What no player could do, and how many cases wait for it. */
  unplayed: Record<string, number>;
};

/** State of what was handed over. */
const RETURNED = 10;
/** A case that was touched, and what is to happen next and when. */
type Afterwards = {
  readonly over: DemoCase | undefined;
  readonly next: readonly ({ readonly at: Instant } & Event)[];
};

/** Lets somebody do what the agenda says, and says what follows. */
export async function happen(world: World, event: Event, played: Counts): Promise<Afterwards> {
  const before = "kase" in event ? event.kase : undefined;
  try {
    if ("family" in event) {
      played.groups++;
      return goOn(world, await comeForGroup(world, event.family));
    }
    if ("group" in event) return goOn(world, await followGroup(world, event.group));
    const kase = "errand" in event ? await come(world, event.errand, played) : await touch(world, event.kase);
    if ("kase" in event) played.touches++;
    if (kase === undefined) return { over: before, next: [] };
    await lookOrRate(world, kase);
    const next = nextTouch(world, kase);
    return { over: kase, next: next === undefined ? [] : [next] };
  } catch (fault) {
    if (!(fault instanceof Unplayed)) throw fault;
    played.unplayed[fault.what] = (played.unplayed[fault.what] ?? 0) + 1;
    return { over: before, next: [] };
  }
}

/** Work on what has begun in a group; its desk looks again a few working hours later, until all is over. */
function goOn(world: World, { group, cases }: Followed): Afterwards {
  const next: Afterwards["next"][number][] = cases.flatMap((kase) => nextTouch(world, kase) ?? []);
  const isOver = group.parent.status === RETURNED;
  const at = addWorkingMinutes(world.calendar, world.now(), world.random.between(60, 240));
  return { over: undefined, next: isOver ? next : [...next, { at, group }] };
}

/** Somebody comes to the counter: received, answered at once, or, rarely, refused. */
async function come(world: World, errand: Errand, played: Counts): Promise<DemoCase | undefined> {
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
