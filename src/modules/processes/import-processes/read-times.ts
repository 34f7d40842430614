import type { TimeLimit } from "../../../kernel/time-limit.ts";

/** The limit of a procedure as its decision writes it, with the two appointments where it has them. */
export type Times = {
  readonly limit?: TimeLimit;
  readonly appointments?: { readonly first: TimeLimit; readonly second: TimeLimit };
  /** Why a person must look: several limits in one, no figure, appointments that do not add up. */
  readonly doubt?: "several-limits" | "no-limit" | "appointments-do-not-add-up" | "appointments-unclear";
};

const AMOUNT = String.raw`(\d+(?:[.,]\d+)?)\s*(ngày làm việc|ngày)`;

/** Reads "Không quá 08 ngày làm việc. Hẹn lần 1: không quá 05 ngày làm việc. Hẹn lần 2: …"; a sum of unlike limits is never guessed. */
export function readTimes(text: string): Times {
  const plain = text.normalize("NFC").toLowerCase();
  const [total = "", ...parts] = plain.split(/hẹn lần \d\s*:/);
  const limits = [...total.matchAll(new RegExp(AMOUNT, "g"))].map(limitOf);
  const [limit] = limits;
  // "Trong ngày, …; từ chối thì trong 02 ngày": the figure is not the limit, or not the only one.
  const isAlsoInDay = limit !== undefined && /trong ngày(?! \d)/.test(total);
  if (limits.length > 1 || isAlsoInDay) return { doubt: "several-limits" };
  if (limit === undefined) return { doubt: "no-limit" };
  if (parts.length === 0) return { limit };
  const appointments = parts.map((part) => {
    const figures = [...part.matchAll(new RegExp(AMOUNT, "g"))].map(limitOf);
    return figures.length === 1 ? figures[0] : undefined;
  });
  const [first, second] = appointments;
  if (appointments.length !== 2 || first === undefined || second === undefined)
    return { limit, doubt: "appointments-unclear" };
  const adds = first.unit === second.unit && first.amount + second.amount === limit.amount;
  return adds
    ? { limit, appointments: { first, second } }
    : { limit, appointments: { first, second }, doubt: "appointments-do-not-add-up" };
}

function limitOf(match: RegExpExecArray): TimeLimit {
  const amount = Number((match[1] ?? "").replace(",", "."));
  return { amount, unit: match[2] === "ngày làm việc" ? "working-day" : "calendar-day" };
}
