import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { actorId } from "../../../platform/audit.ts";
import type { Command } from "../../../platform/command.ts";
import { keepImported } from "./imported-store.ts";
import { type ImportReport, readDecision } from "./read-decision.ts";

export const ImportDecision = z.object({
  decision: z.string("required").trim().min(1, "required").max(200, "too-long"),
  /** The file as text: JSON as readDecision takes it. */
  text: z.string("required").min(1, "required").max(20_000_000, "too-long"),
});
export type ImportDecision = z.infer<typeof ImportDecision>;

export type ImportedDecision = {
  readonly records: number;
  readonly processes: number;
  readonly kept: number;
  /** Records that gave no process. */
  readonly withoutSteps: ImportReport["withoutSteps"];
};

/** Reads the internal processes of a decision and keeps them until somebody says for which procedures they are. */
export const importDecision: Command<
  unknown,
  ImportDecision,
  ImportedDecision,
  "not-json" | "not-processes"
> = {
  name: "process.import-decision",
  permission: "process.manage",
  input: ImportDecision,
  run: async ({ sql, now, actor, about }, { decision, text }) => {
    about(decision);
    const read = readDecision(text);
    if (!read.ok) return refuse(read.refusal);
    const { records, processes, withoutSteps } = read.value;
    const kept = await keepImported(sql, decision, processes, { at: now, officerId: actorId(actor) });
    return ok({ records, processes: processes.length, kept, withoutSteps });
  },
};
