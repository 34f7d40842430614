import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { type Instant, toIso } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { type Account, findAccountForUpdate, updateAccount } from "../account-store.ts";
import type { AccountsDb, AccountsTables } from "../accounts-tables.ts";
import { clearAttempts } from "../attempt-store.ts";
import { endSessionsOf } from "../session-store.ts";

/** What an administrator may do to an account. */
export const ACCOUNT_CHANGES = [
  "unlock",
  "reset-second-factor",
  "require-password-change",
  "disable",
  "enable",
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

const ChangeAccount = z.object({ officerId: z.coerce.number<string | number>().int().positive() });
type ChangeAccount = { readonly officerId: number };
export type ChangeAccountRefusal = "account-not-found" | "own-account";

type Effect = (db: AccountsDb, account: Account, now: Instant) => Promise<unknown>;

const effects: Record<AccountChange, Effect> = {
  unlock: (db, account) => clearAttempts(db, account.username),
  "reset-second-factor": async (db, { officerId }) => {
    await updateAccount(db, officerId, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null });
    await endSessionsOf(db, officerId);
  },
  "require-password-change": (db, { officerId }) =>
    updateAccount(db, officerId, { must_change_password: true }),
  disable: async (db, { officerId }, now) => {
    await updateAccount(db, officerId, { disabled_at: toIso(now) });
    await endSessionsOf(db, officerId);
  },
  enable: (db, { officerId }) => updateAccount(db, officerId, { disabled_at: null }),
};

/** An administrator cannot shut themselves out, nor drop their own second factor from a stolen session. */
const NOT_ON_OWN: readonly AccountChange[] = ["disable", "reset-second-factor"];

/** The command of one change, "account.unlock" and so on. Each gives the same state when it is done twice. */
export function changeAccount(
  change: AccountChange,
): Command<AccountsTables, ChangeAccount, Account, ChangeAccountRefusal> {
  return {
    name: `account.${change}`,
    permission: "account.manage",
    input: ChangeAccount,
    async run({ db, actor, now, about }, { officerId }) {
      const account = await findAccountForUpdate(db, officerId);
      if (account === undefined) return refuse("account-not-found");
      about(account.username);
      if (actor.kind === "officer" && actor.id === officerId && NOT_ON_OWN.includes(change))
        return refuse("own-account");
      await effects[change](db, account, now);
      return ok(account);
    },
  };
}
