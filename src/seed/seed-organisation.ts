import type { PoolClient } from "pg";
import { addOfficers, addUnits, type NewOfficer } from "../modules/organisation/index.ts";
import { allSeedOfficers } from "./data/staff-for-unit.ts";
import { seedUnits } from "./data/units.ts";

/** The day on which the province of today began to work (NQ 202/2025/QH15). */
export const SEED_SINCE = "2025-07-01";

/** Enters the units; gives how many were new. */
export function seedUnitsOfProvince(sql: PoolClient): Promise<number> {
  return addUnits(
    sql,
    seedUnits.map((unit) => ({ ...unit, parentCode: unit.parentCode ?? undefined })),
  );
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
