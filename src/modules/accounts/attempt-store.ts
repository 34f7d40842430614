import { createHash } from "node:crypto";
import { type Instant, toIso } from "../../kernel/time.ts";
import { plainUsername } from "./account-store.ts";
import { type AccountsDb, at } from "./accounts-tables.ts";
import { afterFailure, FORGET_AFTER_MS, isLocked, type Lockout, takenBack } from "./domain/lockout.ts";

/** Whether this attempt may be checked, or until when its name must wait. */
export type Attempt = { readonly lockedUntil: Instant | undefined };

/**
 * Counts an attempt as failed before its secret is checked, so that many at the same moment cannot outrun the lock;
 * a right secret clears it or takes it back. A locked name is not counted further. This is not a command: the count
 * must outlive the refusal, and its audit entry is the refusal's. The work is the same for names without an account.
 */
export function startAttempt(db: AccountsDb, username: string, now: Instant): Promise<Attempt> {
  return db.transaction().execute(async (transaction) => {
    const before = await lockedRow(transaction, username, now);
    if (isLocked(before, now)) return { lockedUntil: before.lockedUntil };
    await saveLockout(transaction, username, afterFailure(before, now));
    return { lockedUntil: undefined };
  });
}

/** A right sign-in: the name begins anew. */
export async function clearAttempts(db: AccountsDb, username: string): Promise<void> {
  await db.deleteFrom("accounts.sign_in_attempt").where("name_hash", "=", nameHash(username)).execute();
}

/** A right password while the code is still owed: only this attempt is forgiven. */
export async function takeAttemptBack(db: AccountsDb, username: string, now: Instant): Promise<void> {
  await saveLockout(db, username, takenBack(await lockedRow(db, username, now)));
}

/** The lockouts of usernames, for the administrator's list; names without failures are absent. */
export async function lockoutsOf(
  db: AccountsDb,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, Lockout>> {
  if (usernames.length === 0) return new Map();
  const nameByHash = new Map(usernames.map((name) => [nameHash(name).toString("hex"), name]));
  const rows = await db
    .selectFrom("accounts.sign_in_attempt")
    .selectAll()
    .where("name_hash", "in", usernames.map(nameHash))
    .execute();
  return new Map(rows.map((row) => [nameByHash.get(row.name_hash.toString("hex")) ?? "", lockoutOf(row)]));
}

/** Deletes counts that no longer matter; for the daily job. */
export async function forgetOldAttempts(db: AccountsDb, now: Instant): Promise<void> {
  await db
    .deleteFrom("accounts.sign_in_attempt")
    .where("last_failed_at", "<=", at(now - FORGET_AFTER_MS))
    .execute();
}

function nameHash(username: string): Buffer {
  return createHash("sha256").update(plainUsername(username)).digest();
}

/** The row of a name, made if need be, locked until the transaction ends. */
async function lockedRow(db: AccountsDb, username: string, now: Instant): Promise<Lockout> {
  const row = await db
    .insertInto("accounts.sign_in_attempt")
    .values({ name_hash: nameHash(username), failed_count: 0, last_failed_at: toIso(now) })
    .onConflict((conflict) =>
      conflict
        .column("name_hash")
        .doUpdateSet((set) => ({ failed_count: set.ref("accounts.sign_in_attempt.failed_count") })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return lockoutOf(row);
}

async function saveLockout(db: AccountsDb, username: string, lockout: Lockout): Promise<void> {
  const { failedCount, lastFailedAt, lockedUntil } = lockout;
  await db
    .updateTable("accounts.sign_in_attempt")
    .set({
      failed_count: failedCount,
      last_failed_at: toIso(lastFailedAt),
      locked_until: lockedUntil === undefined ? null : toIso(lockedUntil),
    })
    .where("name_hash", "=", nameHash(username))
    .execute();
}

function lockoutOf(row: {
  failed_count: number;
  last_failed_at: number;
  locked_until: number | null;
}): Lockout {
  return {
    failedCount: row.failed_count,
    lastFailedAt: row.last_failed_at,
    lockedUntil: row.locked_until ?? undefined,
  };
}
