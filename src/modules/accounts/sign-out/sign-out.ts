import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import type { Command } from "../../../platform/command.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { endSession } from "../session-store.ts";

const SignOut = z.object({ token: z.string() });

/** Ends the session of this browser; also one that still owes its code, so no permission is asked. */
export const signOut: Command<AccountsTables, z.infer<typeof SignOut>, undefined, never> = {
  name: "account.sign-out",
  permission: undefined,
  input: SignOut,
  async run({ db }, { token }) {
    await endSession(db, token);
    return ok(undefined);
  },
};
