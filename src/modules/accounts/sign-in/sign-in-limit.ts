import type { FastifyRequest } from "fastify";
import type { AccountsDeps } from "../accounts-deps.ts";

/**
 * Sign-ins are counted apart from other requests and by address alone: a cookie that the sender invents must not
 * open a new count, and reading pages must not use up a whole office's sign-ins.
 */
export function signInLimit(deps: AccountsDeps) {
  return {
    max: deps.signInsPerMinute ?? 60,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => request.ip,
  };
}
