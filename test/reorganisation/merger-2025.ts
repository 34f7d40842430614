import { seedPlaceNames } from "../../src/seed/data/place-names.ts";
import { seedUnits } from "../../src/seed/data/units.ts";
import type { OldCommune, OldDistrict, OldWorld } from "./old-world.ts";

/** A line of the merger: a commune, or a part of one, and the unit that it belongs to since. */
export type Line = (typeof seedPlaceNames)[number];

/** The merger of 2025 (Nghị quyết 1664/NQ-UBTVQH15): the province before it, and the plan that leads to today's. */
export type Merger = {
  readonly lines: readonly Line[];
  readonly world: OldWorld;
  /** The rows of the plan as an administrator pastes them. */
  readonly table: string;
  /** The code in the old province of the commune that a line tells of. */
  codeOf(line: Line): string;
  /** "xã Phù Cát" for "H21.199". */
  newPlaceOf(unitCode: string): string;
};

/** Where an applicant of a district lives who names no commune at all. */
export const NOWHERE = "khu phố 3";
const UNNAMED_DISTRICTS = 18;

/** The merger as the seed knows it: the old names of the communes are its table, and the seeded units what came of it. */
export function merger2025(): Merger {
  const lines = seedPlaceNames;
  const newPlaces = new Map(
    seedUnits.map((unit) => [unit.code, unit.name.replace(/^Ủy ban nhân dân /u, "")] as const),
  );
  const newPlaceOf = (code: string) => newPlaces.get(code) ?? "";
  const { districts, communes } = oldUnits(lines, newPlaceOf);
  const made = new Set(lines.map((line) => line.unitCode));
  const world: OldWorld = {
    districts: [...districts.values()],
    communes: [...communes.values()],
    unchanged: seedUnits
      .filter((unit) => unit.kind === "commune" && !made.has(unit.code))
      .map((unit) => unit.code),
    nowhere: NOWHERE,
  };
  const codeOf = (line: Line) => communes.get(keyOf(line))?.code ?? "";
  return { lines, world, table: tableOf(lines, world, codeOf, newPlaceOf), codeOf, newPlaceOf };
}

/** Whether a line tells of a part only. */
export const isSplit = (line: Line): boolean => line.share !== "";

/** A commune is its type, its name and its district, never its name alone. */
const keyOf = ({ name, formerDistrict }: Line): string => `${name}|${formerDistrict}`;

function oldUnits(lines: readonly Line[], newPlaceOf: Merger["newPlaceOf"]) {
  const communes = new Map<string, OldCommune>();
  const districts = new Map<string, OldDistrict>();
  // The seed names the district only where two communes share a name; what went into one unit stood in one district.
  const named = new Map(
    lines.filter((line) => line.formerDistrict !== "").map((line) => [line.unitCode, line]),
  );
  const districtOf = ({ formerDistrict, unitCode }: Line) =>
    formerDistrict ||
    (named.get(unitCode)?.formerDistrict ??
      `huyện số ${(Number(unitCode.slice(4)) % UNNAMED_DISTRICTS) + 1}`);
  for (const [key, [line]] of Map.groupBy(lines, keyOf)) {
    if (line === undefined) continue;
    const place = districtOf(line);
    const district = districts.get(place) ?? { code: `D${districts.size + 1}`, place };
    districts.set(place, district);
    const names = [line.name, newPlaceOf(line.unitCode)];
    communes.set(key, {
      code: `C${String(communes.size + 1).padStart(3, "0")}`,
      place: line.name,
      districtCode: district.code,
      // People write the old name or already the new one, with the district or without.
      written: names.flatMap((name) => [name, `${name}, ${place}`]),
    });
  }
  return { communes, districts };
}

function tableOf(
  lines: readonly Line[],
  world: OldWorld,
  codeOf: Merger["codeOf"],
  newPlaceOf: Merger["newPlaceOf"],
): string {
  const created = new Set(lines.map((line) => line.unitCode));
  const newUnitIn = (district: string) => {
    const inside = new Set(
      world.communes.filter(({ districtCode }) => districtCode === district).map(({ code }) => code),
    );
    return lines.find((line) => inside.has(codeOf(line)))?.unitCode;
  };
  return [
    ...[...created].map((code) => `lập;${code};H21;;Ủy ban nhân dân ${newPlaceOf(code)}`),
    ...lines.map((line) =>
      isSplit(line)
        ? `chia;${codeOf(line)};${line.unitCode};${line.share}`
        : `nhập;${codeOf(line)};${line.unitCode}`,
    ),
    // Whoever led a district leads a commune that stood in it; everybody else goes to the agency.
    ...world.districts.flatMap(({ code }) => [
      `giải thể;${code};H21.00`,
      `vị trí;${code};${newUnitIn(code)};${code}-leader`,
      `vị trí;${code};H21.00`,
      `vị trí;${code}.01;H21.00.01`,
    ]),
    // Officers of a split commune go to the first part, but its leader to the rest.
    ...[...Map.groupBy(lines.filter(isSplit), codeOf)].flatMap(([code, [first, second]]) => [
      `vị trí;${code};${second?.unitCode};${code}-leader`,
      `vị trí;${code};${first?.unitCode}`,
      `vị trí;${code}.01;${first?.unitCode}.01`,
    ]),
  ].join("\n");
}
