import type { Instant } from "../../../kernel/time.ts";
import { type Database, tablesOf } from "../../../platform/database.ts";
import type { Permission } from "../../../platform/permission.ts";
import type { AccountsTables } from "../accounts-tables.ts";

export type SystemTokenRow = {
  readonly id: number;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly unitId: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | undefined;
  readonly revokedAt: Instant | undefined;
};

/** All tokens, the newest first; a province has a few dozen. */
export async function systemTokenList(database: Database): Promise<readonly SystemTokenRow[]> {
  const rows = await tablesOf<AccountsTables>(database)
    .selectFrom("accounts.system_token")
    .select(["id", "name", "permissions", "unit_id", "created_at", "expires_at", "revoked_at"])
    .orderBy("id", "desc")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    unitId: row.unit_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  }));
}

/** The names of the tokens that act for these units and are not taken back, each with its unit. */
export async function tokensOfUnits(
  database: Database,
  unitIds: readonly number[],
): Promise<readonly { readonly name: string; readonly unitId: number }[]> {
  return tablesOf<AccountsTables>(database)
    .selectFrom("accounts.system_token")
    .select(["name", "unit_id as unitId"])
    .where("unit_id", "in", [0, ...unitIds])
    .where("revoked_at", "is", null)
    .orderBy("id")
    .execute();
}
