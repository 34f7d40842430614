import type { FastifyInstance } from "fastify";
import type { Session } from "../../../platform/http/access.ts";
import { problem, sendProblem } from "../../../platform/http/problem.ts";

/** Routes that answer while a new password is owed. */
const STILL_OPEN = ["/officer/account/password", "/sign-in", "/sign-in/code", "/sign-out"];

/** Whether the session's officer must choose a new password before anything else. */
export function owesPassword(session: Session | undefined): boolean {
  return session !== undefined && "mustChangePassword" in session && session.mustChangePassword === true;
}

/** Leads an officer who owes a new password to the page for it, whatever else they ask for; public pages stay open. */
export function askForOwedPassword(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (!owesPassword(request.session) || config.access === "public" || url === undefined) return;
    if (STILL_OPEN.includes(url)) return;
    if (request.url.startsWith("/api/"))
      return sendProblem(reply, problem(403, "password-change-owed", "A new password must be chosen first"));
    const next = request.method === "GET" ? request.url : "/officer";
    return reply.redirect(`/officer/account/password?next=${encodeURIComponent(next)}`, 303);
  });
}
