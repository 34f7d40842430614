import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeLimit } from "../../../kernel/time-limit.ts";
import { processFaults } from "../process-faults.ts";
import {
  callStep,
  makeStep,
  RECEIVE,
  RETURN,
  randomProcess,
  wholeProcess,
} from "../testing/random-process.ts";
import { longestWay } from "./budget.ts";
import { type CaseFacts, type Condition, FACT_VALUES, holdsFor } from "./condition.ts";
import type { DraftStep, Flow, ProcessStep } from "./process.ts";
import type { ProcessFault } from "./process-faults.ts";
import { walkOf } from "./walk.ts";

const to = (step: string): Flow => ({ kind: "to", step });
const words = (steps: readonly DraftStep[], limitHours?: number) =>
  processFaults(
    { steps },
    limitHours === undefined ? {} : { limit: { amount: limitHours, unit: "hour" } },
  ).map(({ fault }) => fault);
const fork = (join: string, ...branches: string[]): Flow => ({ kind: "parallel", branches, join });

/** A process that chooses by these conditions in turn. */
const choosing = (...all: Condition[]) =>
  wholeProcess(
    makeStep("a", {
      then: { kind: "choice", branches: all.map((when) => ({ when, to: "b" })), otherwise: "approve" },
    }),
    makeStep("b"),
  );

const facts: fc.Arbitrary<CaseFacts> = fc.record({
  variant: fc.constantFrom("", "x.01"),
  channel: fc.constantFrom("counter", "post", "online"),
  applicant: fc.constantFrom("citizen", "organisation"),
  level: fc.constantFrom("province", "commune"),
  "deciding-unit": fc.constant("H21.18"),
  mountain: fc.boolean(),
  fee: fc.integer({ min: 0, max: 200_000 }),
  papers: fc.integer({ min: 0, max: 9 }),
});

/** Does one open step after another, which of them chosen by `pick`, until nothing is open; how often each was opened. */
function play(steps: readonly ProcessStep[], known: CaseFacts, pick: (open: number) => number) {
  const walk = walkOf({ code: "x", steps });
  const opened = new Map<string, number>();
  let open = [walk.first().id];
  let last = "";
  for (let turns = 0; open.length > 0; turns++) {
    if (turns > 500) throw new Error("it never ends");
    const id = open[pick(open.length)] ?? "";
    last = id;
    opened.set(id, (opened.get(id) ?? 0) + 1);
    const others = open.filter((other) => other !== id);
    open = [...others, ...walk.after(id, known, others).map((step) => step.id)];
  }
  return { opened, last };
}

describe("the faults of a process", () => {
  it("finds none in any process made of work, choices and forks; each ends with the return, nothing opens twice", () => {
    fc.assert(
      fc.property(randomProcess, facts, fc.infiniteStream(fc.nat(6)), (steps, known, picks) => {
        expect(processFaults({ steps })).toEqual([]);
        const { opened, last } = play(steps, known, (open) => (picks.next().value ?? 0) % open);
        expect(last).toBe("return");
        expect([...opened.values()].every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("never lets the counted time of a walk exceed the longest way of a process without forks", () => {
    fc.assert(
      fc.property(randomProcess, facts, (steps, known) => {
        fc.pre(!steps.some(({ then }) => then?.kind === "parallel"));
        const { opened } = play(steps, known, () => 0);
        const walked = steps
          .filter((step) => opened.has(step.id) && step.uncounted === undefined)
          .reduce((sum, step) => sum + step.budgetMinutes, 0);
        expect(walked).toBeLessThanOrEqual(longestWay(steps));
      }),
    );
  });

  it.each<[ProcessFault["fault"], readonly DraftStep[]]>([
    ["no-steps", []],
    ["first-step-not-receive", wholeProcess().slice(1)],
    ["return-missing", wholeProcess().slice(0, -1)],
    ["step-id-twice", wholeProcess(makeStep("a"), makeStep("a"))],
    ["step-id-invalid", wholeProcess(makeStep("Bước 1"))],
    ["step-without-name", wholeProcess(makeStep("a", { name: " " }))],
    ["budget-invalid", wholeProcess(makeStep("a", { budgetMinutes: 1.5 }))],
    ["step-without-budget", wholeProcess(makeStep("a", { budgetMinutes: 0 }))],
    ["silence-without-opinion", wholeProcess(makeStep("a", { silence: "consent" }))],
    ["post-not-in-unit", wholeProcess(makeStep("a", { post: "desk-officer" }))],
    ["unreachable", wholeProcess(makeStep("a", { then: to("approve") }), makeStep("b"))],
    ["dead-end", wholeProcess(makeStep("a", { then: { kind: "end" } }))],
    ["goes-on-after-return", [...wholeProcess(), makeStep("a")]],
    ["loop", wholeProcess(makeStep("a"), makeStep("b", { then: to("a") }))],
    ["unknown-target", wholeProcess(makeStep("a", { then: to("nowhere") }))],
    [
      "unknown-target",
      wholeProcess(makeStep("a", { then: fork("nowhere", "b", "c") }), makeStep("b"), makeStep("c")),
    ],
    ["too-few-branches", wholeProcess(makeStep("a", { then: fork("approve", "b") }), makeStep("b"))],
    [
      "too-few-branches",
      wholeProcess(makeStep("a", { then: { kind: "choice", branches: [], otherwise: "approve" } })),
    ],
    [
      "join-is-branch",
      wholeProcess(
        makeStep("a", { then: fork("approve", "b", "c", "approve") }),
        makeStep("b", { then: to("approve") }),
        makeStep("c"),
      ),
    ],
    [
      "branch-twice",
      wholeProcess(
        makeStep("a", { then: fork("approve", "b", "c", "b") }),
        makeStep("b", { then: to("approve") }),
        makeStep("c"),
      ),
    ],
    [
      "branches-share-step",
      wholeProcess(makeStep("a", { then: fork("approve", "b", "c") }), makeStep("b"), makeStep("c")),
    ],
    [
      "uncounted-in-branch",
      wholeProcess(
        makeStep("a", { then: fork("approve", "b", "c") }),
        makeStep("b", { then: to("approve"), uncounted: "survey" }),
        makeStep("c"),
      ),
    ],
    [
      "decision-in-branch",
      wholeProcess(
        makeStep("a", { then: fork("z", "b", "c") }),
        makeStep("b", { then: to("z"), work: "approve", post: "leader" }),
        makeStep("c"),
        makeStep("z"),
      ),
    ],
    [
      "branch-without-join",
      [
        RECEIVE,
        makeStep("a", { then: fork("approve", "b", "c") }),
        makeStep("b", { then: to("early") }),
        makeStep("c", { then: to("approve") }),
        ...wholeProcess().slice(1),
        { ...RETURN, id: "early" },
      ],
    ],
    [
      "branch-entered",
      wholeProcess(
        makeStep("x", {
          then: {
            kind: "choice",
            branches: [{ when: { fact: "mountain", is: "one-of", values: [true] }, to: "b" }],
            otherwise: "a",
          },
        }),
        makeStep("a", { then: fork("approve", "b", "c") }),
        makeStep("b", { then: to("approve") }),
        makeStep("c"),
      ),
    ],
    ["return-before-issue", [RECEIVE, makeStep("a"), RETURN]],
    ["issue-before-approval", wholeProcess().filter(({ id }) => id !== "approve")],
    [
      "condition-misfit",
      wholeProcess(
        makeStep("a", {
          then: {
            kind: "choice",
            branches: [{ when: { fact: "mountain", is: "at-least", value: 1 }, to: "approve" }],
            otherwise: "b",
          },
        }),
        makeStep("b"),
      ),
    ],
    ["subprocess-unnamed", [RECEIVE, { ...makeStep("a"), work: "subprocess" }, RETURN]],
  ])("names %s", (word, steps) => {
    expect(words(steps)).toContain(word);
  });

  it("says who can do a step where its post cannot", () => {
    const steps = wholeProcess(makeStep("a")).map((step) =>
      step.id === "approve" ? { ...step, post: "specialist" as const } : step,
    );
    expect(processFaults({ steps })).toEqual([
      {
        fault: "post-cannot-do-work",
        step: "approve",
        post: "specialist",
        work: "approve",
        posts: ["leader"],
      },
    ]);
  });

  it("wants the result drafted on every way before anybody reviews, approves or issues it, and says so once", () => {
    const ofWay = (...steps: ProcessStep[]) =>
      processFaults({ steps: wholeProcess(...steps) }).map((fault) =>
        "step" in fault ? `${fault.fault} ${fault.step}` : fault.fault,
      );
    const head = { post: "division-head" } as const;
    expect(ofWay()).toEqual(["needs-draft approve"]);
    expect(ofWay(makeStep("a", head))).toEqual(["needs-draft approve"]);
    expect(ofWay(makeStep("a", { outcomes: ["send-back"] }))).toEqual(["needs-draft approve"]);
    expect(ofWay(makeStep("a", { outcomes: ["draft-result"] }))).toEqual([]);
    expect(ofWay(makeStep("look", { ...head, work: "review" }), makeStep("a"))).toEqual(["needs-draft look"]);
    const mountain = { fact: "mountain", is: "one-of", values: [true] } as const;
    const either: Flow = { kind: "choice", branches: [{ when: mountain, to: "a" }], otherwise: "b" };
    expect(
      ofWay(
        makeStep("x", { ...head, then: either }),
        makeStep("a", { then: to("approve") }),
        makeStep("b", { work: "opinion" }),
      ),
    ).toEqual(["needs-draft approve"]);
  });

  it("takes what one branch drafts as there at the join, not in the branch beside it", () => {
    const forked = (work: ProcessStep["work"]) =>
      processFaults({
        steps: wholeProcess(
          makeStep("x", { post: "division-head", then: fork("approve", "a", "b") }),
          makeStep("a", { then: to("approve") }),
          makeStep("b", { post: "division-head", work }),
        ),
      });
    expect(forked("opinion")).toEqual([]);
    expect(forked("review")).toEqual([{ fault: "needs-draft", step: "b" }]);
  });

  it("compares the longest way with the limit, and says both figures", () => {
    const steps = wholeProcess(makeStep("a", { budgetMinutes: 480 }));
    expect(words(steps, 12)).toEqual([]);
    expect(processFaults({ steps }, { limit: { amount: 11, unit: "hour" } })).toEqual([
      { fault: "over-limit", minutes: 720, limit: { amount: 11, unit: "hour" } },
    ]);
  });

  it.each<[TimeLimit, number]>([
    [{ amount: 20, unit: "calendar-day" }, 20],
    [{ amount: 2, unit: "month" }, 46],
    [{ amount: 1, unit: "in-day" }, 1],
  ])("finds what no %o can hold, on whichever dates it falls", (limit, days) => {
    // Receipt, approval, issue and return have an hour each.
    const steps = (minutes: number) => wholeProcess(makeStep("a", { budgetMinutes: minutes - 240 }));
    expect(processFaults({ steps: steps(days * 480) }, { limit })).toEqual([]);
    const over = { minutes: days * 480 + 1, limit };
    expect(processFaults({ steps: steps(days * 480 + 1) }, { limit })).toEqual([
      { fault: "over-limit", ...over },
    ]);
    const pay = makeStep("pay", { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 });
    const terms = { appointments: { first: limit, second: { amount: 9, unit: "month" } } } as const;
    const paid = [
      RECEIVE,
      makeStep("a", { budgetMinutes: over.minutes - 60 }),
      pay,
      ...wholeProcess().slice(1),
    ];
    expect(processFaults({ steps: paid, terms })).toEqual([{ fault: "over-appointment", part: 1, ...over }]);
  });

  it("holds each part of two appointments against its own limit: 5 days and 3 after the payment", () => {
    const day = 480;
    const steps = (before: number, after: number) =>
      wholeProcess(
        makeStep("a", { budgetMinutes: before - 60 }),
        makeStep("pay", { work: "await-payment", uncounted: "financial-duty", budgetMinutes: 0 }),
        makeStep("b", { budgetMinutes: after - 180 }),
      );
    const terms = {
      appointments: {
        first: { amount: 5, unit: "working-day" },
        second: { amount: 3, unit: "working-day" },
      },
    } as const;
    expect(processFaults({ steps: steps(5 * day, 3 * day), terms })).toEqual([]);
    expect(processFaults({ steps: steps(6 * day, 3 * day), terms })).toEqual([
      { fault: "over-appointment", part: 1, minutes: 6 * day, limit: terms.appointments.first },
    ]);
    expect(processFaults({ steps: steps(5 * day, 4 * day), terms })).toEqual([
      { fault: "over-appointment", part: 2, minutes: 4 * day, limit: terms.appointments.second },
    ]);
    expect(processFaults({ steps: wholeProcess(makeStep("a")), terms })).toEqual([
      { fault: "appointments-without-payment" },
    ]);
  });

  it("finds a choice by a value that no case has", () => {
    const misfits = (when: Condition) =>
      processFaults(
        { steps: choosing(when) },
        {
          variants: ["", "1.01"],
          levels: ["province"],
          currentUnit: (code) => (code === "H21.18" ? code : undefined),
        },
      ).map((fault) => (fault.fault === "condition-value-unknown" ? fault.value : fault.fault));
    expect(misfits({ fact: "channel", is: "one-of", values: ["online", "onlin"] })).toEqual(["onlin"]);
    expect(misfits({ fact: "applicant", is: "one-of", values: ["person"] })).toEqual(["person"]);
    expect(misfits({ fact: "variant", is: "one-of", values: ["1.01", "1.02"] })).toEqual(["1.02"]);
    expect(misfits({ fact: "level", is: "one-of", values: ["district"] })).toEqual(["district"]);
    expect(misfits({ fact: "deciding-unit", is: "one-of", values: ["H21.18", "H9"] })).toEqual(["H9"]);
    expect(misfits({ fact: "papers", is: "one-of", values: [2, -1] })).toEqual(["-1"]);
  });

  it("finds a condition whose cases all go another way above it", () => {
    const never = (...all: Condition[]) =>
      processFaults({ steps: choosing(...all) }).map((fault) =>
        fault.fault === "condition-never-asked" ? all.lastIndexOf(fault.condition) : fault.fault,
      );
    const mountain = (value: boolean): Condition => ({ fact: "mountain", is: "one-of", values: [value] });
    const fee = (is: "at-least" | "below", value: number): Condition => ({ fact: "fee", is, value });
    const unit = (...values: string[]): Condition => ({ fact: "deciding-unit", is: "one-of", values });
    expect(never(mountain(true), fee("below", 10), mountain(true))).toEqual([2]);
    expect(never(mountain(true), mountain(false))).toEqual([]);
    expect(never(mountain(true), mountain(false), fee("below", 10))).toEqual([2]);
    expect(never(fee("at-least", 100), fee("at-least", 10), fee("at-least", 50))).toEqual([2]);
    expect(never(fee("below", 10), fee("at-least", 11), fee("below", 11), fee("below", 99))).toEqual([3]);
    expect(never(fee("below", 0))).toEqual([0]);
    expect(never(unit("H1", "H2"), unit("H2", "H3"), unit("H3", "H1"))).toEqual([2]);
  });

  it("calls a condition never asked exactly where no case is found that takes it", () => {
    const condition = fc.oneof(
      fc.record({
        fact: fc.constantFrom("fee", "papers"),
        is: fc.constantFrom("at-least", "below"),
        value: fc.nat(4),
      }),
      fc.record({
        fact: fc.constant("channel"),
        is: fc.constant("one-of"),
        values: fc.uniqueArray(fc.constantFrom("counter", "post", "online"), { minLength: 1 }),
      }),
    ) as fc.Arbitrary<Condition>;
    const few = [0, 1, 2, 3, 4, 5];
    const cases = few.flatMap((papers) =>
      few.flatMap((fee) =>
        FACT_VALUES.channel.map((channel) => ({ papers, fee, channel }) as unknown as CaseFacts),
      ),
    );
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), (all) => {
        const taken = new Set(cases.map((known) => all.findIndex((one) => holdsFor(one, known))));
        const never = processFaults({ steps: choosing(...all) }).filter(
          ({ fault }) => fault === "condition-never-asked",
        );
        expect(never).toHaveLength(all.filter((_, index) => !taken.has(index)).length);
      }),
    );
  });

  it("lets a draft call another procedure, which decides by itself", () => {
    expect(words([RECEIVE, callStep("other", "1.001193"), RETURN])).toEqual([]);
  });
});
