import { searchKey } from "../../../kernel/vietnamese-text.ts";
import { deskCodeOf, type Ending, type PlanUnit, placeNameOf } from "./plan-rows.ts";

/** Why it is not certain where a case belongs. */
export type Unsure = "part-unknown" | "residence-unknown";

/** Where a case of a unit that ends goes. */
export type Route = { readonly to: string; readonly unsure?: Unsure };

/** Says for a unit that ends, and for what is known of a case, who takes over; undefined: the unit does not end. */
export type Router = (unit: string, address: string | undefined) => Route | undefined;

type Place = {
  readonly key: string;
  readonly name: string;
  readonly unit: PlanUnit;
  /** The district that it stood in, as it is searched for. */
  readonly above: string;
  readonly isOld: boolean;
};

/**
 * The rule by which open cases follow a re-organisation. Merged: to the successor. Split: to the part that the
 * address of the applicant names, else to the main successor. Dissolved (the districts of 2025): to the commune of
 * residence or head office, where none or several are found to the agency that the plan names (NĐ 140/2025/NĐ-CP, Điều
 * 32 khoản 2). A desk goes the way of the unit above it. Pure; the same question has always the same answer.
 */
export function routerOf(
  units: readonly PlanUnit[],
  after: readonly PlanUnit[],
  endings: readonly Ending[],
): Router {
  const byUnit = new Map(endings.map((ending) => [ending.unit, ending]));
  const places = placesOf(units, after, byUnit);
  const desks = new Map<string, string>();
  const deskOf = (code: string) => {
    const known = desks.get(code);
    if (known !== undefined) return known;
    const found = deskCodeOf(after, code);
    desks.set(code, found);
    return found;
  };
  const routeOf = (ending: Ending, address: string): Route => {
    switch (ending.how) {
      case "merge":
        return { to: ending.main };
      case "split":
        return partOf(ending, address) ?? { to: ending.main, unsure: "part-unknown" };
      case "dissolve":
        return residence(ending, address) ?? { to: ending.main, unsure: "residence-unknown" };
    }
  };
  const residence = (ending: Ending, address: string): Route | undefined => {
    const routes = new Map<string, Route>();
    for (const { unit } of placesNamed(places, address, ending.unit)) {
      const next = byUnit.get(unit.code);
      const route = next === undefined ? { to: unit.code } : routeOf(next, address);
      routes.set(route.to, route);
    }
    const [only] = routes.values();
    return routes.size === 1 ? only : undefined;
  };
  return (code, address = "") => {
    const ending = byUnit.get(code);
    if (ending === undefined) return undefined;
    const above = ending.follows === undefined ? undefined : byUnit.get(ending.follows);
    if (above === undefined) return routeOf(ending, address);
    const { to, ...rest } = routeOf(above, address);
    return { to: deskOf(to), ...rest };
  };
}

/** The one part whose words ("thôn 3, làng Kon Lót") stand in the address; "phần còn lại" names nothing. */
function partOf({ successors }: Ending, address: string): Route | undefined {
  const where = ` ${searchKey(address)} `;
  const named = successors.filter(({ share }) =>
    share
      .split(/[,;]|\bvà\b/u)
      .map(searchKey)
      .some((word) => /\S+ \S+/.test(word) && !VAGUE.has(word) && where.includes(` ${word} `)),
  );
  const [only] = named;
  return named.length === 1 && only !== undefined ? { to: only.unit } : undefined;
}

const VAGUE: ReadonlySet<string> = new Set(["mot phan", "phan con lai", "toan bo"]);

/** The communes that an address can name, old ones and new ones; what is dissolved is no commune. */
function placesOf(
  units: readonly PlanUnit[],
  after: readonly PlanUnit[],
  byUnit: ReadonlyMap<string, Ending>,
): Place[] {
  const before = new Map(units.map((unit) => [unit.code, unit]));
  const all = new Map([...after, ...units].map((unit) => [unit.code, unit]));
  return [...all.values()]
    .filter((unit) => unit.kind === "commune" && byUnit.get(unit.code)?.how !== "dissolve")
    .map((unit) => {
      const name = placeNameOf(unit.name);
      const above = before.get(unit.parentCode ?? "")?.name ?? "";
      const district = searchKey(above.replace(/^Ủy ban nhân dân /u, ""));
      return { key: searchKey(name), name, unit, above: district, isOld: before.has(unit.code) };
    });
}

/**
 * The communes that an address may mean. Of those with one name: the one written with the same marks, that of the
 * district that vanishes, that of a district in the address, the old one.
 */
function placesNamed(places: readonly Place[], address: string, district: string): readonly Place[] {
  const where = ` ${searchKey(address)} `;
  const named = places.filter(({ key }) => where.includes(` ${key} `));
  // "xã Ia" stands in "xã Ia O" too: the longer name is meant.
  const longest = named.filter(({ key }) => !named.some((other) => other.key.startsWith(`${key} `)));
  const written = address.normalize("NFC").toLowerCase();
  const signs: readonly ((place: Place) => boolean)[] = [
    ({ name }) => written.includes(name.normalize("NFC").toLowerCase()),
    ({ unit }) => unit.parentCode === district,
    ({ above }) => above !== "" && where.includes(` ${above} `),
    ({ isOld }) => isOld,
  ];
  return signs.reduce((left, isBetter) => {
    const better = left.filter(isBetter);
    return better.length > 0 ? better : left;
  }, longest);
}
