import type { FastifyRequest } from "fastify";
import { AccessDenied } from "../../platform/http/access.ts";
import type { Actor } from "../../platform/permission.ts";

export type Officer = Actor & { readonly kind: "officer" };

/** The officer who asks; nobody else gets as far as these pages. */
export function officerOf({ actor }: FastifyRequest): Officer {
  if (actor.kind !== "officer") throw new AccessDenied("not-permitted");
  return actor;
}
