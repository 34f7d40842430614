import type { Instant } from "../../../kernel/time.ts";
import { appointmentInForce, type Verdict } from "../../../kernel/verdict.ts";
import type { CaseState } from "./case-state.ts";
import { type SilenceRule, silentFrom } from "./silence.ts";
import { verdictByDates } from "./verdict-by-dates.ts";

/** Something about a case that whoever reads it must not overlook. */
export type Remark =
  | {
      readonly kind: "supplement-allowed";
      readonly by: number;
      readonly reason: string;
      readonly at: Instant;
    }
  | { readonly kind: "supplement-beyond"; readonly by: number; readonly reason: string; readonly at: Instant }
  /** The appointment had passed when papers were asked for; that the time is counted anew does not mend it. */
  | { readonly kind: "missed-before"; readonly dueAt: Instant }
  /** Index 766 counts it late for asking more than once; `real` is the verdict by the dates alone, once there is one. */
  | { readonly kind: "counted-late"; readonly supplements: number; readonly real?: Verdict }
  | { readonly kind: "acceptance-late"; readonly dueAt: Instant }
  | { readonly kind: "acceptance-due"; readonly dueAt: Instant }
  | { readonly kind: "apology-late" }
  | { readonly kind: "by-silence"; readonly basis: string; readonly effectiveAt: Instant }
  /** Without a result silence will be the answer, from the appointment in force on. */
  | ({ readonly kind: "silence-ahead"; readonly at: Instant } & SilenceRule)
  /** The appointment has passed, but the opposite of what silence means is signed and not yet issued. */
  | ({ readonly kind: "silence-stopped" } & SilenceRule);

/** The remarks on a case, in the order in which they arose; `silence` where a law makes it an answer. Pure. */
export function remarksOf(state: CaseState, now: Instant, silence?: SilenceRule): Remark[] {
  const { acceptance, allowance, bySilence, clock, supplements } = state;
  const remarks: Remark[] = [];
  if (acceptance !== undefined) {
    const waits = acceptance.answeredAt === undefined;
    const late = acceptance.late === true || (waits && now > acceptance.dueAt);
    if (late) remarks.push({ kind: "acceptance-late", dueAt: acceptance.dueAt });
    else if (waits) remarks.push({ kind: "acceptance-due", dueAt: acceptance.dueAt });
  }
  for (const override of state.overrides ?? []) remarks.push({ kind: "supplement-beyond", ...override });
  if (allowance !== undefined) remarks.push({ kind: "supplement-allowed", ...allowance });
  if (clock.missed !== undefined) remarks.push({ kind: "missed-before", dueAt: clock.missed.dueAt });
  if (supplements > 1) {
    const real = verdictByDates(state);
    remarks.push({ kind: "counted-late", supplements, ...(real === undefined ? {} : { real }) });
  }
  if (state.apologyLate === true) remarks.push({ kind: "apology-late" });
  if (bySilence !== undefined) remarks.push({ kind: "by-silence", ...bySilence });
  return silence === undefined ? remarks : [...remarks, ...ofSilence(state, now, silence)];
}

function ofSilence(state: CaseState, now: Instant, rule: SilenceRule): Remark[] {
  const from = silentFrom(state, rule);
  if (from.ok) return [{ kind: "silence-ahead", at: from.value, ...rule }];
  const appointment = appointmentInForce(state.clock) ?? now;
  return from.refusal === "signed-otherwise" && now > appointment
    ? [{ kind: "silence-stopped", ...rule }]
    : [];
}
