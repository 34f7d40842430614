import {
  isCountable,
  limitInWorkingMinutes,
  mostWorkingMinutes,
  type TimeLimit,
} from "../../../../kernel/time-limit.ts";
import { longestWay } from "../budget.ts";
import { type ChannelFact, FACT_VALUES } from "../condition.ts";
import type { DraftStep, Flow } from "../process.ts";
import type { CheckedProcess, ProcessFault, Surroundings } from "../process-faults.ts";
import { flowsOf } from "../walk.ts";

const END: Flow = { kind: "end" };

type Limited = Pick<Surroundings, "limit" | "limitByChannel">;

/** The limits by which cases of the process are judged: one of all, or one for each channel where those differ. */
export function limitsAround({ limit, limitByChannel = {} }: Limited): readonly {
  readonly channel?: ChannelFact;
  readonly limit: Surroundings["limit"];
}[] {
  if (Object.keys(limitByChannel).length === 0) return [{ limit }];
  return FACT_VALUES.channel.map((channel) => ({ channel, limit: limitByChannel[channel] ?? limit }));
}

/** The counted time of the longest way against the most that the limit can hold, of each channel its own ways. */
export function limitFaults(steps: readonly DraftStep[], around: Limited): readonly ProcessFault[] {
  return limitsAround(around).flatMap(({ limit, ...of }): ProcessFault[] => {
    const minutes = longestWay(steps, of.channel);
    return limit !== undefined && limit !== "none" && minutes > mostWorkingMinutes(limit)
      ? [{ fault: "over-limit", minutes, limit, ...of }]
      : [];
  });
}

/**
 * Two appointments: what comes before the first payment on a way fits the first, what comes after it the second, and
 * both together are not more than the limit.
 */
export function appointmentFaults(
  { steps, terms }: CheckedProcess,
  around: Limited,
): readonly ProcessFault[] {
  if (terms?.appointments === undefined) return [];
  const flows = flowsOf(steps);
  const known = steps.map((step) => ({ ...step, then: flows.get(step.id) ?? END }));
  const payments = known.filter(isPayment);
  if (payments.length === 0) return [{ fault: "appointments-without-payment" }];
  const { first, second } = terms.appointments;
  // A way without payment must fit the first appointment as a whole.
  const before = longestWay(known.map((step) => (isPayment(step) ? { ...step, then: END } : step)));
  const after = payments.map((payment) => longestWay([payment, ...known.filter((step) => step !== payment)]));
  return [
    ...part(1, before, first),
    ...part(2, Math.max(...after), second),
    ...togetherFaults(first, second, around),
  ];
}

/** Whether two appointments promise more than the law gives; days that do not compare with the limit are not added up. */
function togetherFaults(first: TimeLimit, second: TimeLimit, around: Limited): readonly ProcessFault[] {
  return limitsAround(around).flatMap(({ limit, ...of }): ProcessFault[] => {
    if (limit === undefined || limit === "none") return [];
    const [one, two, both] = [first, second, limit].map(limitInWorkingMinutes);
    return one !== undefined && two !== undefined && both !== undefined && one + two > both
      ? [{ fault: "appointments-over-limit", limit, ...of }]
      : [];
  });
}

const isPayment = ({ work }: Pick<DraftStep, "work">): boolean => work === "await-payment";

function part(number: 1 | 2, minutes: number, limit: TimeLimit): readonly ProcessFault[] {
  if (!isCountable(limit)) return [{ fault: "appointment-uncountable", part: number }];
  return minutes > mostWorkingMinutes(limit)
    ? [{ fault: "over-appointment", part: number, minutes, limit }]
    : [];
}
