import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { FileRef } from "../domain/people.ts";

const Ref = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  mediaType: z.string().max(100),
  bytes: z.number().int().positive(),
});

/** Which form a file belongs to: the case it will become, and the officer who fills it in. */
export type FormOwner = { readonly caseId: string; readonly officerId: number };

/**
 * A stored file as a field of the form that comes back with errors. It is signed after storing and bound to form and
 * officer, so that nobody can put another's file, or one that was never stored, into a case.
 */
export function keptFileToken(key: Buffer, owner: FormOwner, file: FileRef): string {
  const body = Buffer.from(JSON.stringify(file)).toString("base64url");
  return `${body}.${signature(key, owner, body).toString("base64url")}`;
}

/** The file of a token; undefined where the token is not one of this form. */
export function keptFile(key: Buffer, owner: FormOwner, token: string): FileRef | undefined {
  const [body = "", signed = ""] = token.split(".");
  const expected = signature(key, owner, body);
  const given = Buffer.from(signed, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = Ref.safeParse(JSON.parse(Buffer.from(body, "base64url").toString()));
  return parsed.success ? parsed.data : undefined;
}

function signature(key: Buffer, owner: FormOwner, body: string): Buffer {
  return createHmac("sha256", key).update(`upload:${owner.caseId}:${owner.officerId}:${body}`).digest();
}
