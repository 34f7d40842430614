import type { FastifyReply } from "fastify";

/** Answers with a PDF that opens in the browser under a file name; never kept by caches, since it names people. */
export function sendPdf(reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply {
  return reply
    .header("cache-control", "no-store")
    .header("content-disposition", `inline; filename="${name.replace(/[^\w.-]/g, "_")}"`)
    .type("application/pdf")
    .send(Buffer.from(bytes));
}
