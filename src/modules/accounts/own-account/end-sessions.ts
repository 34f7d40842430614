import { z } from "zod";
import { ok, refuse } from "../../../kernel/result.ts";
import type { Command } from "../../../platform/command.ts";
import type { AccountsTables } from "../accounts-tables.ts";
import { endOwnSession, endSessionsOf } from "../session-store.ts";

/** The id under which a session's owner sees it: the hash of its token, in hexadecimal. */
export const EndSession = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/, "invalid") });

/** Ends one of the officer's own sessions. Another officer's is "session-not-found", as is one that is over. */
export const endOneSession: Command<
  AccountsTables,
  z.infer<typeof EndSession>,
  undefined,
  "session-not-found"
> = {
  name: "account.end-session",
  permission: "officer.self",
  input: EndSession,
  async run({ db, actor }, { session }) {
    const ended = actor.kind === "officer" && (await endOwnSession(db, actor.id, session));
    return ended ? ok(undefined) : refuse("session-not-found");
  },
};

const EndOthers = z.object({ keepToken: z.string() });

/** Ends all the officer's sessions but the present one. Gives how many. */
export const endOtherSessions: Command<AccountsTables, z.infer<typeof EndOthers>, number, never> = {
  name: "account.end-other-sessions",
  permission: "officer.self",
  input: EndOthers,
  async run({ db, actor }, { keepToken }) {
    return ok(actor.kind === "officer" ? await endSessionsOf(db, actor.id, keepToken) : 0);
  },
};
