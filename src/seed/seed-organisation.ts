import type { PoolClient } from "pg";
import { addOfficers, addPlaces, addUnits, type NewOfficer } from "../modules/organisation/index.ts";
import { seedPlaceNames } from "./data/place-names.ts";
import { allSeedOfficers } from "./data/staff-for-unit.ts";
import { seedUnits } from "./data/units.ts";

/** The day on which the province of today began to work (NQ 202/2025/QH15). */
export const SEED_SINCE = "2025-07-01";

/** Enters the units; gives how many were new. */
export async function seedUnitsOfProvince(sql: PoolClient): Promise<number> {
  const added = await addUnits(
    sql,
    seedUnits.map((unit) => ({ ...unit, parentCode: unit.parentCode ?? undefined })),
  );
  // People still say the old names, and papers still print them.
  await addPlaces(
    sql,
    seedPlaceNames.map((place) => ({ ...place, since: SEED_SINCE })),
  );
  return added;
}

/** Enters the officers with their posts; their staff code is the username of their demo account. */
export function seedOfficers(sql: PoolClient): ReturnType<typeof addOfficers> {
  const officers = allSeedOfficers().map(
    (officer): NewOfficer => ({
      staffCode: officer.username,
      fullName: officer.fullName,
      posts: officer.posts,
    }),
  );
  return addOfficers(sql, officers, SEED_SINCE);
}
