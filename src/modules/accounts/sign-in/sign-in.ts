import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { type Command, type CommandDeps, runCommand } from "../../../platform/command.ts";
import { PUBLIC } from "../../../platform/permission.ts";
import { findAccountForUpdate } from "../account-store.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { clearAttempts, takeAttemptBack } from "../attempt-store.ts";
import { PasswordProof, type ProofRefusal, provePassword, refusalOfProof } from "../prove-password.ts";
import { endSession, openSession } from "../session-store.ts";

/** A name is read loosely: whoever mistypes it must get the same answer as for a name that nobody has. */
export const SignInForm = z.object({
  username: z.string().trim().min(1, "required").max(200, "too-long"),
  password: z.string().min(1, "required").max(1000, "too-long"),
});
export type SignInForm = z.infer<typeof SignInForm>;

const SignIn = z.object({
  proof: PasswordProof,
  userAgent: z.string().optional(),
  replacesToken: z.string().optional(),
});
type SignIn = z.infer<typeof SignIn>;

export type SignInRefusal = ProofRefusal | "account-disabled";
/** What a right password opens; the token is for the cookie and is stored nowhere. */
export type OpenedSession = {
  readonly token: string;
  readonly secondFactorPending: boolean;
  readonly mustChangePassword: boolean;
};

/** Opens a session with a new token for whoever proved an account's password; the browser's earlier session ends. */
const signInCommand: Command<AccountsTables, SignIn, OpenedSession, SignInRefusal> = {
  name: "account.sign-in",
  permission: undefined,
  input: SignIn,
  async run({ db, now, about }, { proof, userAgent, replacesToken }) {
    if (proof.username !== undefined) about(proof.username);
    const account = proof.verdict === "right" ? await findAccountForUpdate(db, proof.officerId) : undefined;
    const refused = refusalOfProof(proof, account);
    if (refused !== undefined) return refused;
    if (account === undefined || account.disabled) return refuse("account-disabled");

    const { officerId, username, totpConfirmed: secondFactorPending, mustChangePassword } = account;
    if (secondFactorPending) await takeAttemptBack(db, username, now);
    else await clearAttempts(db, username);
    if (replacesToken !== undefined) await endSession(db, replacesToken);
    const token = await openSession(db, { officerId, secondFactorPending, userAgent }, now);
    return ok({ token, secondFactorPending, mustChangePassword });
  },
};

/**
 * Signs in with username and password. Refusals name their reason for the audit; to the outside "account-disabled"
 * and "wrong-password" must look the same, and "locked" is said of names without an account too.
 */
export async function signIn(
  deps: CommandDeps,
  form: SignInForm,
  browser: { readonly userAgent?: string | undefined; readonly token?: string | undefined },
): Promise<Result<OpenedSession, SignInRefusal | "not-permitted">> {
  const proof = await provePassword(deps, form.username, form.password);
  return runCommand(deps, PUBLIC, signInCommand, {
    proof,
    userAgent: browser.userAgent,
    replacesToken: browser.token,
  });
}
