import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { toIso } from "../../../kernel/time.ts";
import { type Command, type CommandDeps, runCommand } from "../../../platform/command.ts";
import type { Session } from "../../../platform/http/access.ts";
import { findAccountForUpdate, updateAccount } from "../account-store.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { clearAttempts } from "../attempt-store.ts";
import { type PasswordFault, passwordFault } from "../domain/password-rule.ts";
import { hashPassword } from "../password-hash.ts";
import { PasswordProof, type ProofRefusal, provePassword, refusalOfProof } from "../prove-password.ts";
import { endSessionsOf } from "../session-store.ts";

/** The new password is typed twice, since nobody sees it. */
export const ChangePasswordForm = z
  .object({
    current: z.string().min(1, "required").max(1000, "too-long"),
    password: z.string().min(1, "required").max(1000, "too-long"),
    repeat: z.string().min(1, "required"),
  })
  .refine((form) => form.repeat === form.password, { path: ["repeat"], message: "not-the-same" });
export type ChangePasswordForm = z.infer<typeof ChangePasswordForm>;

const ChangePassword = z.object({
  proof: PasswordProof,
  password: z.string(),
  unchanged: z.boolean(),
  keepToken: z.string(),
});
type ChangePassword = z.infer<typeof ChangePassword>;
export type ChangePasswordRefusal = ProofRefusal | PasswordFault | "unchanged";

/** Sets an officer's own new password and ends all their other sessions. */
const changePasswordCommand: Command<AccountsTables, ChangePassword, undefined, ChangePasswordRefusal> = {
  name: "account.change-password",
  permission: "officer.self",
  input: ChangePassword,
  async run({ db, now, about }, { proof, password, unchanged, keepToken }) {
    if (proof.username !== undefined) about(proof.username);
    const account = proof.verdict === "right" ? await findAccountForUpdate(db, proof.officerId) : undefined;
    const refused = refusalOfProof(proof, account);
    if (refused !== undefined) return refused;
    if (account === undefined) return refuse("wrong-password");
    if (unchanged) return refuse("unchanged");
    const fault = passwordFault(password, account.username);
    if (fault !== undefined) return refuse(fault);

    await updateAccount(db, account.officerId, {
      password_hash: await hashPassword(password),
      password_changed_at: toIso(now),
      must_change_password: false,
    });
    await clearAttempts(db, account.username);
    const ended = await endSessionsOf(db, account.officerId, keepToken);
    about(account.username, { endedSessions: ended });
    return ok(undefined);
  },
};

/** Changes the signed-in officer's password; the present one is asked again, so that an open screen is not enough. */
export async function changePassword(
  deps: CommandDeps,
  session: Session,
  form: ChangePasswordForm,
  token: string,
): Promise<Result<undefined, ChangePasswordRefusal | "not-permitted">> {
  const proof = await provePassword(deps, session.username, form.current);
  return runCommand(deps, session.actor, changePasswordCommand, {
    proof,
    password: form.password,
    unchanged: form.password === form.current,
    keepToken: token,
  });
}
