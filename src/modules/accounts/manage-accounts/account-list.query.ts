import type { Instant } from "../../../kernel/time.ts";
import { matchesSearch } from "../../../kernel/vietnamese-text.ts";
import { type Database, tablesOf } from "../../../platform/database.ts";
import type { AccountsDb, AccountsTables } from "../accounts-tables.ts";
import { lockoutsOf } from "../attempt-store.ts";
import { isLocked } from "../domain/lockout.ts";
import type { OfficerOf } from "../officer-of.ts";

/** An account as the administrator sees it. */
export type AccountRow = {
  readonly officerId: number;
  readonly username: string;
  readonly name: string;
  readonly place: string;
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly disabledAt: Instant | undefined;
  readonly lockedUntil: Instant | undefined;
  readonly failedCount: number;
  readonly passwordChangedAt: Instant;
};

export type AccountPage = { readonly rows: readonly AccountRow[]; readonly nextAfter: string | undefined };

const PAGE = 50;

/**
 * One page of accounts by username, after a username. A search looks at username, name and place; names belong to the
 * organisation, so it reads all accounts (some thousand in a province) and keeps those that match.
 */
export async function accountList(
  database: Database,
  officerOf: OfficerOf,
  filter: { readonly search: string; readonly after: string; readonly now: Instant },
): Promise<AccountPage> {
  const db = tablesOf<AccountsTables>(database);
  let query = accountRows(db).where("username", ">", filter.after).orderBy("username");
  if (filter.search === "") query = query.limit(PAGE + 1);
  const found = (await query.execute())
    .map((row) => ({ row, officer: officerOf(row.officer_id) }))
    .filter(({ row, officer }) =>
      matchesSearch(`${row.username} ${officer?.name ?? ""} ${officer?.place ?? ""}`, filter.search),
    );
  const shown = found.slice(0, PAGE);
  const rows = await withLockouts(
    db,
    shown.map(({ row }) => row),
    officerOf,
    filter.now,
  );
  return { rows, nextAfter: found.length > PAGE ? rows.at(-1)?.username : undefined };
}

/** One account; undefined if the officer has none. */
export async function accountOf(
  database: Database,
  officerOf: OfficerOf,
  officerId: number,
  now: Instant,
): Promise<AccountRow | undefined> {
  const db = tablesOf<AccountsTables>(database);
  const rows = await accountRows(db).where("officer_id", "=", officerId).execute();
  return (await withLockouts(db, rows, officerOf, now))[0];
}

function accountRows(db: AccountsDb) {
  return db
    .selectFrom("accounts.account")
    .select([
      "officer_id",
      "username",
      "totp_confirmed_at",
      "must_change_password",
      "disabled_at",
      "password_changed_at",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof accountRows>["execute"]>>[number];

async function withLockouts(
  db: AccountsDb,
  rows: readonly Row[],
  officerOf: OfficerOf,
  now: Instant,
): Promise<readonly AccountRow[]> {
  const lockouts = await lockoutsOf(
    db,
    rows.map((row) => row.username),
  );
  return rows.map((row) => {
    const officer = officerOf(row.officer_id);
    const lockout = lockouts.get(row.username);
    return {
      officerId: row.officer_id,
      username: row.username,
      name: officer?.name ?? "",
      place: officer?.place ?? "",
      secondFactor: row.totp_confirmed_at !== null,
      mustChangePassword: row.must_change_password,
      disabledAt: row.disabled_at ?? undefined,
      lockedUntil: isLocked(lockout, now) ? lockout?.lockedUntil : undefined,
      failedCount: lockout?.failedCount ?? 0,
      passwordChangedAt: row.password_changed_at,
    };
  });
}
