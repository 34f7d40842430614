import { createHmac, randomBytes } from "node:crypto";
import type { Database } from "./database.ts";

/** The installation's secret of this name; made at first use and shared by all processes of the database. */
export async function installationSecret(database: Database, name: string): Promise<Buffer> {
  await database.pool.query(
    "insert into platform.secret (name, value) values ($1, $2) on conflict (name) do nothing",
    [name, randomBytes(32)],
  );
  const found = await database.pool.query<{ value: Buffer }>(
    "select value from platform.secret where name = $1",
    [name],
  );
  const secret = found.rows[0]?.value;
  if (secret === undefined) throw new Error(`no secret ${name}`);
  return secret;
}

/** Letters and digits that people do not mix up when they read them aloud or type them. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The word with which the holder of a receipt proves that the case is theirs: derived from the installation's key,
 * so that it can be printed again and a copied table gives nothing away. 10 signs of 30 are some 49 bits.
 */
export function derivedWord(key: Buffer, subject: string, length = 10): string {
  const bytes = createHmac("sha256", key).update(subject).digest();
  let word = "";
  for (let index = 0; index < length; index++) word += ALPHABET[(bytes[index] ?? 0) % ALPHABET.length];
  return word;
}
