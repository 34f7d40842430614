import fc from "fast-check";
import type { Flow, ProcessDefinition, ProcessStep } from "../../processes/index.ts";

/** A part of a process, as it is drawn before its steps have names. */
type Block =
  | { readonly kind: "step"; readonly work: Work; readonly budget: number; readonly consent: boolean }
  | { readonly kind: "choice"; readonly branches: readonly [readonly Block[], readonly Block[]] }
  | { readonly kind: "parallel"; readonly branches: readonly (readonly Block[])[] };

type Work = "process" | "opinion" | "await-outside" | "await-payment" | "uncounted-outside";

const WORKS: readonly Work[] = ["process", "opinion", "await-outside", "await-payment", "uncounted-outside"];

const anyStep: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant("step" as const),
  work: fc.constantFrom<Work>("process", ...WORKS),
  budget: fc.integer({ min: 1, max: 8 }).map((quarters) => quarters * 120),
  consent: fc.boolean(),
});

const { blocks: anyBlocks } = fc.letrec<{ blocks: readonly Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 2, depthSize: "small", withCrossShrink: true },
    anyStep,
    fc.record({ kind: fc.constant("choice" as const), branches: fc.tuple(tie("blocks"), tie("blocks")) }),
    fc.record({
      kind: fc.constant("parallel" as const),
      branches: fc.array(tie("blocks"), { minLength: 2, maxLength: 2 }),
    }),
  ),
}));

/**
 * Random processes that branch: choices, parallel branches with their join, opinions with and without silence as consent,
 * waits that count and that do not; nested. They begin at the desk and end with approval, issue and return.
 */
export const anyProcess: fc.Arbitrary<ProcessDefinition> = anyBlocks.map((blocks) => {
  const steps: ProcessStep[] = [];
  const name = () => `s${steps.length}`;
  steps.push(stepOf("receive", "receive", "desk-officer", 240));
  laySequence(blocks, steps, name, (last) => ({ ...last, then: { kind: "to", step: "approve" } }));
  steps.push(
    stepOf("approve", "approve", "leader", 240),
    stepOf("issue", "issue", "clerk", 120),
    stepOf("return", "return", "desk-officer", 120),
  );
  return { code: "9.000001", version: 1, steps };
});

type Ended = (last: ProcessStep) => ProcessStep;

/** Lays blocks one after the other; each begins with a step of work, so that forks and joins have a holder. */
function laySequence(blocks: readonly Block[], steps: ProcessStep[], name: () => string, end: Ended): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "step") {
      steps.push(stepOfBlock(name(), block));
    } else {
      const fork = stepOf(name(), "process", "specialist", 240);
      const at = steps.push(fork) - 1;
      const join = `j${at}`;
      const starts = block.branches.map((branch) => {
        const first = name();
        laySequence(branch, steps, name, (last) => ({ ...last, then: { kind: "to", step: join } }));
        return first;
      });
      steps[at] = { ...fork, then: forkOf(block.kind, starts, join) };
      steps.push(stepOf(join, "process", "specialist", 240));
    }
    const last = steps.at(-1);
    if (index === blocks.length - 1 && last !== undefined) steps[steps.length - 1] = end(last);
  }
}

function forkOf(kind: "choice" | "parallel", starts: readonly string[], join: string): Flow {
  if (kind === "parallel") return { kind, branches: starts, join };
  const [first = join, otherwise = join] = starts;
  const when = { fact: "papers", is: "at-least", value: 2 } as const;
  return { kind, branches: [{ when, to: first }], otherwise };
}

function stepOfBlock(id: string, block: Block & { readonly kind: "step" }): ProcessStep {
  switch (block.work) {
    case "process":
      return stepOf(id, "process", "specialist", block.budget);
    case "opinion":
      return {
        ...stepOf(id, "opinion", "specialist", block.budget),
        unit: "unit:OTHER",
        ...(block.consent ? { silence: "consent" as const } : {}),
      };
    case "await-outside":
      return stepOf(id, "await-outside", "specialist", block.budget);
    case "await-payment":
      return { ...stepOf(id, "await-payment", "desk-officer", 0), uncounted: "financial-duty" };
    case "uncounted-outside":
      return { ...stepOf(id, "await-outside", "specialist", 0), uncounted: "survey" };
  }
}

function stepOf(
  id: string,
  work: ProcessStep["work"],
  post: ProcessStep["post"],
  budgetMinutes: number,
): ProcessStep {
  const atDesk = post === "desk-officer";
  return {
    id,
    name: id,
    nameEn: id,
    unit: atDesk ? "receiving-desk" : "deciding-unit",
    post,
    work,
    budgetMinutes,
  };
}
