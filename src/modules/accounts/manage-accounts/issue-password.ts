import { randomInt } from "node:crypto";
import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import { toIso } from "../../../kernel/time.ts";
import type { Command } from "../../../platform/command.ts";
import { findAccountForUpdate, updateAccount } from "../account-store.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { clearAttempts } from "../attempt-store.ts";
import { hashPassword } from "../password-hash.ts";
import { endSessionsOf } from "../session-store.ts";
import type { ChangeAccountRefusal } from "./change-account.ts";

const IssuePassword = z.object({ officerId: z.int() });

/** Small letters and digits that are not mixed up when read from a note. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * Gives an officer who forgot theirs a temporary password, shown once to the administrator; it opens nothing but the
 * page where a new one is chosen. All sessions end.
 */
export const issuePassword: Command<
  AccountsTables,
  z.infer<typeof IssuePassword>,
  string,
  ChangeAccountRefusal
> = {
  name: "account.issue-password",
  permission: "account.manage",
  input: IssuePassword,
  async run({ db, actor, now, about }, { officerId }) {
    const account = await findAccountForUpdate(db, officerId);
    if (account === undefined) return refuse("account-not-found");
    about(account.username);
    if (actor.kind === "officer" && actor.id === officerId) return refuse("own-account");
    const password = temporaryPassword();
    await updateAccount(db, officerId, {
      password_hash: await hashPassword(password),
      password_changed_at: toIso(now),
      must_change_password: true,
    });
    await clearAttempts(db, account.username);
    await endSessionsOf(db, officerId);
    return ok(password);
  },
};

/** Three groups of four: some 59 bits. */
function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return [group(), group(), group()].join("-");
}
