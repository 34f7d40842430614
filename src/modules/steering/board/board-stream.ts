import type { ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../../../kernel/time.ts";
import type { Access } from "../../../platform/http/access.ts";
import { problem, sendProblem } from "../../../platform/http/problem.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { asOfText, boardModel, boardNumberTexts, scopeOf } from "./board-model.ts";
import { type BoardRequest, boardRequest } from "./board-request.ts";

/** Browsers that one process keeps connected, and different boards (period, part, language) they may look at. */
const MAX_LISTENERS = 400;
const MAX_CHANNELS = 24;
const BEAT_MS = 10_000;
/** A reader who does not take what is sent is let go and may come again. */
const MAX_WAITING_BYTES = 1_000_000;

/** All who look at the same numbers in the same language: they are read and drawn once. */
type Channel = {
  readonly request: BoardRequest;
  readonly lang: Lang;
  readonly listeners: Set<ServerResponse>;
  texts: ReadonlyMap<string, string>;
  version: number;
};

/**
 * GET /board/stream and GET /officer/board/stream: server-sent events with the numbers that changed. A page says which
 * version it shows; if that is not the newest it first gets all numbers. Whoever does not ask for events is led to the page.
 */
export function boardStreams(app: FastifyInstance, deps: SteeringDeps): void {
  const channels = new Map<string, Channel>();
  const stopListening = deps.board.listen(() => tellAll(deps, channels));
  const beat = setInterval(() => beatAll(deps, channels), BEAT_MS);
  beat.unref();
  // Before the server waits for its connections to end: these would never.
  app.addHook("preClose", async () => {
    clearInterval(beat);
    stopListening();
    for (const { listeners } of channels.values()) for (const raw of listeners) raw.end();
    channels.clear();
  });
  const route = (path: string, access: Access) =>
    app.get(`${path}/stream`, { config: { access } }, async (request, reply) => {
      if (!request.headers.accept?.includes("text/event-stream")) return reply.redirect(path, 303);
      return connect(deps, channels, request, reply);
    });
  route("/board", "public");
  route("/officer/board", "report.read");
}

async function connect(
  deps: SteeringDeps,
  channels: Map<string, Channel>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = boardRequest(request.query);
  const key = JSON.stringify([asked.period, asked.level, asked.unit, asked.field, request.lang]);
  const listeners = [...channels.values()].reduce((sum, one) => sum + one.listeners.size, 0);
  const isFull = listeners >= MAX_LISTENERS || (!channels.has(key) && channels.size >= MAX_CHANNELS);
  if (isFull) {
    reply.header("retry-after", "30");
    return sendProblem(reply, problem(503, "too-many-listeners", "Too many are connected; try again later"));
  }
  const channel = channels.get(key) ?? {
    request: asked,
    lang: request.lang,
    listeners: new Set<ServerResponse>(),
    texts: new Map<string, string>(),
    version: -1,
  };
  channels.set(key, channel);
  if (channel.version < 0) await refresh(deps, channel);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    // No proxy may keep, gather or squeeze what is sent.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  channel.listeners.add(raw);
  raw.on("close", () => {
    channel.listeners.delete(raw);
    if (channel.listeners.size === 0 && channels.get(key) === channel) channels.delete(key);
  });
  const shown = request.headers["last-event-id"] ?? (request.query as { version?: unknown }).version;
  send(raw, channel, `${shown}` === `${channel.version}` ? beatText(deps, channel) : channel.texts);
  return reply;
}

/** Reads the channel's numbers anew; answers those that are not what they were. */
async function refresh(deps: SteeringDeps, channel: Channel): Promise<Map<string, string>> {
  const { request, lang } = channel;
  const numbers = await deps.board.numbers(request.period, scopeOf(request, deps.directory));
  const texts = boardNumberTexts(boardModel(numbers, request, deps.directory, lang), lang);
  const changed = new Map([...texts].filter(([key, text]) => channel.texts.get(key) !== text));
  channel.texts = texts;
  channel.version = numbers.version;
  return changed;
}

async function tellAll(deps: SteeringDeps, channels: ReadonlyMap<string, Channel>): Promise<void> {
  for (const channel of channels.values()) {
    const changed = await refresh(deps, channel);
    for (const raw of channel.listeners) send(raw, channel, changed);
  }
}

function beatAll(deps: SteeringDeps, channels: ReadonlyMap<string, Channel>): void {
  // Where nobody has counted lately silence is the truth: the page then says that its numbers are old.
  if (deps.clock() - deps.board.checkedAt > 2 * BEAT_MS) return;
  for (const channel of channels.values())
    for (const raw of channel.listeners) send(raw, channel, beatText(deps, channel));
}

/** Nothing changed: the numbers hold for the moment of the last tick too. */
function beatText({ board }: SteeringDeps, { lang, texts }: Channel): Map<string, string> {
  const shown = board.checkedAt === 0 ? texts.get("asOf") : asOfText(board.checkedAt, lang);
  return new Map([["asOf", shown ?? ""]]);
}

function send(raw: ServerResponse, { version }: Channel, texts: ReadonlyMap<string, string>): void {
  if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy();
  else raw.write(`id: ${version}\ndata: ${JSON.stringify(Object.fromEntries(texts))}\n\n`);
}
