import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type CitizenRoom, citizenRoom } from "./testing/citizen-room.ts";
import { readingText } from "./testing/reading-text.ts";

let room: CitizenRoom;

describe("who may see a case", () => {
  beforeAll(async () => {
    room = await citizenRoom();
  });
  afterAll(() => room?.close());

  it("answers a wrong word and an unknown code alike, and keeps what was typed", async () => {
    const state = await room.receive();
    const wrong = await room.get(`/track/${state.code}?w=AAAAA-AAAAA`);
    const unknown = await room.get("/track/H21.106-261123-9999?w=AAAAA-AAAAA");
    expect([wrong.statusCode, unknown.statusCode]).toEqual([404, 404]);
    const same = (body: string, code: string) => readingText(body.replaceAll(code, "CODE"));
    expect(same(wrong.body, state.code)).toBe(same(unknown.body, "H21.106-261123-9999"));
    expect(wrong.body.replaceAll(state.code, "CODE")).toBe(
      unknown.body.replaceAll("H21.106-261123-9999", "CODE"),
    );
    expect(wrong.body).toContain(`value="${state.code}"`);
    expect(wrong.body).toContain('value="AAAAA-AAAAA"');
    expect(readingText(wrong.body)).toContain("Không có hồ sơ nào khớp với hai mã này");
    for (const rest of ["/explain", "/rate", "/receipt.pdf"]) {
      const answer = await room.get(`/track/${state.code}${rest}?w=AAAAA-AAAAA`);
      expect([rest, answer.statusCode]).toEqual([rest, 404]);
      expect(answer.body).toContain('value="AAAAA-AAAAA"');
    }
  });

  it("takes both codes typed as people type them and leads to the address of the QR code", async () => {
    const state = await room.receive();
    const typed = room.word(state).toLowerCase().replace("-", " ");
    const query = new URLSearchParams({ code: ` ${state.code.toLowerCase()} `, w: typed });
    const found = await room.get(`/track?${query}`);
    expect(found.statusCode).toBe(303);
    const page = await room.get(String(found.headers.location));
    expect(page.statusCode).toBe(200);
    expect(readingText(page.body)).toContain("Hồ sơ của bà đang ở");
  });

  it("asks for a code that was left out", async () => {
    const answer = await room.get("/track?code=&w=ABC");
    expect(answer.statusCode).toBe(422);
    expect(readingText(answer.body)).toContain("Hãy nhập mã hồ sơ.");
    expect(answer.body).toContain('value="ABC"');
    expect((await room.get("/track")).statusCode).toBe(200);
    const half = await room.get("/track/H21.106-261123-0001");
    expect(half.statusCode).toBe(200);
    expect(half.body).toContain('value="H21.106-261123-0001"');
  });

  it("is kept by no cache and no search engine, and gives the address to nobody", async () => {
    const { headers } = await room.get(room.qr(await room.receive()));
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["referrer-policy"]).toBe("same-origin");
    const pages = [
      "/track",
      "/track/:code",
      "/track/:code/explain",
      "/track/:code/rate",
      "/track/:code/receipt.pdf",
    ];
    for (const url of pages) expect([url, room.limits.get(url)]).toEqual([url, 120]);
  });

  it("prints the receipt again for whoever holds the word", async () => {
    const state = await room.receive();
    const answer = await room.get(room.qr(state, "/receipt.pdf"));
    expect(answer.headers["content-type"]).toBe("application/pdf");
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    expect(answer.headers["x-robots-tag"]).toContain("noindex");
  });

  it("asks the database once", async () => {
    const state = await room.receive();
    const queries: string[] = [];
    const { pool } = room.deps.database;
    const query = pool.query.bind(pool);
    const spy = vi.spyOn(pool, "query").mockImplementation(((...args: Parameters<typeof query>) => {
      queries.push(JSON.stringify(args[0]));
      return query(...args);
    }) as typeof pool.query);
    await room.get(room.qr(state));
    spy.mockRestore();
    expect(queries).toHaveLength(1);
    expect(queries[0]).toContain("cases.track");
  });
});
