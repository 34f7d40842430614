import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
import type { CaseFacts } from "./condition.ts";
import type { DraftStep, Flow, ProcessStep } from "./process.ts";
import type { ProcessFault } from "./process-faults.ts";
import { walkOf } from "./walk.ts";

const to = (step: string): Flow => ({ kind: "to", step });
const words = (steps: readonly DraftStep[]) => processFaults({ steps }).map(({ fault }) => fault);
const fork = (join: string, ...branches: string[]): Flow => ({ kind: "parallel", branches, join });

/** A finished case is asked for an opinion, and would wait for a payment behind it. */
const FINISHED_TO_PAYMENT = [
  makeStep("ask", { work: "opinion" }),
  makeStep("pay", {
    work: "await-payment",
    post: "desk-officer",
    unit: "receiving-desk",
    uncounted: "financial-duty",
  }),
  makeStep("again", { work: "issue", post: "clerk" }),
];

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
    [
      "receive-twice",
      wholeProcess(
        makeStep("a"),
        makeStep("b", { unit: "receiving-desk", post: "desk-officer", work: "receive" }),
      ),
    ],
    [
      "goes-on-after-return",
      wholeProcess(
        makeStep("a"),
        makeStep("b", { unit: "unit:H21.18", post: "desk-officer", work: "return" }),
      ),
    ],
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
    ["work-after-issue", [...wholeProcess(makeStep("a")).slice(0, -1), makeStep("b"), RETURN]],
    ["work-after-issue", [...wholeProcess(makeStep("a")).slice(0, -1), ...FINISHED_TO_PAYMENT, RETURN]],
    [
      "payment-after-receipt",
      wholeProcess(makeStep("pay", { work: "await-payment", uncounted: "financial-duty" }), makeStep("a")),
    ],
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

  it("lets silence be an answer only where some day is given to answer by", () => {
    const whenSilent = { outcome: "granted", basis: "Điều 8" } as const;
    const steps = wholeProcess(makeStep("a"));
    const limit = { amount: 5, unit: "working-day" } as const;
    expect(processFaults({ steps, terms: { whenSilent } }, { limit: "none" })).toEqual([
      { fault: "silence-without-limit" },
    ]);
    expect(processFaults({ steps, terms: { whenSilent } }, { limit })).toEqual([]);
    expect(processFaults({ steps, terms: {} }, { limit: "none" })).toEqual([]);
  });

  it("lets a draft call another procedure, which decides by itself", () => {
    expect(words([RECEIVE, callStep("other", "1.001193"), RETURN])).toEqual([]);
  });
});
