import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Permission } from "../../../platform/permission.ts";
import type { AccountsDb } from "../accounts-tables.ts";

export type NewSystemToken = {
  readonly name: string;
  readonly hash: Buffer;
  readonly permissions: readonly Permission[];
  readonly unitId: number;
  readonly createdAt: Instant;
  readonly createdBy: number | undefined;
  readonly expiresAt: Instant | undefined;
};

/** Stores the hash of a new token; gives its id. */
export async function addSystemToken(db: AccountsDb, token: NewSystemToken): Promise<number> {
  const { id } = await db
    .insertInto("accounts.system_token")
    .values({
      name: token.name,
      token_hash: token.hash,
      permissions: [...token.permissions],
      unit_id: token.unitId,
      created_at: toIso(token.createdAt),
      created_by: token.createdBy ?? null,
      expires_at: token.expiresAt === undefined ? null : toIso(token.expiresAt),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a token; false if it is not there or was ended before. */
export async function endSystemToken(db: AccountsDb, id: number, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("accounts.system_token")
    .set({ revoked_at: toIso(now) })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
