import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { type Instant, toIso } from "../kernel/time.ts";
import type { Database } from "./database.ts";

/** A stored file: known by the SHA-256 of its bytes. */
export type StoredFile = { readonly sha256: string; readonly mediaType: string; readonly bytes: number };
export type FileRefusal = "file-empty" | "file-too-large" | "file-type-unknown";

/** 20 MiB: a scan of some forty pages. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const ALLOWED = ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/tiff"];

/** Keeps files by their content, on disk, with a row each. The same bytes are kept once. */
export class FileStore {
  readonly #folder: string;
  readonly #database: Database;

  constructor(dataDir: string, database: Database) {
    this.#folder = join(dataDir, "files");
    this.#database = database;
  }

  /** Stores bytes after looking at what they really are; the name and the sender's media type are not believed. */
  async put(bytes: Buffer, now: Instant): Promise<Result<StoredFile, FileRefusal>> {
    if (bytes.length === 0) return refuse("file-empty");
    if (bytes.length > MAX_FILE_BYTES) return refuse("file-too-large");
    const type = await fileTypeFromBuffer(bytes);
    if (type === undefined || !ALLOWED.includes(type.mime)) return refuse("file-type-unknown");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const path = this.#pathOf(sha256);
    await mkdir(dirname(path), { recursive: true });
    // Written beside and renamed: a crash leaves no half file under the final name, and who brings the same bytes at the
    // same moment writes a file of their own.
    const unfinished = `${path}.${randomUUID()}.part`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
    await this.#database.pool.query(
      `insert into platform.file (sha256, media_type, bytes, stored_at) values ($1, $2, $3, $4)
       on conflict (sha256) do nothing`,
      [sha256, type.mime, bytes.length, toIso(now)],
    );
    return ok({ sha256, mediaType: type.mime, bytes: bytes.length });
  }

  /** What is known of a stored file, without reading its bytes. */
  async find(sha256: string): Promise<StoredFile | undefined> {
    const found = await this.#database.pool.query<{ media_type: string; bytes: number }>(
      "select media_type, bytes from platform.file where sha256 = $1",
      [sha256],
    );
    const row = found.rows[0];
    return row === undefined ? undefined : { sha256, mediaType: row.media_type, bytes: row.bytes };
  }

  /** The file's bytes; undefined where no such file was stored. Throws when the bytes are not the ones stored. */
  async get(sha256: string): Promise<{ readonly file: StoredFile; readonly bytes: Buffer } | undefined> {
    const file = await this.find(sha256);
    if (file === undefined) return undefined;
    const bytes = await readFile(this.#pathOf(sha256));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(`file ${sha256} was changed on disk`);
    return { file, bytes };
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}
