import type { Pool, PoolClient } from "pg";
import type { LocalDate } from "../../../kernel/time.ts";
import { searchKey } from "../../../kernel/vietnamese-text.ts";

/** A name that a place had, and the unit that took over; `share` is '' where it is the whole of the old place. */
export type NewPlace = {
  /** With its type: "xã Nhơn Lộc". */
  readonly name: string;
  /** "thị xã An Nhơn"; '' where it is not known. */
  readonly formerDistrict: string;
  readonly formerProvince: string;
  readonly share: string;
  readonly unitCode: string;
  readonly since: LocalDate;
};

/** Enters names that are not there yet; those of units that are unknown are left out. Gives how many were new. */
export async function addPlaces(sql: PoolClient, places: readonly NewPlace[]): Promise<number> {
  const keys = places.map(({ name, formerDistrict }) => searchKey(`${name} ${formerDistrict}`));
  const added = await sql.query(
    `insert into organisation.place_name (name, former_district, former_province, share, unit_id, since, search_key)
     select given.name, given.district, given.province, given.share, unit.id, given.since, given.key
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[])
       as given (name, district, province, share, unit, since, key)
     join organisation.unit as unit on unit.code = given.unit
     on conflict (name, former_district, unit_id, share) do nothing`,
    [
      places.map((place) => place.name),
      places.map((place) => place.formerDistrict),
      places.map((place) => place.formerProvince),
      places.map((place) => place.share),
      places.map((place) => place.unitCode),
      places.map((place) => place.since),
      keys,
    ],
  );
  return added.rowCount ?? 0;
}

export type PlaceRow = {
  readonly name: string;
  readonly formerDistrict: string;
  readonly formerProvince: string;
  readonly share: string;
  readonly unitId: number;
  readonly since: LocalDate;
};

const COLUMNS = `name, former_district as "formerDistrict", former_province as "formerProvince", share,
  unit_id as "unitId", since`;

/**
 * Old names in which every word of the query begins a word, marks and case ignored. Those written with the same marks
 * stand first, then by name and former district.
 */
export async function findPlaces(pool: Pool, query: string, limit: number): Promise<readonly PlaceRow[]> {
  const words = searchKey(query).split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const found = await pool.query<PlaceRow>(
    `select ${COLUMNS} from organisation.place_name
     where (' ' || search_key) like all ($1::text[])
     order by position(lower($2) in lower(name)) = 0, name, former_district, unit_id limit $3`,
    [words.map((word) => `% ${word}%`), query.normalize("NFC").trim(), limit],
  );
  return found.rows;
}

/** The old names of the places that a unit took over. */
export async function placesOfUnit(pool: Pool, unitIds: readonly number[]): Promise<readonly PlaceRow[]> {
  const found = await pool.query<PlaceRow>(
    `select ${COLUMNS} from organisation.place_name where unit_id = any ($1) order by name, former_district`,
    [unitIds],
  );
  return found.rows;
}
