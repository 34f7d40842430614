import { get as httpGet, type IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testClock } from "../../../../test/harness/clock.ts";
import { buildServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log.ts";
import { noCounts } from "../domain/board-sums.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import type { BoardNumbers } from "./board-numbers.query.ts";
import { boardStreams } from "./board-stream.ts";

/** A reading of the board that the test answers: so many open cases. */
type Asked = (open: number) => void;

let app: FastifyInstance;
let origin: string;
let asked: Asked[];
let come: number;
/** What the board does after a tick that brought other numbers. */
let tell: () => Promise<void>;

const numbers = (open: number): BoardNumbers => ({
  asOf: 0,
  version: open,
  period: "today",
  day: "2026-11-23",
  starts: "2026-11-23",
  total: { period: noCounts(), now: { ...noCounts(), open } },
  units: new Map(),
  fields: new Map(),
});

beforeEach(async () => {
  asked = [];
  come = 0;
  const clock = testClock().read;
  const server = await buildServer({
    clock,
    log: createLog("silent"),
    sessions: { findSession: async () => undefined, findSystem: async () => undefined },
    errorPage: () => "fault",
    secure: false,
    limits: { anonymousPerMinute: 10_000, sessionPerMinute: 10_000 },
  });
  server.app.addHook("preHandler", async () => {
    come++;
  });
  const board = {
    checkedAt: 0,
    listen: (listener: () => Promise<void>) => {
      tell = listener;
      return () => {};
    },
    numbers: () =>
      new Promise<BoardNumbers>((resolve) => {
        asked.push((open) => resolve(numbers(open)));
      }),
  };
  const directory = { unitByCode: () => undefined, allUnits: () => [], findUnit: () => undefined };
  boardStreams(server.app, { clock, board, directory } as unknown as SteeringDeps);
  app = server.app;
  origin = await app.listen({ port: 0, host: "127.0.0.1" });
});
afterEach(() => app.close());

/** A reader's browser: what it shows of the open cases. */
function reader(): { shown: string | undefined } {
  const seen: { shown: string | undefined } = { shown: undefined };
  const headers = { accept: "text/event-stream" };
  httpGet(`${origin}/board/stream`, { headers }, (response: IncomingMessage) => {
    response.setEncoding("utf8").on("data", (text: string) => {
      for (const [, data = "{}"] of text.matchAll(/^data: (.*)$/gm))
        seen.shown = JSON.parse(data)["t.open"] ?? seen.shown;
    });
  });
  return seen;
}

const isAsked = (times: number) => expect.poll(() => asked.length).toBe(times);

describe("readers who come while the numbers change", () => {
  it("see the newest, though those for which they came are read last", async () => {
    const first = reader();
    await isAsked(1);
    const told = tell();
    asked[1]?.(2);
    asked[0]?.(1);
    await isAsked(2);
    asked[1]?.(2);
    await told;
    await expect.poll(() => first.shown).toBe("2");
  });

  it("see the newest, though somebody who came at the same moment was given others", async () => {
    const [first, second] = [reader(), reader()];
    await expect.poll(() => come).toBe(2);
    await app.inject("/nowhere");
    asked[0]?.(1);
    await expect.poll(() => first.shown).toBe("1");
    asked[1]?.(2);
    await expect.poll(() => [first.shown !== undefined, second.shown !== undefined]).toEqual([true, true]);
    const told = tell();
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    asked.at(-1)?.(2);
    await told;
    await expect.poll(() => [first.shown, second.shown]).toEqual(["2", "2"]);
  });
});
