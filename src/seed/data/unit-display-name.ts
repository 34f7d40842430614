import type { SeedUnit } from "./units.ts";

/**
 * Names to show in lists, by unit code, each different from all others.
 * A name that two units share gets the former province behind it, and the code where that does not tell them apart.
 */
export function displayNames(units: readonly SeedUnit[]): ReadonlyMap<string, string> {
  const names = new Map(units.map((unit) => [unit.code, unit.shortName]));
  const qualifiers: ((unit: SeedUnit) => string | undefined)[] = [
    (unit) => unit.formerProvince && `${unit.formerProvince} (cũ)`,
    (unit) => unit.code,
  ];
  for (const qualifier of qualifiers) {
    const count = new Map<string, number>();
    for (const name of names.values()) count.set(name, (count.get(name) ?? 0) + 1);
    for (const unit of units) {
      const name = names.get(unit.code) ?? unit.shortName;
      const added = qualifier(unit);
      if ((count.get(name) ?? 0) > 1 && added) names.set(unit.code, `${name}, ${added}`);
    }
  }
  return names;
}
