import { isReturn } from "./faults/step-faults.ts";
import type { DraftStep, Flow, ProcessStep, StepUnit } from "./process.ts";
import type { CallFault } from "./process-faults.ts";
import { flowsOf, targetsOf } from "./walk.ts";

/** The steps of the process in force for a procedure; undefined where there is none. */
export type FindSteps = (
  procedureCode: string,
  variantCode: string | undefined,
) => readonly DraftStep[] | undefined;

const END: Flow = { kind: "end" };

/** The steps with every called process in place, or why not. */
export type Expansion =
  | { readonly ok: true; readonly steps: readonly ProcessStep[] }
  | { readonly ok: false; readonly faults: readonly CallFault[] };

/**
 * Puts the steps between receipt and return of the called procedures in place of the steps that call them (liên
 * thông: NĐ 61/2018, Điều 19 khoản 6, khoản 7). Their ids get the caller's before them, and what their own unit decides is
 * decided by the unit that the caller names. Pure. Refuses with the faults: an unknown procedure, one that contains
 * itself, or one whose process cannot stand inside another.
 */
export function expandSubprocesses(
  steps: readonly DraftStep[],
  find: FindSteps,
  callers: readonly string[] = [],
): Expansion {
  const flows = flowsOf(steps);
  const expanded: ProcessStep[] = [];
  const faults: CallFault[] = [];
  /** The first and the last step that stand for a caller. */
  const heads = new Map<string, string>();
  for (const step of steps) {
    const then = flows.get(step.id) ?? { kind: "end" };
    const { subprocess, ...rest } = step;
    if (step.work !== "subprocess") {
      expanded.push({ ...rest, work: step.work, then });
      continue;
    }
    const inner = innerSteps(step, find, callers);
    if (!inner.ok) {
      faults.push(...inner.faults);
      continue;
    }
    heads.set(step.id, inner.steps[0]?.id ?? step.id);
    // Whatever left the called process for its return goes on where its caller goes on.
    expanded.push(...inner.steps.map((one) => (one.then?.kind === "end" ? { ...one, then } : one)));
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    steps: withoutNeedless(
      expanded.map((step) => ({ ...step, then: renamed(step.then, (id) => heads.get(id) ?? id) })),
    ),
  };
}

function innerSteps(caller: DraftStep, find: FindSteps, callers: readonly string[]): Expansion {
  const { procedureCode = "", variantCode } = caller.subprocess ?? {};
  const code = variantCode ?? procedureCode;
  const failed = (fault: CallFault["fault"]): Expansion => ({
    ok: false,
    faults: [{ fault, step: caller.id, code }],
  });
  if (callers.includes(code)) return failed("subprocess-recursive");
  const found = find(procedureCode, variantCode);
  const whole = found === undefined ? undefined : expandSubprocesses(found, find, [...callers, code]);
  if (whole === undefined) return failed("subprocess-unknown");
  // What a called process calls in turn is named by its own code, at the step that is before the reader.
  if (!whole.ok) return { ok: false, faults: whole.faults.map((fault) => ({ ...fault, step: caller.id })) };
  const flows = flowsOf(whole.steps);
  const inside = whole.steps
    .filter((step) => step.work !== "receive" && !isReturn(step))
    .map((step) => ({ ...step, then: flows.get(step.id) ?? END }));
  const known = new Set(inside.map(({ id }) => id));
  // A choice that may return at once, or one behind the receipt that falls away, has no step of ours to stand in.
  const returnsByChoice = inside.some(
    ({ then }) => then.kind === "choice" && targetsOf(then).some((id) => !known.has(id)),
  );
  const branchesAtOnce = flows.get(whole.steps[0]?.id ?? "")?.kind !== "to";
  if (inside.length === 0) return failed("subprocess-empty");
  if (returnsByChoice) return failed("subprocess-may-return");
  if (branchesAtOnce) return failed("subprocess-branches");
  return {
    ok: true,
    steps: inside.map((step) => ({
      ...step,
      id: `${caller.id}.${step.id}`,
      unit: unitFor(step.unit, caller.unit),
      then: leadsOut(step.then, known) ? END : renamed(step.then, (id) => `${caller.id}.${id}`),
    })),
  };
}

/** Whether a flow goes to what was cut off: the return of the called process. */
function leadsOut(flow: Flow, known: ReadonlySet<string>): boolean {
  return flow.kind === "end" || (flow.kind === "to" && !known.has(flow.step));
}

function unitFor(unit: StepUnit, ofCaller: StepUnit): StepUnit {
  return unit === "deciding-unit" ? ofCaller : unit;
}

function renamed(flow: Flow | undefined, name: (id: string) => string): Flow {
  switch (flow?.kind) {
    case "to":
      return { kind: "to", step: name(flow.step) };
    case "choice":
      return {
        kind: "choice",
        branches: flow.branches.map(({ when, to }) => ({ when, to: name(to) })),
        otherwise: name(flow.otherwise),
      };
    case "parallel":
      return { kind: "parallel", branches: flow.branches.map(name), join: name(flow.join) };
    default:
      return { kind: "end" };
  }
}

/** What only says "the step below" or "the end after the last" is not said. */
function withoutNeedless(steps: readonly ProcessStep[]): readonly ProcessStep[] {
  return steps.map(({ then, ...step }, index) => {
    const below = steps[index + 1]?.id;
    const needless = then?.kind === "to" ? then.step === below : then?.kind === "end" && below === undefined;
    return needless || then === undefined ? step : { ...step, then };
  });
}
