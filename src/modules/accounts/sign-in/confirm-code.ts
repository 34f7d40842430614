import { z } from "zod";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { formatClock } from "../../../kernel/time.ts";
import { type Command, type CommandDeps, runCommand } from "../../../platform/command.ts";
import { tablesOf } from "../../../platform/database.ts";
import type { Session } from "../../../platform/http/access.ts";
import { findAccountForUpdate, updateAccount } from "../account-store.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { clearAttempts, startAttempt } from "../attempt-store.ts";
import { usableSteps } from "../domain/totp-step.ts";
import { endSession, openSession } from "../session-store.ts";
import { matchingStep } from "../totp.ts";
import type { OpenedSession } from "./sign-in.ts";

/** Six digits; people type them in two groups. */
export const CodeForm = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^\d{6}$/, "not-a-code"),
    ),
});
export type CodeForm = z.infer<typeof CodeForm>;

const ConfirmCode = z.object({
  code: z.string(),
  token: z.string(),
  lockedUntil: z.number().optional(),
  userAgent: z.string().optional(),
});
type ConfirmCode = z.infer<typeof ConfirmCode>;
export type ConfirmCodeRefusal = "locked" | "wrong-code" | "session-over";

/** Turns the session that owes a code into a full one with a new token. */
const confirmCodeCommand: Command<AccountsTables, ConfirmCode, OpenedSession, ConfirmCodeRefusal> = {
  name: "account.confirm-code",
  // The officer is known by password alone and has no permission yet.
  permission: undefined,
  input: ConfirmCode,
  async run({ db, now, actor, about }, { code, token, lockedUntil, userAgent }) {
    if (lockedUntil !== undefined) return refuse("locked", formatClock(lockedUntil));
    const account = actor.kind === "officer" ? await findAccountForUpdate(db, actor.id) : undefined;
    if (account === undefined) return refuse("session-over");
    const { officerId, username, mustChangePassword } = account;
    about(username);
    if (account.totpSecret === undefined || !account.totpConfirmed) return refuse("session-over");
    const step = matchingStep(account.totpSecret, code, usableSteps(now, account.totpLastStep));
    if (step === undefined) return refuse("wrong-code");
    // A session that somebody ended meanwhile is not brought back to life.
    if (!(await endSession(db, token))) return refuse("session-over");
    await updateAccount(db, officerId, { totp_last_step: step });
    await clearAttempts(db, username);
    const opened = await openSession(db, { officerId, secondFactorPending: false, userAgent }, now);
    return ok({ token: opened, secondFactorPending: false, mustChangePassword });
  },
};

/** Checks the code of the second factor for a session that owes it; wrong codes count like wrong passwords. */
export async function confirmCode(
  deps: CommandDeps,
  session: Session,
  form: CodeForm,
  browser: { readonly userAgent?: string | undefined; readonly token: string },
): Promise<Result<OpenedSession, ConfirmCodeRefusal | "not-permitted">> {
  const attempt = await startAttempt(tablesOf<AccountsTables>(deps.database), session.username, deps.clock());
  return runCommand(deps, session.actor, confirmCodeCommand, {
    code: form.code,
    token: browser.token,
    lockedUntil: attempt.lockedUntil,
    userAgent: browser.userAgent,
  });
}
