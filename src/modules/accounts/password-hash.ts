import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default kind) with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of nobody's password: names without an account cost the same work. */
let decoy: Promise<string> | undefined;

/** The encoded hash of a password, salt and cost inside. Some 13 ms of one core. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/** Whether the password belongs to the hash; without a hash the same work is done and the answer is no. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("");
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFC"));
  return matches && passwordHash !== undefined;
}
