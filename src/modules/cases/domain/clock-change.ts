import type { Instant, LocalDate } from "../../../kernel/time.ts";
import type { GroupTotal } from "./group-part.ts";

/** The document by which something was sent or came back: its number and the date that it bears. */
export type Evidence = { readonly number: string; readonly date: LocalDate };

/** What an action does to the legal clock; absent: nothing. */
export type ClockChange =
  | {
      readonly kind: "started" | "restarted";
      readonly dueAt?: Instant;
      readonly carried?: "days";
      readonly calendar: string;
      readonly rules: string;
      /** Of a member of a group: the time of the whole, which its date keeps. */
      readonly within?: GroupTotal;
    }
  /** Said again while it stands still: what is waited for is another thing now. */
  | {
      readonly kind: "paused";
      readonly why: "supplement" | "financial-duty" | "uncounted";
      /** Which time it is that does not count. */
      readonly reason?: string;
      readonly evidence?: Evidence;
    }
  | {
      readonly kind: "resumed" | "re-measured";
      readonly dueAt?: Instant;
      /** After a pause the calendar days that were left are left again; absent: the working minutes, as ever before. */
      readonly carried?: "days";
      /** By which it was counted; absent: the one named before. */
      readonly calendar?: string;
      readonly rules?: string;
      readonly evidence?: Evidence;
    }
  /** The proof of payment has come: the second of two appointments is counted from now. */
  | {
      readonly kind: "second-appointment";
      readonly dueAt?: Instant;
      readonly calendar: string;
      readonly rules: string;
      readonly evidence?: Evidence;
    }
  | { readonly kind: "re-dated"; readonly dueAt: Instant; readonly calendar?: string }
  | { readonly kind: "ended" }
  | { readonly kind: "reopened"; readonly dueAt?: Instant };
