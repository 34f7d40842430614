import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import type { Command } from "../../../platform/command.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { endSystemToken } from "./system-token-store.ts";

const RevokeSystemToken = z.object({ id: z.int() });

/** Takes a token back at once and for ever. Revoking twice is refused, so that the first date stays. */
export const revokeSystemToken: Command<
  AccountsTables,
  z.infer<typeof RevokeSystemToken>,
  undefined,
  "token-not-found"
> = {
  name: "account.revoke-system-token",
  permission: "account.manage",
  input: RevokeSystemToken,
  async run({ db, now, about }, { id }) {
    about(`token:${id}`);
    const ended = await endSystemToken(db, id, now);
    return ended ? ok(undefined) : refuse("token-not-found");
  },
};
