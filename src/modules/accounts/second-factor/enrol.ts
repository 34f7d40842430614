import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { toIso } from "../../../kernel/time.ts";
import { type Command, type CommandDeps, runCommand } from "../../../platform/command.ts";
import type { Session } from "../../../platform/http/access.ts";
import { findAccountForUpdate, updateAccount } from "../account-store.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { clearAttempts } from "../attempt-store.ts";
import { usableSteps } from "../domain/totp-step.ts";
import { PasswordProof, type ProofRefusal, provePassword, refusalOfProof } from "../prove-password.ts";
import { endSessionsOf } from "../session-store.ts";
import { matchingStep, newTotpSecret } from "../totp.ts";

export const StartForm = z.object({ password: z.string().min(1, "required").max(1000, "too-long") });
const Start = z.object({ proof: PasswordProof });
type Start = z.infer<typeof Start>;
export type StartRefusal = ProofRefusal | "already-enrolled";

/** Makes the secret that the officer's telephone will share; it asks for nothing until a code confirms it. */
const startCommand: Command<AccountsTables, Start, undefined, StartRefusal> = {
  name: "account.start-second-factor",
  permission: "officer.self",
  input: Start,
  async run({ db, about }, { proof }) {
    if (proof.username !== undefined) about(proof.username);
    const account = proof.verdict === "right" ? await findAccountForUpdate(db, proof.officerId) : undefined;
    const refused = refusalOfProof(proof, account);
    if (refused !== undefined) return refused;
    if (account === undefined) return refuse("wrong-password");
    if (account.totpConfirmed) return refuse("already-enrolled");
    await updateAccount(db, account.officerId, { totp_secret: newTotpSecret(), totp_last_step: null });
    await clearAttempts(db, account.username);
    return ok(undefined);
  },
};

/** Begins enrolment; the password is asked again, so that nobody binds their telephone to an open screen. */
export async function startSecondFactor(
  deps: CommandDeps,
  session: Session,
  password: string,
): Promise<Result<undefined, StartRefusal | "not-permitted">> {
  const proof = await provePassword(deps, session.username, password);
  return runCommand(deps, session.actor, startCommand, { proof });
}

const Confirm = z.object({ code: z.string(), keepToken: z.string() });
export type ConfirmRefusal = "not-started" | "already-enrolled" | "wrong-code";

/** Confirms with a first code that the telephone has the secret; sessions that had no second factor end. */
export const confirmSecondFactor: Command<
  AccountsTables,
  z.infer<typeof Confirm>,
  undefined,
  ConfirmRefusal
> = {
  name: "account.confirm-second-factor",
  permission: "officer.self",
  input: Confirm,
  async run({ db, actor, now, about }, { code, keepToken }) {
    const account = actor.kind === "officer" ? await findAccountForUpdate(db, actor.id) : undefined;
    if (account?.totpSecret === undefined) return refuse("not-started");
    about(account.username);
    if (account.totpConfirmed) return refuse("already-enrolled");
    const step = matchingStep(account.totpSecret, code, usableSteps(now, account.totpLastStep));
    if (step === undefined) return refuse("wrong-code");
    await updateAccount(db, account.officerId, { totp_confirmed_at: toIso(now), totp_last_step: step });
    await endSessionsOf(db, account.officerId, keepToken);
    return ok(undefined);
  },
};
