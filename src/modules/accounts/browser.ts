import type { FastifyReply, FastifyRequest } from "fastify";
import { SESSION_COOKIE, type Session, setSessionCookie } from "../../platform/http/access.ts";
import type { AccountsDeps } from "./accounts-deps.ts";
import { ownPath } from "./domain/own-path.ts";
import { SESSION_MS } from "./domain/session-life.ts";
import type { OpenedSession } from "./sign-in/sign-in.ts";

/** What a request's browser says of itself and of its session. */
export function browserOf(request: FastifyRequest): {
  readonly userAgent: string | undefined;
  readonly token: string | undefined;
} {
  return { userAgent: request.headers["user-agent"], token: request.cookies[SESSION_COOKIE] };
}

/** The session of a route that lets nobody in without one. */
export function sessionOf(request: FastifyRequest): { readonly session: Session; readonly token: string } {
  const token = request.cookies[SESSION_COOKIE];
  if (request.session === undefined || token === undefined)
    throw new Error("the route's access lets nobody in");
  return { session: request.session, token };
}

/** Gives the browser its new token and sends it where the session may go: code, new password, wished page. */
export function enter(
  reply: FastifyReply,
  deps: AccountsDeps,
  opened: OpenedSession,
  wish: string | undefined,
): FastifyReply {
  setSessionCookie(reply, opened.token, deps.secureCookies, SESSION_MS / 1000);
  const next = ownPath(wish);
  const query = `?next=${encodeURIComponent(next)}`;
  if (opened.secondFactorPending) return reply.redirect(`/sign-in/code${query}`, 303);
  if (opened.mustChangePassword) return reply.redirect(`/officer/account/password${query}`, 303);
  return reply.redirect(next, 303);
}
