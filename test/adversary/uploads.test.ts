import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldValue } from "../../src/modules/cases/receive-case/testing/page-reading.ts";
import { MAX_FILE_BYTES } from "../../src/platform/files.ts";
import { adversaryRoom, type CaseAnswer, type Person, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await adversaryRoom();
});
afterAll(() => room.close());

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const ZIP = Buffer.from("504b03040a0000000000", "hex");

type Part = { readonly name: string; readonly value: string | Buffer; readonly filename?: string };

/** A multipart body whose file names are written as they are given: browsers escape them, adversaries do not. */
function body(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, value, filename }) => [
    Buffer.from(
      `--x\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"`}\r\n${filename === undefined ? "" : "content-type: application/pdf\r\n"}\r\n`,
    ),
    typeof value === "string" ? Buffer.from(value) : value,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, Buffer.from("--x--\r\n")]);
}

async function send(person: Person | undefined, url: string, parts: readonly Part[]) {
  const session = person === undefined ? undefined : await room.as(person);
  return room.app.inject({
    method: "POST",
    url,
    payload: body([{ name: "_csrf", value: session?.csrf ?? "" }, ...parts]),
    headers: { "content-type": "multipart/form-data; boundary=x" },
    ...(session === undefined ? {} : { cookies: { ...session.cookies } }),
  });
}

const store = async (value: Buffer, filename: string) =>
  room.app.inject({
    method: "POST",
    url: "/api/v1/files",
    payload: body([{ name: "file", value, filename }]),
    headers: {
      "content-type": "multipart/form-data; boundary=x",
      "x-csrf-token": (await room.as("desk")).csrf,
    },
    cookies: { ...(await room.as("desk")).cookies },
  });

/** A case whose draft waits for its writer, and the address to which the draft's form is sent. */
async function drafting(): Promise<CaseAnswer & { readonly url: string }> {
  const received = await room.receive();
  const passed = await room.does("desk", "pass-on", received.id);
  return { ...passed, url: `/officer/cases/${received.id}/draft-result` };
}

const typedDraft = (version: number): Part[] => [
  { name: "version", value: String(version) },
  { name: "kind", value: "granted" },
  { name: "title", value: "Giấy phép đã gõ" },
  { name: "content", value: "Nội dung đã gõ" },
];

describe("files that are not what they should be", () => {
  it("are refused by name when too large, and nothing typed is lost", async () => {
    const { id, url, version } = await drafting();
    const before = await room.trace(id);
    const huge = Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES)]);
    const answer = await send("specialist", url, [
      ...typedDraft(version),
      { name: "files", value: huge, filename: "qua-lon.pdf" },
      { name: "files", value: PDF, filename: "vua.pdf" },
    ]);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain("qua-lon.pdf");
    expect(fieldValue(answer.body, "title")).toBe("Giấy phép đã gõ");
    expect(answer.body).toContain("vua.pdf");
    expect((await room.trace(id)).caseRows).toBe(before.caseRows);
  });

  it("are refused through the API with a word and a 4xx", async () => {
    const huge = Buffer.concat([PDF, Buffer.alloc(MAX_FILE_BYTES)]);
    const words: unknown[] = [];
    for (const [bytes, name] of [
      [huge, "huge.pdf"],
      [Buffer.alloc(0), "empty.pdf"],
      [ZIP, "scan.pdf"],
      [Buffer.from("<html><script>alert(1)</script>"), "scan.pdf"],
      [Buffer.concat([Buffer.from("<script>alert(1)</script>"), PDF]), "polyglot.pdf"],
      [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "a.svg"],
    ] as const) {
      const answer = await store(bytes, name);
      words.push([answer.statusCode, answer.json().type.split(":").at(-1)]);
    }
    expect(words).toEqual([
      [413, "file-too-large"],
      [422, "file-empty"],
      [422, "file-type-unknown"],
      [422, "file-type-unknown"],
      [422, "file-type-unknown"],
      [422, "file-type-unknown"],
    ]);
  });

  it("have names that lead nowhere, break no header and hide no ending", async () => {
    for (const [sent, kept] of [
      ["../../../etc/passwd.pdf", "passwd.pdf"],
      ["C:\\Users\\a\\don.pdf", "don.pdf"],
      ["a\tb\u0007.pdf", "ab.pdf"],
      ["don\u202efdp.exe", "donfdp.exe"],
      ["a\u0000b.pdf", "ab.pdf"],
      ["Đơn đề nghị.pdf".normalize("NFD"), "Đơn đề nghị.pdf"],
    ]) {
      const answer = await store(PDF, sent as string);
      expect([sent, answer.statusCode]).toEqual([sent, 201]);
      expect(answer.json().name).toBe(kept);
    }
  });

  it("with long names of signs beyond the basic plane are kept and come back under a sound name", async () => {
    const { id, url, version } = await drafting();
    const name = `${"x".repeat(252)}${"😀".repeat(20)}.pdf`;
    const done = await send("specialist", url, [
      ...typedDraft(version),
      { name: "files", value: PDF, filename: name },
    ]);
    expect(done.statusCode).toBe(303);
    const page = await room.get("specialist", `/officer/cases/${id}`);
    const href = /\/officer\/cases\/[^"/]+\/files\/[0-9a-f]{64}/.exec(page.body)?.[0] ?? "";
    const file = await room.get("specialist", href);
    expect(file.statusCode).toBe(200);
    expect(file.headers["content-type"]).toBe("application/pdf");
    expect(file.headers["x-content-type-options"]).toBe("nosniff");
    expect(file.headers["content-disposition"]).toMatch(/^inline; filename\*=UTF-8''[\w.%~!-]+\.pdf$/);
  });

  it("cannot break the header of a download through the name that a system gives", async () => {
    const { id } = await drafting();
    const stored = (await store(PNG, "a.png")).json();
    const name = 'a"\r\nset-cookie: mc_session=x; filename="b\u202e\'*.png';
    await room.does("specialist", "draft-result", id, {
      kind: "granted",
      title: "A",
      content: "B",
      files: [{ ...stored, name }],
    });
    const file = await room.get("specialist", `/officer/cases/${id}/files/${stored.sha256}`);
    expect(file.statusCode).toBe(200);
    expect(file.headers["set-cookie"]).toBeUndefined();
    expect(file.headers["content-disposition"]).toMatch(/^inline; filename\*=UTF-8''[\w.%~!-]+$/);
  });

  it("are taken from nobody where anybody may send a form", async () => {
    for (const url of [
      "/sign-in",
      "/track/H21.00.01-261123-0001/rate?w=ABCDE",
      "/nothing",
      "/api/v1/nothing",
    ]) {
      const file = await send(undefined, url, [{ name: "a", value: PDF, filename: "a.pdf" }]);
      const text = await send(undefined, url, Array(30).fill({ name: "a", value: "x".repeat(100_000) }));
      expect([url, file.statusCode, text.statusCode]).toEqual([url, 413, 413]);
    }
  });

  it("cannot be named in a case without having been stored, or as something else than they are", async () => {
    const { id } = await drafting();
    const stored = (await store(PNG, "a.png")).json();
    const before = await room.trace(id);
    for (const change of [
      { sha256: "0".repeat(64) },
      { bytes: 1 },
      { mediaType: "text/html" },
      { sha256: "../../x" },
    ]) {
      const input = { kind: "granted", title: "A", content: "B", files: [{ ...stored, ...change }] };
      const answer = await room.api("specialist", `/api/v1/cases/${id}/draft-result`, { input });
      expect([400, 422]).toContain(answer.statusCode);
    }
    expect((await room.trace(id)).caseRows).toBe(before.caseRows);
  });
});
