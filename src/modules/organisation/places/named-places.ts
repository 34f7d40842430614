import type { Database } from "../../../platform/database.ts";
import type { Directory } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import { findPlaces, type PlaceRow, placesOfUnit } from "./place-store.ts";

export type { PlaceRow } from "./place-store.ts";

/** An old name of a place with the unit to which it belongs today. */
export type NamedPlace = PlaceRow & { readonly unit: Unit };

export type PlaceDeps = { readonly database: Database; readonly directory: Directory };

/** Old names that the query finds, with or without marks; those of one name stand apart by their former district. */
export async function namedPlaces(
  { database, directory }: PlaceDeps,
  query: string,
  limit: number,
): Promise<readonly NamedPlace[]> {
  const rows = await findPlaces(database.pool, query, limit);
  return rows.map((row) => ({ ...row, unit: directory.currentUnitOf(row.unitId) }));
}

/** The old names of what a unit is made of, also of what its predecessors were. */
export function oldNamesOf({ database, directory }: PlaceDeps, unitId: number): Promise<readonly PlaceRow[]> {
  return placesOfUnit(database.pool, [unitId, ...directory.predecessorsOf(unitId)]);
}

/** "xã Nhơn Lộc (thị xã An Nhơn cũ)", "xã Canh Hiệp (một phần)". */
export function placeText({ name, formerDistrict, share }: PlaceRow, lang: "vi" | "en"): string {
  const former =
    formerDistrict === "" ? [] : [lang === "vi" ? `${formerDistrict} cũ` : `former ${formerDistrict}`];
  const notes = [...former, ...(share === "" ? [] : [share])];
  return notes.length === 0 ? name : `${name} (${notes.join("; ")})`;
}
