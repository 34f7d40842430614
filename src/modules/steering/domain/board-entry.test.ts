import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, instantOf, MINUTE_MS } from "../../../kernel/time.ts";
import { type BoardEntry, boardEntry } from "./board-entry.ts";
import { BoardSums } from "./board-sums.ts";
import { type JudgedCase, officialUntil, officialVerdict } from "./verdicts.ts";

const START = instantOf("2026-11-23", 9 * 60);
const PLACE = { unitId: 1, fieldId: 1 };
const moment = fc.integer({ min: 0, max: 100_000 }).map((minutes): Instant => START + minutes * MINUTE_MS);

/** Any case as verdicts see it, its moments in any order that a life can have. */
const anyCase: fc.Arbitrary<JudgedCase> = fc
  .record({
    accepted: fc.nat(9).map((draw) => draw > 0),
    dated: fc.nat(9).map((draw) => draw > 0),
    moments: fc.array(moment, { minLength: 6, maxLength: 6 }).map((list) => list.toSorted((a, b) => a - b)),
    dueAt: moment,
    newDueAt: fc.option(moment, { nil: undefined }),
    supplements: fc.integer({ min: 0, max: 2 }),
    carried: fc.boolean(),
    late: fc.constantFrom("no", "no", "missed", "missed, re-dated"),
    fate: fc.constantFrom("open", "paused", "awaited", "finished", "returned", "withdrawn", "stopped"),
  })
  .map(({ accepted, dated, moments, dueAt, newDueAt, supplements, carried, late, fate }) => {
    const [start = 0, asked = 0, came = 0, end = 0, handed = 0] = moments;
    const status = { open: 4, paused: 6, awaited: 5, finished: 9, returned: 10, withdrawn: 7, stopped: 8 }[
      fate
    ];
    return {
      status: accepted ? status : 1,
      ...(accepted ? { acceptedAt: start } : {}),
      ...(dated ? { dueAt } : {}),
      ...(dated && newDueAt !== undefined ? { newDueAt } : {}),
      redated: dated && newDueAt !== undefined,
      ...(fate === "finished" || fate === "returned" ? { finishedAt: end } : {}),
      ...(fate === "returned" ? { returnedAt: handed } : {}),
      ...(fate === "withdrawn" || fate === "stopped" ? { endedAt: end } : {}),
      supplements: fate === "awaited" ? Math.max(1, supplements) : supplements,
      waits:
        supplements === 0
          ? []
          : fate === "awaited"
            ? [{ from: asked }]
            : [{ from: asked, to: came, ...(carried ? { carried } : {}) }],
      ...(supplements === 0 || late === "no"
        ? {}
        : { missed: { at: asked, dueAt: start, ...(late === "missed" ? {} : { newDueAt: came }) } }),
    };
  });

/** After everything that has happened to any of these cases. */
const LATER = START + 100_000 * MINUTE_MS;
const now = fc.integer({ min: 0, max: 200_000 }).map((minutes) => LATER + minutes * MINUTE_MS);

describe("what a case adds to the board", () => {
  it("holds until the moment it names and is another just after, whatever the case", () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 300_000 }), (one, after) => {
        const far = { ...one, ...shift(one) };
        const entry = boardEntry(far, PLACE, LATER);
        const later = boardEntry(far, PLACE, LATER + after * MINUTE_MS);
        if (entry === undefined || entry.nextAt === null || LATER + after * MINUTE_MS <= entry.nextAt) {
          expect(later).toEqual(entry);
          return;
        }
        expect(boardEntry(far, PLACE, entry.nextAt)).toEqual(entry);
        expect(boardEntry(far, PLACE, entry.nextAt + 1)).not.toEqual(entry);
      }),
      { numRuns: 2000 },
    );
  });

  it("is on time for index 766 exactly until the moment at which it says it turns", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const until = officialUntil(one);
        if (until === undefined || until < LATER) return;
        expect(officialVerdict(one, until)).toBe("on-time");
        expect(officialVerdict(one, until + 1)).toBe("overdue");
      }),
      { numRuns: 2000 },
    );
  });

  it("is late wherever the honest figure says so of an open case, and under one of two numbers", () => {
    fc.assert(
      fc.property(anyCase, moment, (drawn, pausedAt) => {
        const one = drawn.status === 5 || drawn.status === 6 ? { ...drawn, pausedAt } : drawn;
        const entry = boardEntry(one, PLACE, LATER);
        if (entry === undefined) return;
        if (entry.endedOn === null && entry.honest === "late") expect(entry.late).toBe(true);
        if (entry.late) expect(["late", "re-dated", "many-supplements"]).toContain(entry.honest);
        const sums = new BoardSums();
        sums.add(entry, 1);
        const now = sums.rows().find(({ grain }) => grain === "now")?.counts;
        expect([now?.late_now ?? 0, now?.late_paused ?? 0]).toEqual(
          !entry.late ? [0, 0] : entry.paused ? [0, 1] : [1, 0],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("summed up as cases change and time passes is what a recount of the last state gives", () => {
    const change = fc.record({ id: fc.nat(9), one: anyCase, unitId: fc.nat(2), at: now });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const sums = new BoardSums();
        const kept = new Map<number, BoardEntry>();
        for (const { id, one, unitId, at } of changes.toSorted((a, b) => a.at - b.at)) {
          const before = kept.get(id);
          const after = boardEntry(one, { unitId, fieldId: 1 }, at);
          if (before !== undefined) sums.add(before, -1);
          if (after !== undefined) sums.add(after, 1);
          if (after === undefined) kept.delete(id);
          else kept.set(id, after);
        }
        const recount = new BoardSums();
        for (const entry of kept.values()) recount.add(entry, 1);
        const byPlace = (rows: ReturnType<BoardSums["rows"]>) =>
          new Map(rows.map(({ grain, starts, unitId, counts }) => [`${grain} ${starts} ${unitId}`, counts]));
        expect(byPlace(sums.rows())).toEqual(byPlace(recount.rows()));
      }),
    );
  });

  it("counts an open late case late, also where its clock stopped since, and a case nobody accepted not at all", () => {
    const open: JudgedCase = {
      status: 4,
      acceptedAt: START,
      dueAt: START + 60_000,
      redated: false,
      supplements: 0,
      waits: [],
    };
    expect(boardEntry(open, PLACE, LATER)).toMatchObject({ late: true, honest: "late", official: "overdue" });
    const stopped = (pausedAt: Instant) => boardEntry({ ...open, pausedAt }, PLACE, LATER);
    expect(stopped(LATER)).toMatchObject({ late: true, paused: true, honest: "late" });
    expect(stopped(START + 60_000)).toMatchObject({ late: false, paused: true, honest: "running" });
    // Of two appointments the first was missed, the second is still to come.
    const second = { ...open, dueAt: LATER + 60_000, missedFirst: true };
    expect(boardEntry(second, PLACE, LATER)).toMatchObject({ late: true, honest: "late" });
    // Papers were asked for too late; the date that was counted anew afterwards is still to come.
    const anew = { ...open, dueAt: LATER + 60_000, missed: { at: START + 1, dueAt: START } };
    expect(boardEntry(anew, PLACE, LATER)).toMatchObject({ late: true, honest: "late", official: "overdue" });
    const { acceptedAt: _, ...never } = open;
    expect(boardEntry({ ...never, status: 1 }, PLACE, LATER)).toBeUndefined();
  });
});

/** The same appointments far enough ahead that some turn after `LATER`. */
function shift({ dueAt, newDueAt }: JudgedCase): Partial<JudgedCase> {
  const by = 150_000 * MINUTE_MS;
  return {
    ...(dueAt === undefined ? {} : { dueAt: dueAt + by }),
    ...(newDueAt === undefined ? {} : { newDueAt: newDueAt + by }),
  };
}
