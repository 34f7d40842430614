import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passOn } from "../pass-on/pass-on.ts";
import { proposeSupplement } from "../propose-supplement/propose-supplement.ts";
import { requestSupplement } from "../request-supplement/request-supplement.ts";
import { type CitizenRoom, citizenRoom } from "./testing/citizen-room.ts";

/** Design, part 6: the first view of the tracking page, everything included, as it goes over the wire. */
const FIRST_VIEW_BYTES = 60_000;
const SCRIPT_BYTES = 10_000;

let room: CitizenRoom;

describe("the budget of the tracking page", () => {
  beforeAll(async () => {
    room = await citizenRoom();
  });
  afterAll(() => room?.close());

  async function bytesOf(url: string): Promise<number> {
    const answer = await room.app.inject({ url, headers: { "accept-encoding": "gzip" } });
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload.length;
  }

  it("holds page, style, script and all fonts of a first view", async () => {
    const { id } = await room.receive();
    await room.does("thuy.kt.pleiku", passOn, id, {});
    const asked = { items: "Ảnh chân dung\nBản sao hộ khẩu", reason: "thiếu" };
    await room.does("nam.nh.pleiku", proposeSupplement, id, asked);
    const url = room.qr(await room.does("thuy.kt.pleiku", requestSupplement, id, asked));
    const { body } = await room.get(url);
    const linked = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    const style = linked.find((path) => path.endsWith(".css")) ?? "";
    const fonts = [...(await room.get(style)).body.matchAll(/\/assets\/[\w.-]+\.woff2/g)].map(
      ([path]) => path,
    );
    const files = new Set([...linked, ...fonts]);
    expect([...files].some((path) => path.endsWith(".js"))).toBe(true);
    expect(fonts.length).toBeGreaterThan(3);

    let total = await bytesOf(url);
    let script = 0;
    for (const path of files) {
      const bytes = await bytesOf(path);
      total += bytes;
      if (path.endsWith(".js")) script += bytes;
    }
    expect(script).toBeLessThanOrEqual(SCRIPT_BYTES);
    expect(total).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
  });
});
