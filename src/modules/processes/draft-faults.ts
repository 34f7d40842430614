import { isDeepStrictEqual } from "node:util";
import type { LocalDate } from "../../kernel/time.ts";
import { mostWorkingMinutes } from "../../kernel/time-limit.ts";
import type { Directory } from "../organisation/index.ts";
import type { Expansion } from "./domain/expand-subprocesses.ts";
import type { ProcessStep } from "./domain/process.ts";
import type { ProcessFault, Surroundings } from "./domain/process-faults.ts";
import { draftStepNames } from "./draft-step-names.ts";
import type { ProcessDraft } from "./draft-store.ts";
import { faultSentence } from "./fault-sentences.ts";
import { limitByFact, limitsOfProcess } from "./limit-of.ts";
import { processFaults } from "./process-faults.ts";
import type { Sql } from "./process-store.ts";
import type { ProcedureFacts } from "./processes-deps.ts";
import { expandDraft } from "./publish-draft/expand-draft.ts";

type Drafted = Pick<ProcessDraft, "procedureCode" | "variantCode" | "steps" | "terms">;

/** What a draft is checked against: its procedure, the organisation, and the called processes in force on a day. */
export type CheckedAgainst = {
  readonly sql: Sql;
  readonly procedure: ProcedureFacts | undefined;
  readonly directory: Directory;
  readonly on: LocalDate;
};

/** One thing that keeps a draft from being published; `step` is the id of the row it is about. */
export type DraftFault = { readonly step?: string; readonly vi: string; readonly en: string };

/** Everything that keeps a draft from being published, in sentences, also what comes with the processes that it calls. */
export async function draftFaults(draft: Drafted, against: CheckedAgainst): Promise<readonly DraftFault[]> {
  return (await checkDraft(draft, against)).faults;
}

/** The faults of a draft, and its steps as they will run; undefined where a called process cannot stand in it. */
export async function checkDraft(
  draft: Drafted,
  against: CheckedAgainst,
): Promise<{ readonly faults: readonly DraftFault[]; readonly steps: readonly ProcessStep[] | undefined }> {
  const expansion = await expandDraft(against.sql, draft, against.on);
  const steps = expansion.ok ? expansion.steps : undefined;
  const names = draftStepNames(draft.steps, steps);
  const faults = faultsOfWhole(draft, expansion, names.rowOf, surroundingsOf(draft, against));
  return {
    steps,
    faults: faults.map((fault) => ({
      ...("step" in fault ? { step: names.rowOf(fault.step) } : {}),
      vi: faultSentence(fault, names.named, "vi"),
      en: faultSentence(fault, names.named, "en"),
    })),
  };
}

function surroundingsOf({ variantCode }: Drafted, { procedure, directory }: CheckedAgainst): Surroundings {
  return {
    ...(procedure === undefined ? {} : limitsBy(procedure, variantCode)),
    variants: procedure && variantsOf(procedure, variantCode),
    levels: [...new Set(directory.units().map(({ level }) => level))],
    currentUnit: (code) => {
      const unit = directory.currentUnitByCode(code);
      return unit?.endedOn === undefined ? unit?.code : undefined;
    },
  };
}

/** Where the procedure itself has no limit, the longest of its variants: whose cases come here is not known. */
function limitsBy(
  procedure: ProcedureFacts,
  variantCode: string,
): Pick<Surroundings, "limit" | "limitByChannel"> {
  const [longest] = procedure.variants
    .map(({ limit }) => limit)
    .toSorted((a, b) => mostWorkingMinutes(b) - mostWorkingMinutes(a));
  const limits = limitsOfProcess(procedure, variantCode);
  return { limit: limits.limit ?? longest ?? "none", limitByChannel: limitByFact(limits) };
}

/** A variant's own process has its cases alone; that of the whole procedure may have any. */
function variantsOf({ variants }: ProcedureFacts, variantCode: string): readonly string[] {
  return variantCode === "" ? ["", ...variants.map(({ code }) => code)] : [variantCode];
}

/** The faults of what will run; where it calls nobody, or whoever it calls cannot stand in it, those of what is written. */
function faultsOfWhole(
  { steps, terms }: Drafted,
  expansion: Expansion,
  rowOf: (step: string) => string,
  around: Surroundings,
): readonly ProcessFault[] {
  const own = processFaults({ steps, ...(terms === undefined ? {} : { terms }) }, around);
  if (!expansion.ok) {
    // A call without a name was found already.
    return [...own, ...expansion.faults.filter(({ code }) => code !== "")];
  }
  const whole = processFaults({ steps: expansion.steps, ...(terms === undefined ? {} : { terms }) }, around);
  // What is wrong with a call itself is said of it, not once more of each step that stands for it.
  const calls = new Set(steps.filter(({ work }) => work === "subprocess").map(({ id }) => id));
  const ofCalls = own.filter((fault) => "step" in fault && calls.has(fault.step));
  const isSaid = (fault: ProcessFault) =>
    "step" in fault && ofCalls.some((one) => isDeepStrictEqual(one, { ...fault, step: rowOf(fault.step) }));
  return [...ofCalls, ...whole.filter((fault) => !isSaid(fault))];
}
