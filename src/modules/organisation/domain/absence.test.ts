import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../kernel/time.ts";
import { type Absence, type AbsenceFacts, filledPosts, overlap, refusedAbsence } from "./absence.ts";

const TODAY = "2026-11-23";
const day = fc.integer({ min: 0, max: 30 }).map((n) => addDays(TODAY, n));
const post = fc.record({
  unitId: fc.integer({ min: 1, max: 3 }),
  kind: fc.constantFrom("specialist", "leader", "clerk"),
});
const absence: fc.Arbitrary<Absence> = fc
  .record({
    id: fc.integer({ min: 1, max: 99 }),
    officerId: fc.integer({ min: 1, max: 5 }),
    fromDay: day,
    toDay: day,
    deputies: fc.array(
      fc.tuple(post, fc.integer({ min: 1, max: 5 })).map(([held, deputyId]) => ({ ...held, deputyId })),
      { maxLength: 3 },
    ),
  })
  .map((one) => (one.fromDay <= one.toDay ? one : { ...one, fromDay: one.toDay, toDay: one.fromDay }));

const facts: AbsenceFacts<string> = {
  today: TODAY,
  posts: [{ unitId: 1, kind: "specialist" }],
  others: [],
  worksIn: (officerId, unitId) =>
    officerId <= 3 && (unitId === undefined || (unitId === 1 && officerId <= 2)),
  reach: () => "self",
};
const wanted = {
  officerId: 1,
  fromDay: TODAY,
  toDay: addDays(TODAY, 3),
  deputies: [{ unitId: 1, kind: "specialist", deputyId: 2 }],
};
const other = { id: 7, officerId: 9, fromDay: TODAY, toDay: TODAY, deputies: [] };

describe("a delegation", () => {
  it("gives posts on its days only, in the units and posts it names, while the absent officer holds them", () => {
    fc.assert(
      fc.property(
        fc.array(absence, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        day,
        fc.func(fc.boolean()),
        (absences, deputyId, on, holds) => {
          for (const filled of filledPosts(deputyId, absences, on, (...asked) => holds(...asked))) {
            const behind = absences.filter(
              (one) => one.officerId === filled.inPlaceOf && one.fromDay <= on && on <= one.toDay,
            );
            const named = behind.flatMap((one) => one.deputies);
            expect(named).toContainEqual({ unitId: filled.unitId, kind: filled.kind, deputyId });
            expect(holds(filled.inPlaceOf, filled.unitId, filled.kind)).toBe(true);
          }
        },
      ),
    );
  });

  it("is over on the day after its last, and not begun on the day before its first", () => {
    fc.assert(
      fc.property(absence, fc.integer({ min: 1, max: 5 }), (one, deputyId) => {
        for (const out of [addDays(one.fromDay, -1), addDays(one.toDay, 1)])
          expect(filledPosts(deputyId, [one], out, () => true)).toEqual([]);
      }),
    );
  });
});

it("a deputy acts until the day on which they gave up their own post", () => {
  const until = addDays(TODAY, 2);
  const lent = { ...other, toDay: addDays(TODAY, 9), deputies: [{ ...wanted.deputies[0], until }] };
  const acts = (on: string) => filledPosts(2, [lent as Absence], on, () => true).length;
  expect([acts(addDays(TODAY, 1)), acts(until)]).toEqual([1, 0]);
});

describe("an absence", () => {
  it("is recorded with a deputy of the same unit", () => {
    expect(refusedAbsence(wanted, facts)).toBeUndefined();
  });

  it.each([
    ["begins-in-past", { fromDay: addDays(TODAY, -1) }, {}],
    ["ends-before-begin", { toDay: addDays(TODAY, -1), fromDay: TODAY }, {}],
    ["absence-too-long", { toDay: addDays(TODAY, 366) }, {}],
    ["officer-without-post", {}, { posts: [] }],
    [
      "absence-overlaps",
      {},
      { others: [{ ...other, officerId: 1, fromDay: wanted.toDay, toDay: "2027-01-01" }] },
    ],
    ["post-not-held", { deputies: [{ unitId: 1, kind: "leader", deputyId: 2 }] }, {}],
    ["deputy-not-yours", {}, { reach: () => undefined }],
    ["deputy-is-self", { deputies: [{ unitId: 1, kind: "specialist", deputyId: 1 }] }, {}],
    ["deputy-unknown", { deputies: [{ unitId: 1, kind: "specialist", deputyId: 4 }] }, {}],
    ["deputy-elsewhere", { deputies: [{ unitId: 1, kind: "specialist", deputyId: 3 }] }, {}],
    ["deputy-absent", {}, { others: [{ ...other, officerId: 2 }] }],
    ["is-deputy", {}, { others: [{ ...other, deputies: [{ unitId: 2, kind: "clerk", deputyId: 1 }] }] }],
  ] as const)("is refused: %s", (word, change, known) => {
    expect(refusedAbsence({ ...wanted, ...change }, { ...facts, ...known })).toMatchObject({ refusal: word });
  });

  it("may have a deputy from elsewhere where a leader names them", () => {
    const deputies = [{ unitId: 1, kind: "specialist", deputyId: 3 }];
    expect(refusedAbsence({ ...wanted, deputies }, { ...facts, reach: () => "leads" })).toBeUndefined();
  });

  it("never makes a chain, whatever is recorded one after the other", () => {
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 12 }), (asked) => {
        const recorded: Absence[] = [];
        for (const one of asked) {
          const known: AbsenceFacts<string> = {
            today: TODAY,
            posts: one.deputies.length > 0 ? one.deputies : [{ unitId: 1, kind: "clerk" }],
            others: recorded,
            worksIn: () => true,
            reach: () => "leads",
          };
          if (refusedAbsence(one, known) === undefined) recorded.push(one);
        }
        for (const a of recorded)
          for (const b of recorded)
            if (overlap(a, b)) {
              expect(a.deputies.map((deputy) => deputy.deputyId)).not.toContain(b.officerId);
              if (a !== b) expect(a.officerId).not.toBe(b.officerId);
            }
      }),
    );
  });
});
