import fc from "fast-check";
import type { Condition } from "../domain/condition.ts";
import type { DraftStep, Flow, ProcessStep } from "../domain/process.ts";

/** A step for tests; a counted piece of work of the deciding unit unless said otherwise. */
export function makeStep(id: string, change: Partial<ProcessStep> = {}): ProcessStep {
  return {
    id,
    name: `Bước ${id}`,
    nameEn: `Step ${id}`,
    unit: "deciding-unit",
    post: "specialist",
    work: "process",
    budgetMinutes: 60,
    ...change,
  };
}

export const RECEIVE = makeStep("receive", { unit: "receiving-desk", post: "desk-officer", work: "receive" });
export const APPROVE = makeStep("approve", { post: "leader", work: "approve" });
export const ISSUE = makeStep("issue", { post: "clerk", work: "issue" });
export const RETURN = makeStep("return", { unit: "receiving-desk", post: "desk-officer", work: "return" });

/** Receipt, the given steps, approval, issue, return. */
export function wholeProcess(...steps: readonly ProcessStep[]): readonly ProcessStep[] {
  return [RECEIVE, ...steps, APPROVE, ISSUE, RETURN];
}

type Block =
  | { readonly kind: "work"; readonly budget: number; readonly step: Partial<ProcessStep> }
  | {
      readonly kind: "choice";
      readonly when: Condition;
      readonly yes: readonly Block[];
      readonly no: readonly Block[];
    }
  | { readonly kind: "parallel"; readonly branches: readonly (readonly Block[])[] };

const when: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { fact: "mountain", is: "one-of", values: [true] },
    { fact: "channel", is: "one-of", values: ["online", "post"] },
    { fact: "fee", is: "at-least", value: 100_000 },
    { fact: "papers", is: "below", value: 3 },
  ),
);
const inBranch = fc.constantFrom<Partial<ProcessStep>>(
  {},
  { unit: "unit:H21.18" },
  { work: "opinion", silence: "consent", unit: "unit-above" },
  { work: "review", post: "division-head", outcomes: ["send-back", "ask-opinion"] },
);
const outside = fc.oneof(
  inBranch,
  fc.constantFrom<Partial<ProcessStep>>(
    { work: "await-payment", uncounted: "financial-duty" },
    { work: "await-outside", uncounted: "survey", unit: "province-committee" },
  ),
);

function blocks(depth: number, isBranch: boolean): fc.Arbitrary<readonly Block[]> {
  const work: fc.Arbitrary<Block> = fc.record({
    kind: fc.constant("work" as const),
    budget: fc.integer({ min: 1, max: 2000 }),
    step: isBranch ? inBranch : outside,
  });
  if (depth === 0) return fc.array(work, { minLength: 1, maxLength: 2 });
  const block = fc.oneof(
    { weight: 3, arbitrary: work },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("choice" as const),
        when,
        yes: blocks(depth - 1, isBranch),
        no: blocks(depth - 1, isBranch),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("parallel" as const),
        branches: fc.array(blocks(depth - 1, true), { minLength: 2, maxLength: 3 }),
      }),
    },
  );
  return fc.array(block, { minLength: 1, maxLength: 3 });
}

/** Somebody drafts the result before it is reviewed. */
const DRAFTING: Block = { kind: "work", budget: 60, step: {} };

/** Random block-structured processes without a fault: choices and forks within each other, waits, opinions. */
export const randomProcess: fc.Arbitrary<readonly ProcessStep[]> = blocks(2, false).map((list) => {
  let last = 0;
  const id = () => `s${++last}`;
  const steps: ProcessStep[] = [];
  /** Writes the blocks so that they lead to `join`; the id of the first. */
  const write = (list: readonly Block[], join: string): string => {
    const [block, ...rest] = list;
    if (block === undefined) return join;
    const own = id();
    const at = steps.length;
    steps.push(makeStep(own));
    const then = flowOf(block, write(rest, join), write);
    const change = block.kind === "work" ? { budgetMinutes: block.budget, ...block.step } : {};
    steps[at] = makeStep(own, { ...change, then });
    return own;
  };
  const first = write([DRAFTING, ...list], "approve");
  return [{ ...RECEIVE, then: { kind: "to", step: first } }, ...steps, APPROVE, ISSUE, RETURN];
});

function flowOf(block: Block, after: string, write: (list: readonly Block[], join: string) => string): Flow {
  switch (block.kind) {
    case "work":
      return { kind: "to", step: after };
    case "choice": {
      const yes = write(block.yes, after);
      return { kind: "choice", branches: [{ when: block.when, to: yes }], otherwise: write(block.no, after) };
    }
    case "parallel":
      return {
        kind: "parallel",
        branches: block.branches.map((branch) => write(branch, after)),
        join: after,
      };
  }
}

/** A step that stands for another procedure. */
export function callStep(id: string, procedureCode: string, change: Partial<DraftStep> = {}): DraftStep {
  return { ...makeStep(id), subprocess: { procedureCode }, ...change, work: "subprocess", budgetMinutes: 0 };
}
