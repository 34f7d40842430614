import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { matchesSearch, searchKey } from "../../../kernel/vietnamese-text.ts";
import type { Unit } from "../../organisation/index.ts";

/** What the choice of a deciding unit depends on. */
type Decided = { readonly levels: readonly string[]; readonly agency?: string };

/** The units that may decide a procedure: all of its levels, apart from the desks. */
export function decidingUnits(units: readonly Unit[], procedure: Decided): readonly Unit[] {
  return units.filter((unit) => procedure.levels.includes(unit.level) && unit.kind !== "one-stop-centre");
}

/**
 * The unit that most probably decides: for a desk of a commune its commune, else the one that the catalogue names as
 * agency, else the only one.
 */
export function likelyUnit(units: readonly Unit[], procedure: Decided, desk: Unit): Unit | undefined {
  const own = desk.level === "commune" ? units.find((unit) => unit.id === desk.parentId) : undefined;
  if (own !== undefined) return own;
  const agency = searchKey(procedure.agency ?? "");
  const named =
    agency === "" ? [] : units.filter((unit) => ` ${agency} `.includes(` ${searchKey(unit.shortName)} `));
  if (named.length === 1) return named[0];
  return units.length === 1 ? units[0] : undefined;
}

/**
 * The unit somebody means by what they typed: code, name with or without marks, the name of the place alone, or words
 * that only one unit has. The detail of "unit-ambiguous" names some of those that match.
 */
export function unitMeant(
  units: readonly Unit[],
  typed: string,
): Result<Unit, "unit-required" | "unit-unknown" | "unit-ambiguous"> {
  const key = searchKey(typed);
  if (key === "") return refuse("unit-required");
  const exact = units.filter(
    (unit) => searchKey(unit.code) === key || namesOf(unit).includes(key) || searchKey(unit.nameEn) === key,
  );
  const found =
    exact.length > 0 ? exact : units.filter((unit) => matchesSearch(`${unit.name} ${unit.shortName}`, typed));
  const [first] = found;
  if (first === undefined) return refuse("unit-unknown");
  if (found.length === 1) return ok(first);
  return refuse(
    "unit-ambiguous",
    found
      .slice(0, 4)
      .map((unit) => unit.shortName)
      .join("; "),
  );
}

/** "uy ban nhan dan phuong quy nhon", "ubnd phuong quy nhon", "phuong quy nhon", "quy nhon". */
function namesOf(unit: Unit): readonly string[] {
  const name = searchKey(unit.name);
  const withType = name.replace(/^uy ban nhan dan /, "");
  return [name, searchKey(unit.shortName), withType, withType.replace(/^(phuong|xa|dac khu|tinh) /, "")];
}
