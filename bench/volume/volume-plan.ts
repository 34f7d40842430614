import { inventPerson } from "../../src/demo/people.ts";
import type { SeededRandom } from "../../src/demo/seeded-random.ts";
import {
  dateOfDayNumber,
  dayNumber,
  dayNumberAt,
  type Instant,
  instantOf,
  MINUTE_MS,
} from "../../src/kernel/time.ts";
import { isWorkingDay } from "../../src/kernel/working-calendar.ts";
import { PLACEHOLDER } from "./case-template.ts";
import type { HistoryPlan } from "./history-maker.ts";
import type { Counter, Errand, ProvinceFacts } from "./province-facts.ts";

/** The first day of the province of today (NQ 202/2025/QH15); nothing is older. */
const FIRST_DAY = dayNumber("2025-07-01");
const TWO_YEARS = 730;
/** Calendar days before now in which what is still open came in. */
const OPEN_DAYS = 30;
const OPEN_SHARE = 0.05;

/** How many cases came in on a day that by now are closed, or that are still open. */
export type DayPlan = { readonly day: number; readonly isOpen: boolean; readonly count: number };

/** Spreads the cases over the working days of the last two years, oldest first; one in twenty is still open. */
export function planDays(
  facts: ProvinceFacts,
  cases: number,
  now: Instant,
  openShare: number = OPEN_SHARE,
): DayPlan[] {
  const today = dayNumberAt(now);
  const first = Math.max(FIRST_DAY, today - TWO_YEARS);
  const days: number[] = [];
  for (let day = first; day < today; day++)
    if (isWorkingDay(facts.calendar, dateOfDayNumber(day))) days.push(day);
  const recent = days.filter((day) => day >= today - OPEN_DAYS);
  const older = days.filter((day) => day < today - OPEN_DAYS / 2);
  const open = Math.round(cases * openShare);
  return days.flatMap((day) => [
    { day, isOpen: false, count: share(cases - open, older, day) },
    { day, isOpen: true, count: share(open, recent, day) },
  ]);
}

/** The part of a whole that falls to one of the days: even, and adding up exactly. */
function share(whole: number, days: readonly number[], day: number): number {
  const index = days.indexOf(day);
  if (index < 0) return 0;
  return Math.floor((whole * (index + 1)) / days.length) - Math.floor((whole * index) / days.length);
}

/** Plans one case of a day: who, what, where, when, and how far it gets. */
export function planCase(
  facts: ProvinceFacts,
  random: SeededRandom,
  when: { readonly day: number; readonly isOpen: boolean; readonly now: Instant },
): HistoryPlan {
  const { day, isOpen, now } = when;
  const errand = random.pick(facts.errands);
  const counter = counterFor(facts, errand, random);
  const receivedAt = momentOf(day, random);
  const steps = errand.process.definition.steps.length;
  const fate = isOpen ? { stuckAfter: random.between(0, steps - 1), lacksPapers: random.chance(0.08) } : {};
  return { errand, receivedAt, until: now, input: inputOf(errand, counter, random), ...fate };
}

/** Plans a whole life in one go, for a person of its own, at a commune's counter: as the load drives it over HTTP. */
export function planLife(
  facts: ProvinceFacts,
  random: SeededRandom,
  life: { readonly errand: Errand; readonly id: string; readonly receivedAt: Instant },
): HistoryPlan {
  const { errand, id, receivedAt } = life;
  const counter = counterFor(facts, errand, random);
  const { name, number, phone } = inventPerson(random, "");
  const person = { caseId: id, applicantName: name, applicantNumber: number, applicantPhone: phone };
  const input = { ...inputOf(errand, counter, random), ...person };
  return { errand, input, receivedAt, until: Number.POSITIVE_INFINITY, isHurried: true, isRated: true };
}

function counterFor(facts: ProvinceFacts, errand: Errand, random: SeededRandom): Counter {
  const levels = errand.procedure.content.levels.filter((level) => facts.counters.has(level));
  return random.pick(facts.counters.get(levels[0] ?? "") ?? []);
}

/** A moment in the counter's hours: two thirds of the people come in the morning. */
function momentOf(day: number, random: SeededRandom): Instant {
  const minute = random.chance(0.65) ? random.between(420, 675) : random.between(780, 965);
  return instantOf(dateOfDayNumber(day), 0) + minute * MINUTE_MS + random.between(0, 59_999);
}

function inputOf(errand: Errand, counter: Counter, random: SeededRandom): HistoryPlan["input"] {
  const { content } = errand.procedure;
  // The person is the template's placeholder; every copy has one of its own.
  const { address } = inventPerson(random, counter.deciding.shortName);
  const papers = content.papers.slice(0, 4).map(({ id, name }) => ({
    id,
    name: name.slice(0, 1000),
    form: random.pick(["original", "copy", "scanned"] as const),
    count: 1,
    files: [],
  }));
  return {
    caseId: PLACEHOLDER.id,
    procedureCode: content.code,
    ...(errand.variantCode === undefined ? {} : { variantCode: errand.variantCode }),
    receivingUnitId: counter.desk.id,
    decidingUnitId: counter.deciding.id,
    channel: "direct",
    applicantKind: "person",
    applicantName: PLACEHOLDER.name,
    applicantNumber: PLACEHOLDER.number,
    applicantPhone: PLACEHOLDER.phone,
    applicantAddress: address,
    representativeNumber: undefined,
    copies: 1,
    feePaid: false,
    returnMethod: "counter",
    papers: papers.length > 0 ? papers : [{ name: "Tờ khai", form: "original", count: 1, files: [] }],
  };
}
