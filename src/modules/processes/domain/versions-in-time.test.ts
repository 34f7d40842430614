import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../../../kernel/time.ts";
import { comesIntoForce, nextInTime, sayTheSame, type Term } from "./versions-in-time.ts";

const FIRST = "2026-11-23";
const day = (number: number): LocalDate => addDays(FIRST, number);
type Version = Term & { readonly content: number };

/** What is in force on a day. */
const idsOn = (versions: readonly Version[], on: LocalDate) =>
  versions
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || validTo > on))
    .map(({ id }) => id);

/** A version is published today, for a day from today on; those it overtakes give way, and others that wait may. */
const publication = fc.record({
  today: fc.nat(3),
  ahead: fc.nat(20),
  content: fc.nat(2),
  drops: fc.array(fc.boolean(), { maxLength: 6 }),
});

describe("versions of a process in time", () => {
  it("lie end to end: from the first day on exactly one is in force each day, the last published that has not given way", () => {
    fc.assert(
      fc.property(fc.array(publication, { maxLength: 8 }), (publications) => {
        let versions: readonly Version[] = [{ id: 0, validFrom: FIRST, content: 0 }];
        let today = 0;
        const given = new Set<number>();
        publications.forEach(({ today: passed, ahead, content, drops }, index) => {
          today += passed;
          const validFrom = day(today + ahead);
          const waiting = versions.filter(
            (version) => comesIntoForce(version) && version.validFrom > day(today),
          );
          const givingWay = waiting
            .filter((version, at) => version.validFrom >= validFrom || drops[at] === true)
            .map(({ id }) => id);
          for (const id of givingWay) given.add(id);
          const before = versions;
          const { ends } = nextInTime(versions, validFrom, givingWay);
          versions = [
            ...versions.map((one) => ({ ...one, validTo: ends.get(one.id) ?? one.validTo })),
            { id: index + 1, validFrom, content },
          ];
          // What was in force until today stays as it was.
          const past = Array.from({ length: today }, (_, number) => day(number));
          expect(past.map((on) => idsOn(versions, on))).toEqual(past.map((on) => idsOn(before, on)));
        });
        const days = Array.from({ length: 50 }, (_, number) => day(number));
        const newest = (on: LocalDate) =>
          versions.findLast(({ id, validFrom }) => validFrom <= on && !given.has(id))?.id;
        expect(days.map((on) => idsOn(versions, on))).toEqual(days.map((on) => [newest(on)]));
      }),
      { numRuns: 200 },
    );
  });

  it("say the same where only numbers differ, and not where a day or the content does", () => {
    const [a, b] = [
      { validFrom: day(0), content: "one" },
      { validFrom: day(9), content: "two" },
    ];
    expect(sayTheSame([a, b], [b, a, { ...b, validFrom: day(12) }])).toBe(true);
    expect(sayTheSame([a, b], [a, { ...b, validFrom: day(8) }])).toBe(false);
    expect(sayTheSame([a, b], [a])).toBe(false);
  });
});
