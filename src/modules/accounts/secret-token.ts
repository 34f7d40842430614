import { createHash, randomBytes } from "node:crypto";

/** A new secret of 32 random bytes, written so that cookies and headers carry it as it is. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret that was random: SHA-256 is enough, since nobody can guess 256 bits. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
