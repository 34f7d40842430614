import type { FastifyRequest } from "fastify";
import { z } from "zod";

/** What the holder of a receipt sent: both codes as typed, for showing again. */
export type Asked = { readonly code: string; readonly word: string };

const Sent = z.object({ code: z.string().catch(""), w: z.string().catch("") });

/** The codes of a request, from the path or the query, cut to a sane length. */
export function askedFor(request: FastifyRequest): Asked {
  const query = Sent.parse(request.query);
  const path = Sent.parse(request.params);
  const code = path.code === "" ? query.code : path.code;
  return { code: code.trim().slice(0, 60), word: query.w.trim().slice(0, 40) };
}

/**
 * Public pages of one case. The secret word has fifty bits; the limit keeps guessing from costing us anything, and
 * leaves room for a waiting hall behind one address.
 */
export const TRACK_ROUTE = { config: { access: "public", perMinute: 120 } } as const;
