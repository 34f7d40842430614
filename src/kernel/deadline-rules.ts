import type { LocalDate } from "./time.ts";

/** Rules of counting in force from a day on. Law is dated configuration: a case is judged by the rules of its day. */
export type DeadlineRules = {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  readonly source: string;
  /** BLDS 2015 Điều 147 khoản 2: the first day of a term is not counted. */
  readonly firstDayCounted: false;
  /** BLDS 2015 Điều 148 khoản 5: a term that ends on a rest day ends with the next working day. */
  readonly restDayEnd: "next-working-day";
  /** Minute of the day from which a case is passed on, and an in-day procedure answered, the next working day. */
  readonly cutoffMinute: number;
  /**
   * Working minutes of the next day within which the desk passes on what it received after the cut-off ("chuyển vào đầu
   * giờ ngày làm việc tiếp theo", NĐ 61/2018 Điều 18).
   */
  readonly passOnNextDayWithinMinutes: number;
  /** Whether a receipt after the cut-off also shifts limits of days; by default not. */
  readonly cutoffShiftsLongLimits: boolean;
  /** After a supplement the limit is counted anew, or the rest of it goes on. */
  readonly supplement: "restart" | "resume";
  readonly maxSupplements: number;
  readonly supplementAskWithinWorkingDays: number;
  /** Working days the applicant has for a supplement before the desk may end the case without it. */
  readonly supplementLapsesAfterWorkingDays: number;
  readonly apologyBeforeWorkingDays: number;
  readonly maxApologies: number;
  readonly acceptOnlineWithinWorkingMinutes: number;
};

const BASE = {
  firstDayCounted: false,
  restDayEnd: "next-working-day",
  cutoffMinute: 900,
  // The law says "at the beginning" and no hour; taken as the first hour of work.
  passOnNextDayWithinMinutes: 60,
  cutoffShiftsLongLimits: false,
  supplement: "restart",
  supplementAskWithinWorkingDays: 3,
  // Left to special laws; the one term found is fifteen days (NĐ 297/2025/NĐ-CP), taken for all until a law says otherwise.
  supplementLapsesAfterWorkingDays: 15,
  apologyBeforeWorkingDays: 1,
  maxApologies: 1,
  acceptOnlineWithinWorkingMinutes: 480,
} as const;

/** Newest last. */
export const DEADLINE_RULES: readonly DeadlineRules[] = [
  {
    ...BASE,
    id: "2010",
    effectiveFrom: "2010-10-14",
    source: "NĐ 63/2010/NĐ-CP, Điều 20 khoản 4; QĐ 09/2015/QĐ-TTg",
    supplement: "resume",
    maxSupplements: 2,
  },
  {
    ...BASE,
    id: "2018",
    effectiveFrom: "2018-06-21",
    source: "NĐ 61/2018/NĐ-CP, Điều 18, Điều 19 khoản 4 và khoản 9",
    maxSupplements: 2,
  },
  {
    ...BASE,
    // One supplement is the rule now; what the new decree does not say is carried over from the old one.
    id: "2025",
    effectiveFrom: "2025-07-01",
    source: "NĐ 118/2025/NĐ-CP, Điều 11; NĐ 61/2018/NĐ-CP, Điều 18, Điều 19",
    maxSupplements: 1,
  },
  {
    ...BASE,
    id: "2026",
    effectiveFrom: "2026-07-01",
    source: "NĐ 118/2025/NĐ-CP, Điều 11; NĐ 61/2018/NĐ-CP, Điều 18, Điều 19; NĐ 224/2026/NĐ-CP, Điều 15",
    maxSupplements: 1,
  },
];

/** The rules in force on a day; throws for a day before the first rules we know. */
export function rulesOn(date: LocalDate): DeadlineRules {
  const rules = DEADLINE_RULES.findLast((candidate) => candidate.effectiveFrom <= date);
  if (rules === undefined) throw new RangeError(`no rules of counting are known for ${date}`);
  return rules;
}

/** The rules of an id that a case keeps; throws for an unknown one. */
export function rulesById(id: string): DeadlineRules {
  const rules = DEADLINE_RULES.find((candidate) => candidate.id === id);
  if (rules === undefined) throw new RangeError(`no rules of counting are called ${id}`);
  return rules;
}
