import type { ProcedureContent } from "../modules/catalogue/index.ts";
import type { Unit } from "../modules/organisation/index.ts";

/** Fields that the province publishes itself, by the department that decides them. */
const BY_FIELD: Readonly<Record<string, string>> = { "Đất đai": "Sở Nông nghiệp và Môi trường" };

/** Whether a unit decides a procedure: its level does, and of the departments the one under the procedure's ministry. */
export function decides(unit: Unit, { levels, agency, field }: ProcedureContent): boolean {
  if (!levels.includes(unit.level)) return false;
  if (unit.kind !== "department") return true;
  const ministry = (agency ?? "").toLowerCase().replace(/^bộ /, "sở ");
  return [ministry, BY_FIELD[field]?.toLowerCase()].includes(unit.shortName.toLowerCase());
}
