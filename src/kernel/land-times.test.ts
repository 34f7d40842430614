import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deadline } from "./deadline.ts";
import { rulesOn } from "./deadline-rules.ts";
import { MOUNTAIN_RULE } from "./mountain-rule.ts";
import { addDays, instantOf, type LocalDate, toLocalIso } from "./time.ts";
import { vietnamCalendar } from "./vietnam-calendar.ts";
import { isWorkingDay } from "./working-calendar.ts";

/**
 * Gia Lai's 43 land procedures of July 2026 with their 50 cases, as the national portal shows them: code of the case, its
 * time, and the longest time of its channel, in working days ("day": calendar days).
 */
const TABLE = `
  1.115336.01 6.25 6.25
  1.115337.01 6.25 6.25
  1.115338.01 4.75 4.75
  1.115339.01 4.75 4.75
  1.115340.01 6.25 6.25
  1.115341.01 5 25
  1.115342.01 10 20
  1.115342.02 8 20
  1.115342.03 10 20
  1.115343.01 9 19
  1.115344.01 6.5 16.5
  1.115345.01 6.5 16.5
  1.115346.01 6.5 16.5
  1.115347.03 7 18
  1.115347.01 8 18
  1.115347.04 8 18
  1.115347.02 5 18
  1.115348.01 6.5 16.5
  1.115349.01 17 27
  1.115350.01 5 15
  1.115351.01 2 12
  1.115352.01 8 18
  1.115353.01 20 30
  1.115354.01 7.5 17.5
  1.115355.01 5 15
  1.115356.01 8 18
  1.115357.01 1 11
  1.115358.01 7.5 17.5
  1.115359.01 5 15
  1.115360.01 11.5 21.5
  1.115361.01 5 15
  1.115362.01 8 18
  1.115363.01 7 17
  1.115364.01 7 17
  1.115365.01 7.5 17.5
  1.115366.01 4 15
  1.115366.03 5 15
  1.115366.02 5 15
  1.115367.01 20 30
  1.115368.01 11.5 21.5
  1.115369.01 9 19
  1.115370.01 7.5 17.5
  1.115371.01 11.5 21.5
  1.115372.01 35 45 day
  1.115373.01 20 30
  1.115374.01 33 43
  1.115375.01 20 30
  1.115376.01 10 20
  1.115378.01 7.5 17.5
  1.115379.01 7.5 17.5
`;

/** What does not follow "time of the case + 10 working days": five of the economic zone's board, one with 25. */
const ECONOMIC_ZONE = ["1.115336", "1.115337", "1.115338", "1.115339", "1.115340"];
const OTHERWISE = "1.115341";
/** Cases whose own time is shorter than that of the procedure's longest case, to which the channel's time belongs. */
const SHORTER_CASES = ["1.115342.02", "1.115347.02", "1.115347.03", "1.115366.01"];

type LandTime = {
  readonly caseCode: string;
  readonly code: string;
  readonly amount: number;
  readonly channel: number;
  readonly unit: "working-day" | "calendar-day";
};

const land: readonly LandTime[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [caseCode = "", amount, channel, day] = line.trim().split(" ");
    const code = caseCode.slice(0, 8);
    const unit = day === undefined ? "working-day" : "calendar-day";
    return { caseCode, code, amount: Number(amount), channel: Number(channel), unit };
  });

const calendar = vietnamCalendar();
const FROM: LocalDate = "2026-08-24";

/** The plain reading of the law, without the engine: a day at a time, the quarters from the hours of the day after. */
function byHand({ amount, unit }: LandTime, extra: number): string {
  let date = FROM;
  const next = () => {
    do date = addDays(date, 1);
    while (!isWorkingDay(calendar, date));
  };
  if (unit === "calendar-day") {
    date = addDays(date, amount);
    if (!isWorkingDay(calendar, date)) next();
  } else for (let day = 0; day < Math.floor(amount); day++) next();
  const quarters = unit === "calendar-day" ? 0 : (amount % 1) * 4;
  if (quarters > 0) next();
  for (let day = 0; day < extra; day++) next();
  return `${date}T${["16:30", "09:00", "11:00", "14:30"][quarters]}+07:00`;
}

function due({ amount, unit }: LandTime, extraWorkingDays: number): string {
  const from = instantOf(FROM, 9 * 60);
  const input = { from, limit: { amount, unit }, calendar, rules: rulesOn(FROM), extraWorkingDays };
  return toLocalIso(deadline(input).dueAt);
}

describe("the land times of Gia Lai", () => {
  it("are of 43 procedures with 50 cases", () => {
    expect(land).toHaveLength(50);
    expect(new Set(land.map((one) => one.code)).size).toBe(43);
  });

  it("come out to the minute, in the plain and, ten working days later, in the mountains", () => {
    const extra = MOUNTAIN_RULE.extraWorkingDays;
    for (const one of land) {
      expect([one.caseCode, due(one, 0)]).toEqual([one.caseCode, byHand(one, 0)]);
      expect([one.caseCode, due(one, extra)]).toEqual([one.caseCode, byHand(one, extra)]);
    }
  });

  it("are ten days more on the portal's channel for 37 procedures; the six others are known by name", () => {
    const longest = new Map<string, number>();
    for (const { code, amount } of land) longest.set(code, Math.max(amount, longest.get(code) ?? 0));
    const tenMore = [...longest].filter(
      ([code, amount]) => land.find((one) => one.code === code)?.channel === amount + 10,
    );
    expect(tenMore).toHaveLength(37);
    const others = [...longest.keys()].filter((code) => !tenMore.some(([known]) => known === code));
    expect(others).toEqual([...ECONOMIC_ZONE, OTHERWISE]);
    const shorter = land.filter(
      (one) => !others.includes(one.code) && one.amount < (longest.get(one.code) ?? 0),
    );
    expect(shorter.map((one) => one.caseCode).toSorted()).toEqual(SHORTER_CASES);
  });

  const file = process.env.LAND_TIMES_FILE;
  it.skipIf(file === undefined)(
    "are those of the collected file (skipped without LAND_TIMES_FILE: then our own table alone is checked)",
    () => {
      const [, ...records] = readFileSync(file ?? "", "utf8")
        .trim()
        .split("\n");
      expect(records).toHaveLength(land.length);
      for (const record of records) {
        const found = /^([\d.]+),([\d.]+),(?:".*"|[^,]*),([\d.]+),([A-Z_]+),([\d.]+),/.exec(record);
        const one = land.find((candidate) => candidate.caseCode === found?.[2]);
        expect([found?.[2], Number(found?.[3]), found?.[4], Number(found?.[5])]).toEqual([
          one?.caseCode,
          one?.amount,
          one?.unit === "calendar-day" ? "DAY" : "WORKING_DAY",
          one?.channel,
        ]);
      }
    },
  );
});
