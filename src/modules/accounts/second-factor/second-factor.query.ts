import { type Database, tablesOf } from "../../../platform/database.ts";
import { findAccount } from "../account-store.ts";
import type { AccountsTables } from "../accounts-tables.ts";

/** How far an officer's enrolment is. The secret is shown only until it is confirmed. */
export type Enrolment =
  | { readonly state: "none" }
  | { readonly state: "started"; readonly secret: string }
  | { readonly state: "confirmed" };

export async function enrolmentOf(database: Database, officerId: number): Promise<Enrolment> {
  const account = await findAccount(tablesOf<AccountsTables>(database), officerId);
  if (account?.totpSecret === undefined) return { state: "none" };
  return account.totpConfirmed ? { state: "confirmed" } : { state: "started", secret: account.totpSecret };
}
