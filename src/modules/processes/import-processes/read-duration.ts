import { MINUTES_OF_A_WORKING_DAY } from "../../../kernel/time-limit.ts";

/** The time of a step as a table writes it. */
export type Duration =
  | { readonly kind: "minutes"; readonly minutes: number }
  /** "Giờ hành chính": within office hours, without a figure. */
  | { readonly kind: "office-hours" }
  /** An empty cell: the decision gives no time, or the time is not counted. */
  | { readonly kind: "none" }
  | { readonly kind: "unread" };

/** Reads "0,5 ngày", "03 ngày", "2 giờ", "Giờ hành chính"; a day of a table has eight working hours. */
export function readDuration(text: string): Duration {
  const plain = text.normalize("NFC").trim().toLowerCase();
  if (plain === "") return { kind: "none" };
  if (plain === "giờ hành chính") return { kind: "office-hours" };
  const written = /^(\d+(?:[.,]\d+)?)\s*(ngày(?: làm việc)?|giờ)$/.exec(plain);
  if (written === null) return { kind: "unread" };
  const amount = Number((written[1] ?? "").replace(",", "."));
  const minutes = amount * (written[2] === "giờ" ? 60 : MINUTES_OF_A_WORKING_DAY);
  return Number.isInteger(minutes) && minutes > 0 ? { kind: "minutes", minutes } : { kind: "unread" };
}
