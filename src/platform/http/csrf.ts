import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";

export const CSRF_FIELD = "_csrf";

/** Thrown when a changing request did not come from our own page. */
export class CrossSiteRequest extends Error {}

/**
 * Changing requests must come from our own pages: the browser's Origin or Sec-Fetch-Site must say so, and where
 * somebody is signed in the session's token must come along (form field `_csrf` or header x-csrf-token).
 * Requests with a bearer token carry no cookie authority and are free of it.
 */
export function guardCrossSite(app: FastifyInstance): void {
  app.addHook("preHandler", async (request) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    if (request.actor.kind === "system") return;
    if (!fromOurOrigin(request)) throw new CrossSiteRequest("foreign origin");
    const expected = request.session?.csrfToken;
    if (expected !== undefined && !same(expected, sentToken(request)))
      throw new CrossSiteRequest("csrf token");
  });
}

function fromOurOrigin(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

function sentToken(request: FastifyRequest): string {
  const header = request.headers["x-csrf-token"];
  if (typeof header === "string") return header;
  const body = request.body;
  if (typeof body === "object" && body !== null && CSRF_FIELD in body) return String(body[CSRF_FIELD]);
  return "";
}

function same(expected: string, sent: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(sent);
  return a.length === b.length && timingSafeEqual(a, b);
}
