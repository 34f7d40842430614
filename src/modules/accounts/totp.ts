import { timingSafeEqual } from "node:crypto";
import { HOTP, Secret, TOTP } from "otpauth";

/** A new shared secret of 160 bits (RFC 4226, 4), in base32 as authenticator apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an authenticator app. */
export function totpAddress(secret: string, issuer: string, username: string): string {
  return new TOTP({ issuer, label: username, secret: Secret.fromBase32(secret) }).toString();
}

/** The code of a secret in a step of 30 seconds: six digits. */
export function codeAtStep(secret: string, step: number): string {
  return HOTP.generate({ secret: Secret.fromBase32(secret), counter: step });
}

/** The first of the steps whose code this is; undefined: none. */
export function matchingStep(secret: string, code: string, steps: readonly number[]): number | undefined {
  const given = Buffer.from(code);
  return steps.find((step) => {
    const expected = Buffer.from(codeAtStep(secret, step));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}
