import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testClock } from "../../test/harness/clock.ts";
import { type TestDatabase, testDatabase } from "../../test/harness/database.ts";
import { FileStore, MAX_FILE_BYTES } from "./files.ts";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");
const PNG = Buffer.from(
  "89504e470d0a1a0a0000000d4948445200000001000000010806000000" +
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082",
  "hex",
);

let db: TestDatabase;
let folder: string;
let store: FileStore;
const now = testClock().read();
const put = async (bytes: Buffer) => {
  const result = await store.put(bytes, now);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

beforeAll(async () => {
  db = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), "motcua-files-"));
  store = new FileStore(folder, db.database);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

describe("the file store", () => {
  it("gives back what was put in, known by its content", async () => {
    const file = await put(PNG);
    expect(file).toMatchObject({ mediaType: "image/png", bytes: PNG.length });
    expect((await store.get(file.sha256))?.bytes.equals(PNG)).toBe(true);
  });

  it("keeps the same bytes once, also when they come at the same moment", async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => put(PDF)));
    if (first === undefined) throw new Error("nothing was kept");
    expect(others).toEqual(others.map(() => first));
    const kept = await readdir(join(folder, "files", first.sha256.slice(0, 2), first.sha256.slice(2, 4)));
    expect(kept).toEqual([first.sha256]);
    const rows = await db.ownerPool.query("select 1 from platform.file where sha256 = $1", [first.sha256]);
    expect(rows.rowCount).toBe(1);
  });

  it("looks at the bytes: a program is not a PDF, whatever it is called", async () => {
    const windowsProgram = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]);
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");
    for (const bytes of [windowsProgram, page, Buffer.from("plain text")])
      expect(await store.put(bytes, now)).toEqual({ ok: false, refusal: "file-type-unknown" });
  });

  it("refuses an empty file and one beyond 20 MiB", async () => {
    expect(await store.put(Buffer.alloc(0), now)).toEqual({ ok: false, refusal: "file-empty" });
    const tooLarge = Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES + 1 - PDF.length)]);
    expect(await store.put(tooLarge, now)).toEqual({ ok: false, refusal: "file-too-large" });
    expect(await store.put(tooLarge.subarray(0, MAX_FILE_BYTES), now)).toMatchObject({ ok: true });
  });

  it("knows nothing of a file that was never stored", async () => {
    expect(await store.get("0".repeat(64))).toBeUndefined();
    expect(await store.get("../../etc/passwd")).toBeUndefined();
  });

  it("does not hand out bytes that were changed on disk", async () => {
    const { sha256 } = await put(Buffer.concat([PDF, Buffer.from("another")]));
    await writeFile(join(folder, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256), "forged");
    await expect(store.get(sha256)).rejects.toThrow("was changed on disk");
  });
});
