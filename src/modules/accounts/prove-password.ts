import { z } from "zod";
import { type Refused, refuse } from "../../kernel/result.ts";
import { formatClock } from "../../kernel/time.ts";
import type { CommandDeps } from "../../platform/command.ts";
import { tablesOf } from "../../platform/database.ts";
import { type Account, findAccountByUsername } from "./account-store.ts";
import type { AccountsTables } from "./accounts-tables.ts";
import { startAttempt } from "./attempt-store.ts";
import { passwordMatches } from "./password-hash.ts";

/** What came of comparing a password with an account, made before the command's transaction begins. */
export const PasswordProof = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("locked"), username: z.string().optional(), until: z.number() }),
  z.object({ verdict: z.literal("wrong"), username: z.string().optional() }),
  z.object({
    verdict: z.literal("right"),
    username: z.string(),
    officerId: z.int(),
    /** The hash that was compared: another one meanwhile makes the proof void. */
    passwordHash: z.string(),
  }),
]);
export type PasswordProof = z.infer<typeof PasswordProof>;
export type ProofRefusal = "locked" | "wrong-password";

/**
 * Compares a password outside any transaction, since hashing takes longer than all statements together and must not
 * hold a connection. The attempt is counted first (see startAttempt); the command that takes the proof clears it.
 */
export async function provePassword(
  deps: CommandDeps,
  username: string,
  password: string,
): Promise<PasswordProof> {
  const db = tablesOf<AccountsTables>(deps.database);
  const attempt = await startAttempt(db, username, deps.clock());
  const account = await findAccountByUsername(db, username);
  // Only the name of an account goes further: what else was typed may be a password in the wrong box.
  const known = account === undefined ? {} : { username: account.username };
  if (attempt.lockedUntil !== undefined) return { verdict: "locked", ...known, until: attempt.lockedUntil };
  const matches = await passwordMatches(account?.passwordHash, password);
  if (account === undefined || !matches) return { verdict: "wrong", ...known };
  const { officerId, passwordHash } = account;
  return { verdict: "right", username: account.username, officerId, passwordHash };
}

/** The refusal of a proof, given the account as it is now; undefined: the proof holds. */
export function refusalOfProof(
  proof: PasswordProof,
  account: Account | undefined,
): Refused<ProofRefusal> | undefined {
  if (proof.verdict === "locked") return refuse("locked", formatClock(proof.until));
  if (proof.verdict === "wrong" || account === undefined) return refuse("wrong-password");
  const holds = account.officerId === proof.officerId && account.passwordHash === proof.passwordHash;
  return holds ? undefined : refuse("wrong-password");
}
