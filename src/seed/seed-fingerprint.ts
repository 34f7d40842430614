import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** SHA-256 over all files of the seed: as long as it is the same, seeding again changes nothing. */
export async function seedFingerprint(): Promise<string> {
  const names = await readdir(import.meta.dirname, { recursive: true });
  const files = names
    .filter((name) => /\.(ts|json|jsonl|csv)$/.test(name) && !/\.test\.ts$/.test(name))
    .sort();
  const hash = createHash("sha256");
  for (const name of files) hash.update(`${name}\0`).update(await readFile(join(import.meta.dirname, name)));
  return hash.digest("hex");
}
