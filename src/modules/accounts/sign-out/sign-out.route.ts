import type { FastifyInstance } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { SESSION_COOKIE } from "../../../platform/http/access.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import type { AccountsDeps } from "../accounts-deps.ts";
import { textsOf } from "../texts.ts";
import { signOut } from "./sign-out.ts";

/** POST /sign-out: public, since a session that is over must be left as well; with a session its CSRF token is asked. */
export function signOutRoute(app: FastifyInstance, deps: AccountsDeps): void {
  app.post("/sign-out", { config: { access: "public" } }, async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE];
    if (request.session !== undefined && token !== undefined)
      await runCommand(deps, request.session.actor, signOut, { token });
    reply.clearCookie(SESSION_COOKIE, { path: "/" });
    leaveFlash(reply, textsOf(request.lang).signIn.signedOut);
    return reply.redirect("/sign-in", 303);
  });
}
