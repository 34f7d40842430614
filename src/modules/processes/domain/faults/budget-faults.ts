import { isCountable, mostWorkingMinutes, type TimeLimit } from "../../../../kernel/time-limit.ts";
import { longestWay } from "../budget.ts";
import type { DraftStep, Flow } from "../process.ts";
import type { CheckedProcess, ProcessFault, Surroundings } from "../process-faults.ts";
import { flowsOf } from "../walk.ts";

const END: Flow = { kind: "end" };

/** The counted time of the longest way against the most that the limit of the procedure can hold. */
export function limitFaults(
  steps: readonly DraftStep[],
  { limit }: Pick<Surroundings, "limit">,
): readonly ProcessFault[] {
  const minutes = longestWay(steps);
  return limit !== undefined && limit !== "none" && minutes > mostWorkingMinutes(limit)
    ? [{ fault: "over-limit", minutes, limit }]
    : [];
}

/** Two appointments: what comes before the first payment on a way fits the first, what comes after it the second. */
export function appointmentFaults({ steps, terms }: CheckedProcess): readonly ProcessFault[] {
  if (terms?.appointments === undefined) return [];
  const flows = flowsOf(steps);
  const known = steps.map((step) => ({ ...step, then: flows.get(step.id) ?? END }));
  const payments = known.filter(isPayment);
  if (payments.length === 0) return [{ fault: "appointments-without-payment" }];
  const { first, second } = terms.appointments;
  // A way without payment must fit the first appointment as a whole.
  const before = longestWay(known.map((step) => (isPayment(step) ? { ...step, then: END } : step)));
  const after = payments.map((payment) => longestWay([payment, ...known.filter((step) => step !== payment)]));
  return [...part(1, before, first), ...part(2, Math.max(...after), second)];
}

const isPayment = ({ work }: Pick<DraftStep, "work">): boolean => work === "await-payment";

function part(number: 1 | 2, minutes: number, limit: TimeLimit): readonly ProcessFault[] {
  if (!isCountable(limit)) return [{ fault: "appointment-uncountable", part: number }];
  return minutes > mostWorkingMinutes(limit)
    ? [{ fault: "over-appointment", part: number, minutes, limit }]
    : [];
}
