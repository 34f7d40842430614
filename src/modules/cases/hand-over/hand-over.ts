import { z } from "zod";
import { parseCitizenNumber } from "../../../kernel/citizen-number.ts";
import { ok } from "../../../kernel/result.ts";
import { CASE_STATUS } from "../domain/case-status.ts";
import { close, ownStep } from "../domain/steps.ts";
import { type CaseVerb, given, optionalText, requiredText } from "../verb.ts";

export const HandOver = z
  .object({
    method: z.enum(["counter", "post", "electronic"], { error: "required" }),
    collectorName: requiredText,
    collectorNumber: optionalText,
    check: z.enum(["receipt", "identity-card", "authorisation", "post-office", "electronic"], {
      error: "required",
    }),
    note: optionalText,
  })
  .superRefine((value, check) => {
    const fault = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    const inPerson = value.check === "identity-card" || value.check === "authorisation";
    if (inPerson && value.collectorNumber === undefined) fault("collectorNumber", "required");
    if (value.collectorNumber !== undefined && !parseCitizenNumber(value.collectorNumber).ok) {
      fault("collectorNumber", "not-a-citizen-number");
    }
    if (value.method === "counter" && (value.check === "post-office" || value.check === "electronic")) {
      fault("check", "check-does-not-fit");
    }
  });
export type HandOver = z.infer<typeof HandOver>;

/** Hands the result over after looking who collects it (9→10; NĐ 61/2018 Điều 20, NĐ 118/2025 Điều 22). */
export const handOver: CaseVerb<HandOver> = {
  name: "hand-over",
  permission: "case.hand-over",
  input: HandOver,
  may(state, context) {
    const step = ownStep(state, context, ["return"]);
    return step.ok ? undefined : step;
  },
  decide(state, input, context) {
    const step = ownStep(state, context, ["return"]);
    if (!step.ok) return step;
    return ok({
      status: CASE_STATUS.returned,
      data: {
        type: "handed-over",
        method: input.method,
        collector: {
          name: input.collectorName,
          check: input.check,
          ...given("number", input.collectorNumber),
        },
        ...given("note", input.note),
      },
      closed: [close(step.value, "returned", context)],
    });
  },
};
