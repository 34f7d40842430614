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
  /** What it stands in, itself or what it takes over: bare names of districts and provinces, old and new. */
  readonly within: ReadonlySet<string>;
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
  const placeOf = new Map(places.map((place) => [place.unit.code, place]));
  const names = new Map(units.map((unit) => [unit.code, bareName(unit.name)]));
  const placesOfSplit = ({ unit, successors }: Ending) =>
    [unit, ...successors.map((successor) => successor.unit)].flatMap((code) => placeOf.get(code) ?? []);
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
        return (
          (liesHere(placesOfSplit(ending), address) ? partOf(ending, address) : undefined) ?? {
            to: ending.main,
            unsure: "part-unknown",
          }
        );
      case "dissolve":
        return residence(ending, address) ?? { to: ending.main, unsure: "residence-unknown" };
    }
  };
  const residence = (ending: Ending, address: string): Route | undefined => {
    const routes = new Map<string, Route>();
    for (const place of placesNamed(places, address, names.get(ending.unit) ?? "")) {
      // "phường Quang Trung, quận Hà Đông, Hà Nội" is none of ours, whatever ours of that name is.
      if (!fits(place, address)) return undefined;
      const { unit } = place;
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

const COMMUNE = /^(?:xa|phuong|thi tran|dac khu) /;

/** Whether an address may lie in a commune that is split, by its old or new names: it names no other commune. */
function liesHere(places: readonly Place[], address: string): boolean {
  const where = ` ${searchKey(address)} `;
  const named = places.filter(({ key }) => where.includes(` ${key} `));
  if (named.length > 0) return named.some((place) => fits(place, address));
  return places.length === 0 || !partsOf(address).some((part) => COMMUNE.test(part));
}

/** The one part whose words ("thôn 3, làng Kon Lót") stand in the address; "phần còn lại" names nothing. */
function partOf({ successors }: Ending, address: string): Route | undefined {
  const where = ` ${searchKey(address)} `;
  const named = successors.filter(({ share }) =>
    share
      // \b knows no à.
      .split(/[,;]|\s+và\s+/u)
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
  const standing = new Map(after.map((unit) => [unit.code, unit]));
  const above = (known: ReadonlyMap<string, PlanUnit>, unit: PlanUnit): string[] => {
    const parent = known.get(unit.parentCode ?? "");
    return parent === undefined ? [] : [bareName(parent.name), ...above(known, parent)];
  };
  const tookOver = new Map<string, string[]>();
  for (const { unit, successors } of byUnit.values()) {
    const old = before.get(unit);
    if (old === undefined || old.kind !== "commune") continue;
    for (const { unit: to } of successors)
      tookOver.set(to, [...(tookOver.get(to) ?? []), ...above(before, old)]);
  }
  return [...all.values()]
    .filter((unit) => unit.kind === "commune" && byUnit.get(unit.code)?.how !== "dissolve")
    .map((unit) => {
      const name = placeNameOf(unit.name);
      return {
        ...{ key: searchKey(name), name, unit, isOld: before.has(unit.code) },
        within: new Set([
          ...above(before, unit),
          ...above(standing, standing.get(unit.code) ?? unit),
          ...(tookOver.get(unit.code) ?? []),
        ]),
      };
    });
}

/** What a district or province is called by; "tỉnh lộ" is a road. */
const LARGER = /^(?:uy ban nhan dan )?(?:tinh|thanh pho|tp|quan|q|huyen|h|thi xa|tx) (?!lo )/;

/** "an lao" for "Ủy ban nhân dân huyện An Lão" and for "huyện An Lão cũ". */
const bareName = (name: string): string => searchKey(name).replace(LARGER, "").replace(/ cu$/, "");

const partsOf = (address: string): readonly string[] => address.split(/[,;()]|\s[-–]\s/u).map(searchKey);

/** The bare names of districts and provinces in an address: whatever is called so, and all that stands behind the commune. */
function largerPlaces(address: string, commune: string): readonly string[] {
  const parts = partsOf(address);
  const at = parts.findLastIndex((part) => ` ${part} `.includes(` ${commune} `));
  return parts
    .flatMap((part, index) => {
      const [, rest = ""] = index === at ? ` ${part} `.split(` ${commune} `) : [];
      const larger = index === at ? rest : index > at || LARGER.test(part) ? part : "";
      return larger.trim().split(/ (?=(?:tinh|thanh pho|tp|quan|huyen|thi xa|tx) )/);
    })
    .map(bareName)
    .filter((name) => name !== "" && name !== "viet nam");
}

/** Whether the commune stands, or stood, in every larger place that the address names. */
const fits = ({ key, within }: Place, address: string): boolean =>
  largerPlaces(address, key).every((larger) => within.has(larger));

/**
 * The communes that an address may mean. Of those with one name: the one written with the same marks, that in the
 * district of the address, that of the district that vanishes or of its communes' successors, the old one.
 * @param district bare name of the district that vanishes.
 */
function placesNamed(places: readonly Place[], address: string, district: string): readonly Place[] {
  const where = ` ${searchKey(address)} `;
  const named = places.filter(({ key }) => where.includes(` ${key} `));
  // "xã Ia" stands in "xã Ia O" too: the longer name is meant.
  const longest = named.filter(({ key }) => !named.some((other) => other.key.startsWith(`${key} `)));
  const written = address.normalize("NFC").toLowerCase();
  const signs: readonly ((place: Place) => boolean)[] = [
    ({ name }) => written.includes(name.normalize("NFC").toLowerCase()),
    (place) => fits(place, address),
    ({ within }) => within.has(district),
    ({ isOld }) => isOld,
  ];
  return signs.reduce((left, isBetter) => {
    const better = left.filter(isBetter);
    return better.length > 0 ? better : left;
  }, longest);
}
