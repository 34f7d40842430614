import type { DraftStep } from "../process.ts";
import type { CheckedProcess, Posts, ProcessFault, Surroundings } from "../process-faults.ts";
import { limitsAround } from "./budget-faults.ts";
import { choiceFaults } from "./choice-faults.ts";

/** What each step says of itself, wherever it stands. */
export function stepFaults(
  { steps, terms }: CheckedProcess,
  posts: Posts,
  around: Surroundings,
): readonly ProcessFault[] {
  const [first] = steps;
  const faults = steps.flatMap((step, index) => [
    ...nameFaults(step, steps.slice(0, index)),
    ...postFaults(step, posts),
    ...unitFaults(step, around),
    ...timeFaults(step),
    ...choiceFaults(step, around),
  ]);
  if (first !== undefined && (first.work !== "receive" || first.unit !== "receiving-desk"))
    faults.unshift({ fault: "first-step-not-receive", step: first.id });
  for (const { id } of steps.slice(1).filter(({ work }) => work === "receive"))
    faults.push({ fault: "receive-twice", step: id });
  if (!steps.some(isReturn)) faults.push({ fault: "return-missing" });
  if (terms?.whenSilent !== undefined && terms.whenSilent.basis.trim() === "")
    faults.push({ fault: "silence-without-basis" });
  // Silence is an answer once the appointment has passed.
  const isWithout = limitsAround(around).some(({ limit }) => limit === "none");
  const hasNoTerm = isWithout && terms?.appointments === undefined;
  if (terms?.whenSilent !== undefined && hasNoTerm) faults.push({ fault: "silence-without-limit" });
  return faults;
}

/** The result goes back over the desk that received (NĐ 61/2018, Điều 20). */
export function isReturn({ work, unit }: Pick<DraftStep, "work" | "unit">): boolean {
  return work === "return" && unit === "receiving-desk";
}

function nameFaults(step: DraftStep, before: readonly DraftStep[]): ProcessFault[] {
  const { id } = step;
  const faults: ProcessFault[] = [];
  if (!/^[a-z0-9][a-z0-9.-]{0,79}$/.test(id)) faults.push({ fault: "step-id-invalid", step: id });
  if (before.some((other) => other.id === id)) faults.push({ fault: "step-id-twice", step: id });
  if (step.name.trim() === "") faults.push({ fault: "step-without-name", step: id });
  if (step.work === "subprocess" && step.subprocess === undefined)
    faults.push({ fault: "subprocess-unnamed", step: id });
  return faults;
}

function postFaults({ id, unit, post, work }: DraftStep, { doing }: Posts): ProcessFault[] {
  const faults: ProcessFault[] = [];
  // Only officers of a desk work at a desk, and nowhere else.
  if ((unit === "receiving-desk") !== (post === "desk-officer") && !unit.startsWith("unit:"))
    faults.push({ fault: "post-not-in-unit", step: id });
  // A step that stands for another procedure is done by the posts of that one.
  if (work !== "subprocess" && !doing[work].includes(post))
    faults.push({ fault: "post-cannot-do-work", step: id, post, work, posts: doing[work] });
  return faults;
}

/** A unit that is named by its code does the work itself: it stands, and nobody has taken over from it. */
function unitFaults({ id, unit }: DraftStep, { currentUnit }: Surroundings): ProcessFault[] {
  if (currentUnit === undefined || !unit.startsWith("unit:")) return [];
  const code = unit.slice("unit:".length);
  const successor = currentUnit(code);
  if (successor === undefined) return [{ fault: "unit-unknown", step: id, code }];
  return successor === code ? [] : [{ fault: "unit-ended", step: id, code, successor }];
}

function timeFaults({ id, budgetMinutes, uncounted, work, silence }: DraftStep): ProcessFault[] {
  const faults: ProcessFault[] = [];
  if (!Number.isInteger(budgetMinutes) || budgetMinutes < 0)
    faults.push({ fault: "budget-invalid", step: id });
  // What a sub-process takes comes with its steps; results are returned in office hours, without a figure.
  else if (budgetMinutes === 0 && uncounted === undefined && work !== "subprocess" && work !== "return")
    faults.push({ fault: "step-without-budget", step: id });
  if (silence !== undefined && work !== "opinion")
    faults.push({ fault: "silence-without-opinion", step: id });
  return faults;
}
