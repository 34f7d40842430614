import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../clock.ts";
import { type Actor, holds, type Permission, PUBLIC } from "../permission.ts";

/** Who may call a route. Every route says so; a route that says nothing does not start the server. */
export type Access = "public" | "signed-in" | "second-factor" | Permission;

/** A signed-in officer's session as requests see it. */
export type Session = {
  readonly actor: Actor & { readonly kind: "officer" };
  readonly csrfToken: string;
  /** The password was right, the second factor is still owed: only the routes of access "second-factor" answer. */
  readonly secondFactorPending: boolean;
  readonly username: string;
  /** For the page's head: where the officer works. */
  readonly place: string;
};

/** What the accounts room gives the server: who is behind a cookie or a token. */
export type SessionPort = {
  findSession(token: string, now: number): Promise<Session | undefined>;
  findSystem(bearerToken: string, now: number): Promise<(Actor & { readonly kind: "system" }) | undefined>;
  /** Keeps that somebody known tried to change what their posts do not allow: the trace of every other refusal. */
  noteDenied?(denied: DeniedAttempt): Promise<void>;
};

export type DeniedAttempt = {
  readonly actor: Actor;
  readonly at: number;
  /** Method and pattern of the route. */
  readonly route: string;
  /** What the address names, such as the case. */
  readonly subject?: string;
};

export const SESSION_COOKIE = "mc_session";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
    session: Session | undefined;
  }
  interface FastifyContextConfig {
    access?: Access;
    /** Requests per minute where it differs from the server's ordinary limit. */
    perMinute?: number;
  }
}

/** One route as the permission test walks it. */
export type RouteEntry = { readonly method: string; readonly url: string; readonly access: Access };

/** Thrown by the access hook; the error handler turns it into a page or a problem. */
export class AccessDenied extends Error {
  readonly word: "not-signed-in" | "not-permitted" | "second-factor-owed" | "token-invalid";
  constructor(word: AccessDenied["word"]) {
    super(word);
    this.word = word;
  }
}

/**
 * Deny by default: collects every route with its access, refuses to register one without, finds out who asks, and
 * answers 401/403 before the route's own code runs. How far a permission reaches is checked by the command or query.
 */
export function guardRoutes(
  app: FastifyInstance,
  sessions: SessionPort,
  clock: Clock,
): readonly RouteEntry[] {
  const routes: RouteEntry[] = [];
  app.addHook("onRoute", (route) => {
    const access = route.config?.access;
    if (access === undefined)
      throw new Error(`route ${String(route.method)} ${route.url} does not say who may call it`);
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, access });
  });
  app.decorateRequest("actor", { getter: () => PUBLIC });
  app.decorateRequest("session", undefined);
  app.addHook("onRequest", async (request) => {
    await recognise(request, sessions, clock);
    const denied = deniedFor(request, request.routeOptions.config.access);
    if (denied === undefined) return;
    if (denied === "not-permitted" && request.method !== "GET" && request.method !== "HEAD")
      await sessions.noteDenied?.(attemptOf(request, clock()));
    throw new AccessDenied(denied);
  });
  return routes;
}

function attemptOf(request: FastifyRequest, at: number): DeniedAttempt {
  const [named] = Object.values(request.params ?? {});
  const route = `${request.method} ${request.routeOptions.url}`;
  const subject = typeof named === "string" && /^[\w.-]{1,60}$/.test(named) ? named : undefined;
  return { actor: request.actor, at, route, ...(subject === undefined ? {} : { subject }) };
}

async function recognise(request: FastifyRequest, sessions: SessionPort, clock: Clock): Promise<void> {
  const bearer = /^Bearer ([\w.~+/-]+=*)$/.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) {
    const system = await sessions.findSystem(bearer, clock());
    if (system === undefined) throw new AccessDenied("token-invalid");
    setActor(request, system);
    return;
  }
  const token = request.cookies[SESSION_COOKIE];
  // Assets and health checks need no look-up.
  if (token === undefined || request.url.startsWith("/assets/")) return;
  const session = await sessions.findSession(token, clock());
  if (session === undefined) return;
  request.session = session;
  if (!session.secondFactorPending) setActor(request, session.actor);
}

function setActor(request: FastifyRequest, actor: Actor): void {
  Object.defineProperty(request, "actor", { value: actor, configurable: true });
}

function deniedFor(request: FastifyRequest, access: Access | undefined): AccessDenied["word"] | undefined {
  if (access === "public" || access === undefined) return undefined;
  if (access === "second-factor") return request.session === undefined ? "not-signed-in" : undefined;
  if (request.session?.secondFactorPending) return "second-factor-owed";
  if (request.actor.kind === "public") return "not-signed-in";
  if (access === "signed-in") return undefined;
  return holds(request.actor, access) ? undefined : "not-permitted";
}

/** Sets the session cookie: not readable by scripts, not sent by other sites. */
export function setSessionCookie(
  reply: FastifyReply,
  token: string,
  secure: boolean,
  maxAgeSeconds: number,
): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: maxAgeSeconds,
  });
}
