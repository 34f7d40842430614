import type { Updateable } from "kysely";
import type { AccountsDb, AccountsTables } from "./accounts-tables.ts";

/** An officer's way in. */
export type Account = {
  readonly officerId: number;
  readonly username: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  /** Base32; there before the officer confirmed it with a code. */
  readonly totpSecret: string | undefined;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number | undefined;
  readonly disabled: boolean;
};

/** How usernames are kept and compared. */
export function plainUsername(typed: string): string {
  return typed.trim().normalize("NFC").toLowerCase();
}

/** The account of a username as it was typed. */
export async function findAccountByUsername(db: AccountsDb, typed: string): Promise<Account | undefined> {
  const row = await accounts(db).where("username", "=", plainUsername(typed)).executeTakeFirst();
  return row && accountOf(row);
}

export async function findAccount(db: AccountsDb, officerId: number): Promise<Account | undefined> {
  const row = await accounts(db).where("officer_id", "=", officerId).executeTakeFirst();
  return row && accountOf(row);
}

/** Locks the account until the command ends: two sign-ins cannot use one code. */
export async function findAccountForUpdate(db: AccountsDb, officerId: number): Promise<Account | undefined> {
  const row = await accounts(db).where("officer_id", "=", officerId).forUpdate().executeTakeFirst();
  return row && accountOf(row);
}

export async function updateAccount(
  db: AccountsDb,
  officerId: number,
  change: Updateable<AccountsTables["accounts.account"]>,
): Promise<void> {
  await db.updateTable("accounts.account").set(change).where("officer_id", "=", officerId).execute();
}

function accounts(db: AccountsDb) {
  return db
    .selectFrom("accounts.account")
    .select([
      "officer_id",
      "username",
      "password_hash",
      "must_change_password",
      "totp_secret",
      "totp_confirmed_at",
      "totp_last_step",
      "disabled_at",
    ]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof accounts>["executeTakeFirst"]>>>;

function accountOf(row: Row): Account {
  return {
    officerId: row.officer_id,
    username: row.username,
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password,
    totpSecret: row.totp_secret ?? undefined,
    totpConfirmed: row.totp_confirmed_at !== null,
    totpLastStep: row.totp_last_step ?? undefined,
    disabled: row.disabled_at !== null,
  };
}
