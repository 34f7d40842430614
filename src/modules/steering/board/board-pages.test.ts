import { once } from "node:events";
import { get as httpGet, type IncomingMessage } from "node:http";
import { connect as connectLine } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectGood, inBrowser } from "../../../../test/harness/browser.ts";
import {
  PEOPLE,
  readingText,
  type SomeCase,
  type SteeringRoom,
  steeringRoom,
} from "../testing/steering-room.ts";

let room: SteeringRoom;
let origin: string;
let late: SomeCase;
beforeAll(async () => {
  room = await steeringRoom();
  origin = await room.app.app.listen({ port: 0, host: "127.0.0.1" });
  room.at("2026-11-24T09:00");
  late = await room.caseAt("specialist");
  room.at("2026-12-15T09:00");
  await room.caseAt("return");
  await room.app.board.tick();
});
afterAll(() => room?.close());

const text = async (url: string, person?: "leader" | "stranger" | "specialist" | "controller") => {
  const answer = await room.get(person, url);
  expect(answer.statusCode, url).toBe(200);
  return readingText(answer.body);
};

/**
 * Counts until something has happened: where telling took long the board rests before it tells again, and a page whose
 * stream was refused asks again after half a minute.
 */
async function ticksUntil<T>(happens: Promise<T>): Promise<T> {
  let hasHappened = false;
  const noted = happens.then(() => {
    hasHappened = true;
  });
  await expect
    .poll(
      async () => {
        await room.app.board.tick();
        return hasHappened;
      },
      { timeout: 120_000 },
    )
    .toBe(true);
  await noted;
  return happens;
}

describe("the public board", () => {
  it("shows this moment and the period by level, unit and field, without a name or a number of anybody", async () => {
    const page = await text("/board?period=year");
    expect(page).toContain("1 Đang giải quyết");
    expect(page).toContain("1 Đang quá hạn");
    expect(page).toContain("2 Tiếp nhận");
    expect(page).toMatch(/Cấp tỉnh 2 1 1 1 0 50,0 % 50,0 %/);
    expect(page).toContain("Sở Xây dựng");
    const { body } = await room.get(undefined, "/board");
    for (const secret of ["Lụa", "064185004321", late.code]) expect(body).not.toContain(secret);
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="10"/></noscript>');
  });

  it("shows one unit, one field or one level alone, and the same in English", async () => {
    expect(await text("/board?unit=H21.18")).toContain("Chỉ Sở Xây dựng");
    expect(await text("/board?level=commune")).toContain("0 Đang giải quyết");
    expect(await text("/board?period=month&lang=en")).toContain("1 Late now");
    expect(await text("/board?unit=zzz&field=-3&sort=zzz&page=9")).toContain("Bảng theo dõi trực tuyến");
  });

  it("says how each of its figures is made, with the source and why there are two rates", async () => {
    const page = await text("/board/method");
    for (const words of ["Quyết định 766/QĐ-TTg", "Đang quá hạn", "Vì sao có hai tỷ lệ"])
      expect(page).toContain(words);
    expect(await text("/board/method?lang=en")).toContain("Why there are two rates");
  });

  it("gives other programs the same numbers", async () => {
    const answer = await room.get(undefined, "/api/v1/board?period=year");
    expect(answer.json()).toMatchObject({
      period: "year",
      from: "2026-01-01",
      total: { received: 2, ended: 1, open: 1, lateNow: 1, official: 0.5 },
      levels: [{ level: "province" }],
    });
    expect((await room.get(undefined, "/api/v1/board?period=century")).statusCode).toBe(400);
  });
});

describe("the leaders' board", () => {
  it("names what is late, where, and what waits for the person who looks", async () => {
    const page = await text("/officer/board", "leader");
    for (const words of ["Quá hạn nhiều nhất", "Cần đôn đốc", late.code, "Việc chờ tôi"])
      expect(page).toContain(words);
  });

  it("is closed to posts that read no reports", async () => {
    expect((await room.get("specialist", "/officer/board")).statusCode).toBe(403);
    expect((await room.get("specialist", "/officer/board/stream")).statusCode).toBe(403);
    expect((await room.get(undefined, "/officer/board/stream")).statusCode).toBe(303);
  });

  it("leads to the cases behind a number: the province's for readers of reports, one's own for others", async () => {
    const url = "/officer/board/cases?measure=lateNow";
    const own = await room.get("leader", url);
    expect(own.body).toContain(`href="/officer/cases/${late.id}"`);
    const controller = await room.get("controller", url);
    expect(controller.body).toContain(late.code);
    expect(controller.body).not.toContain(`href="/officer/cases/${late.id}"`);
    expect(controller.body).not.toContain("Lụa");
    expect(await text(url, "specialist")).toContain(late.code);
    expect(await text(url, "stranger")).not.toContain(late.code);
    // Asking for somebody else's unit gives nothing of it.
    expect(await text(`${url}&unit=H21.18`, "stranger")).not.toContain(late.code);
    expect((await room.get("administrator", url)).statusCode).toBe(403);
    expect((await room.get(undefined, url)).statusCode).toBe(303);
  });

  it("lists as many cases as each number says", async () => {
    const { total } = (await room.get(undefined, "/api/v1/board?period=year")).json();
    for (const measure of [
      "received",
      "ended",
      "returned",
      "onTime",
      "late",
      "open",
      "paused",
      "lateNow",
      "latePaused",
      "toReturn",
    ]) {
      const page = await room.get("controller", `/officer/board/cases?period=year&measure=${measure}`);
      expect(page.body.match(/<tr[^>]*><th scope="row"/g)?.length ?? 0, measure).toBe(total[measure]);
    }
  });

  it("turns the pages of a long list without losing or repeating a case", async () => {
    room.at("2026-12-15T10:00");
    for (let count = 0; count < 53; count++) await room.caseAt("desk");
    await room.app.board.tick();
    const codes: string[] = [];
    for (
      let url: string | undefined = "/officer/board/cases?measure=received&period=month";
      url !== undefined;
    ) {
      const { body } = await room.get("leader", url);
      codes.push(...(body.match(/H21\.00\.01-\d{6}-\d{4}/g) ?? []));
      url = body.match(/<a class="button[^"]*" href="([^"]*after=[^"]*)"/)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(codes).toHaveLength(54);
    expect(new Set(codes).size).toBe(54);
  });
});

describe("the stream", () => {
  type Event = Readonly<Record<string, string>>;

  /** A connected browser, and the events it gets one after the other. */
  async function connect(path: string, headers: Readonly<Record<string, string>> = {}) {
    const response = await new Promise<IncomingMessage>((done) =>
      httpGet(`${origin}${path}`, { headers: { accept: "text/event-stream", ...headers } }, done),
    );
    response.setEncoding("utf8");
    let buffer = "";
    const chunks = response[Symbol.asyncIterator]();
    const next = async (): Promise<Event> => {
      for (;;) {
        const end = buffer.indexOf("\n\n");
        if (end >= 0) {
          const data = /^data: (.*)$/m.exec(buffer.slice(0, end))?.[1] ?? "{}";
          buffer = buffer.slice(end + 2);
          return JSON.parse(data) as Event;
        }
        const { value, done } = await chunks.next();
        if (done === true) throw new Error("the stream has ended");
        buffer += value;
      }
    };
    /** The next numbers, whatever beats come before them: the server says every ten seconds that it lives. */
    const change = async (): Promise<Event> => {
      for (;;) {
        const event = await next();
        if (Object.keys(event).some((key) => key !== "asOf")) return event;
      }
    };
    return { response, next, change, end: () => response.destroy() };
  }

  it("sends all numbers to a page that shows old ones, then only what changed", async () => {
    const stream = await connect("/board/stream?period=year&edition=0");
    expect(stream.response.headers["content-type"]).toContain("text/event-stream");
    expect(stream.response.headers["x-accel-buffering"]).toBe("no");
    const first = await stream.next();
    expect(first["t.open"]).toMatch(/^\d+$/);
    const one = await room.caseAt("specialist");
    const second = await ticksUntil(stream.change());
    expect(Number(second["t.open"])).toBe(Number(first["t.open"]) + 1);
    expect(second).not.toHaveProperty("t.paused");
    await room.does("leader", "stop", one, { reason: "Theo yêu cầu", basis: "Điều 21" });
    expect((await ticksUntil(stream.change()))["t.open"]).toBe(first["t.open"]);
    stream.end();
  });

  it("sends nothing but the moment to a page that shows the newest, and nothing when nothing changed", async () => {
    const { body } = await room.get(undefined, "/board");
    const stream = await connect(`/board/stream?edition=${/edition=([\d-]+)/.exec(body)?.[1]}`);
    expect(Object.keys(await stream.next())).toEqual(["asOf"]);
    await room.app.board.tick();
    await room.caseAt("desk");
    expect(await ticksUntil(stream.change())).toHaveProperty("t.received");
    stream.end();
  });

  it("opens for leaders with their session and leads whoever asks for no events to the page", async () => {
    const { cookies } = await room.app.signedIn(PEOPLE.leader);
    const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
    const stream = await connect("/officer/board/stream", { cookie: cookie.join("; ") });
    expect(stream.response.statusCode).toBe(200);
    stream.end();
    expect((await room.get(undefined, "/board/stream")).headers.location).toBe("/board");
  });

  it("counts for whoever comes after a silence, though nobody has counted what happened since", async () => {
    await room.caseAt("desk");
    room.at("2026-12-15T10:05");
    const stream = await connect("/board/stream?period=month&edition=0");
    const first = await stream.next();
    expect(Number(first["t.received"])).toBe(
      (await room.get(undefined, "/api/v1/board?period=month")).json().total.received,
    );
    stream.end();
  });

  it("tells the open page at midnight that the day is another", async () => {
    room.at("2026-12-15T23:50");
    await room.caseAt("desk");
    await room.app.board.tick();
    const stream = await connect("/board/stream");
    expect(Number((await stream.next())["t.received"])).toBeGreaterThan(0);
    room.at("2026-12-16T00:30");
    const changed = await ticksUntil(stream.change());
    expect(changed["t.received"]).toBe("0");
    expect(changed.asOf).toContain("16/12/2026");
    // A unit that had numbers yesterday alone has none now; nothing old is left standing.
    expect(Object.entries(changed).filter(([key]) => key.endsWith(".received"))).not.toEqual([]);
    for (const [key, value] of Object.entries(changed))
      if (key.endsWith(".received")) expect(value).toBe("0");
    stream.end();
  });

  it("takes a bounded number of different boards, and leaders' boards beside them", async () => {
    const streams = [];
    for (let field = 1; field <= 60; field++) streams.push(await connect(`/board/stream?field=${field}`));
    const refused = await connect("/board/stream?field=99");
    expect(refused.response.statusCode).toBe(503);
    expect(refused.response.headers["retry-after"]).toBe("30");
    const { cookies } = await room.app.signedIn(PEOPLE.leader);
    const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
    const officer = await connect("/officer/board/stream", { cookie: cookie.join("; ") });
    expect(officer.response.statusCode).toBe(200);
    for (const stream of [...streams, refused, officer]) stream.end();
  });

  it("has room again when readers go away, also those who went before their numbers were read", async () => {
    await Promise.all(
      Array.from({ length: 450 }, async (_, index) => {
        const line = connectLine(Number(new URL(origin).port), "127.0.0.1");
        await once(line, "connect");
        const path = `/board/stream?field=${index % 70}`;
        line.write(`GET ${path} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n`);
        setImmediate(() => line.destroy());
        await once(line, "close");
      }),
    );
    await expect
      .poll(async () => {
        const stream = await connect("/board/stream?field=99");
        stream.end();
        return stream.response.statusCode;
      })
      .toBe(200);
  });
});

inBrowser("the pages of the board", (open) => {
  for (const width of [360, 1280])
    it(`are good at ${width} pixels`, async () => {
      const { cookies } = await room.app.signedIn(PEOPLE.leader);
      const page = await open({ origin, width, cookies });
      for (const url of [
        "/board?period=year",
        "/board/method",
        "/officer/board",
        "/officer/board/cases?measure=open",
      ]) {
        await page.goto(url);
        await expectGood(page);
      }
    });

  it("change in place when somebody works, and say when the connection is lost", async () => {
    // What the stories before have left uncounted would come together with the case of this one.
    await room.app.board.tick();
    await room.app.board.tick();
    const page = await open({ origin, width: 1280 });
    await page.goto("/board");
    await page.getByText("Đang cập nhật trực tiếp.").waitFor();
    const number = page.locator('[data-live="t.open"]');
    const before = Number(await number.textContent());
    await room.caseAt("desk");
    await ticksUntil(
      page.waitForFunction(
        `document.querySelector('[data-live="t.open"]').textContent === "${before + 1}"`,
        undefined,
        { timeout: 120_000 },
      ),
    );
  });
});

describe("the end", () => {
  it("a server that closes lets connected browsers go", async () => {
    const stream = httpGet(`${origin}/board/stream`, { headers: { accept: "text/event-stream" } });
    const response = await new Promise<IncomingMessage>((done) => stream.on("response", done));
    const ended = new Promise((done) => response.on("end", done));
    response.resume();
    await room.app.app.close();
    await ended;
    expect(response.complete).toBe(true);
  });
});
