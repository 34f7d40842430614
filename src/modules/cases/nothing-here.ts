import type { FastifyReply } from "fastify";

/** Answers that there is nothing here. */
export function nothingHere(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
