import type { FastifyInstance } from "fastify";

/** Thrown where a request holds text that cannot be kept: answered 400, like everything without the agreed form. */
export class UnsoundText extends Error {
  readonly statusCode = 400;
}

/**
 * Every text that comes in is whole and composed: neither PostgreSQL nor a PDF can keep U+0000 or half a surrogate
 * pair, and a name typed with separate marks (NFD, as some keyboards send Vietnamese) must be found like any other.
 */
export function keepTextsSound(app: FastifyInstance): void {
  app.addHook("preValidation", async (request) => {
    request.params = sound(request.params);
    request.query = sound(request.query);
    request.body = sound(request.body);
  });
}

/** A text, or all texts inside lists and records, in place; lists nested however deep do not exhaust the stack. */
function sound(value: unknown): unknown {
  if (typeof value === "string") return soundText(value);
  const open: object[] = isContainer(value) ? [value] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const container = next as Record<string, unknown>;
    for (const [key, held] of Object.entries(container)) {
      if (typeof held === "string") container[key] = soundText(held);
      else if (isContainer(held)) open.push(held);
      soundText(key);
    }
  }
  return value;
}

/** The composed text (NFC). Throws UnsoundText on U+0000 and on half a surrogate pair. */
function soundText(text: string): string {
  if (text.includes("\0") || !text.isWellFormed()) throw new UnsoundText("a text that cannot be kept");
  return text.normalize("NFC");
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Buffer.isBuffer(value);
}
