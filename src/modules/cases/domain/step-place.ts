import { ok, type Result, refuse } from "../../../kernel/result.ts";
import type { CaseState } from "./case-state.ts";
import type { CaseRefusal } from "./refusal.ts";
import type { CaseFacts, ProcessStepFacts, RuleContext, UnitFacts, Units } from "./rule-context.ts";

/** What of a case says where its steps lie. */
export type Placed = Pick<CaseState, "receivingUnitId" | "decidingUnitId" | "matter">;

/**
 * The unit in which a step is done, by the selector of the process. Refuses "place-missing" where nobody knows in which
 * commune the matter lies, and "unit-unknown" for any other unit that is not there (any more).
 */
export function unitOf(
  selector: ProcessStepFacts["unit"],
  placed: Placed,
  context: Pick<RuleContext, "units" | "committeeId">,
): Result<number, CaseRefusal> {
  const { units, committeeId } = context;
  const found = (unit: Pick<UnitFacts, "id"> | undefined): Result<number, CaseRefusal> =>
    unit === undefined ? refuse("unit-unknown") : ok(unit.id);
  switch (selector) {
    case "receiving-desk":
      return ok(placed.receivingUnitId);
    case "deciding-unit":
      return ok(placed.decidingUnitId);
    case "unit-above": {
      const parentId = units.find(placed.decidingUnitId)?.parentId;
      return found(parentId === undefined ? undefined : units.find(parentId));
    }
    case "province-committee":
      return ok(committeeId);
    case "commune-of-matter": {
      const place = placeOf(placed, units);
      return place === undefined ? refuse("place-missing") : ok(place.id);
    }
    default:
      return found(selector.startsWith("unit:") ? units.byCode(selector.slice(5)) : undefined);
  }
}

/** The commune where the matter lies: the one that was named, else the commune that decides, else that of the desk. */
export function placeOf(placed: Placed, units: Units): UnitFacts | undefined {
  const { placeUnitId } = placed.matter;
  if (placeUnitId !== undefined) return units.find(placeUnitId);
  return communeOf(placed.decidingUnitId, units) ?? communeOf(placed.receivingUnitId, units);
}

/** The commune that a unit is, or to which it belongs, as its one-stop centre does. */
function communeOf(unitId: number, units: Units): UnitFacts | undefined {
  const unit = units.find(unitId);
  if (unit === undefined || unit.level !== "commune") return undefined;
  const above = unit.parentId === undefined ? undefined : units.find(unit.parentId);
  return above?.level === "commune" ? above : unit;
}

const CHANNELS = { direct: "counter", postal: "post", online: "online" } as const;

/** What a process may choose by, of one case. Pure. */
export function factsOf(
  state: Placed & Pick<CaseState, "channel" | "applicant" | "fee" | "papers">,
  { units }: Pick<RuleContext, "units">,
): CaseFacts {
  const deciding = units.find(state.decidingUnitId);
  return {
    variant: state.matter.variantCode ?? "",
    channel: CHANNELS[state.channel],
    applicant: state.applicant.kind === "person" ? "citizen" : "organisation",
    level: deciding?.level ?? "",
    "deciding-unit": deciding?.code ?? "",
    mountain: placeOf(state, units)?.mountain ?? deciding?.mountain ?? false,
    fee: state.fee?.amount ?? 0,
    papers: state.papers.length,
  };
}
