import type { ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../../../kernel/time.ts";
import { CurrentReading } from "../../../platform/current-reading.ts";
import type { Access } from "../../../platform/http/access.ts";
import { problem, sendProblem } from "../../../platform/http/problem.ts";
import type { SteeringDeps } from "../steering-deps.ts";
import { asOfText, boardModel, boardNumberTexts, scopeOf } from "./board-model.ts";
import { type BoardRequest, boardRequest } from "./board-request.ts";

/**
 * Browsers that one process keeps connected, and different boards (period, part, language) they may look at. Officers have
 * room of their own: nobody outside can take their board from them.
 */
const ROOM = {
  public: { listeners: 400, channels: 60 },
  officers: { listeners: 400, channels: 200 },
} as const;
const BEAT_MS = 10_000;
/** A reader who does not take what is sent is let go and may come again. */
const MAX_WAITING_BYTES = 1_000_000;

/** All who look at the same numbers in the same language: they are read and drawn once. */
type Channel = {
  readonly request: BoardRequest;
  readonly lang: Lang;
  readonly listeners: Set<ServerResponse>;
  texts: ReadonlyMap<string, string>;
  /** Every row that was ever sent. */
  rows: ReadonlySet<string>;
  /** Empty: nothing was read yet. */
  edition: string;
  /** One at a time: of two the older could end last, and who heard the one would never hear what the other changed. */
  readonly reading: CurrentReading;
};

/** The boards that one kind of readers looks at, by what was asked for. */
type Channels = Map<string, Channel>;

/**
 * GET /board/stream and GET /officer/board/stream: server-sent events with the numbers that changed. A page says which
 * edition it shows; if that is not the newest it first gets all numbers. Whoever does not ask for events is led to the page.
 */
export function boardStreams(app: FastifyInstance, deps: SteeringDeps): void {
  const rooms = { public: new Map<string, Channel>(), officers: new Map<string, Channel>() };
  const all = () => [...rooms.public.values(), ...rooms.officers.values()];
  const stopListening = deps.board.listen(() => tellAll(all()));
  const beat = setInterval(() => beatAll(deps, all()), BEAT_MS);
  beat.unref();
  // Before the server waits for its connections to end: these would never.
  app.addHook("preClose", async () => {
    clearInterval(beat);
    stopListening();
    for (const { listeners } of all()) for (const raw of listeners) raw.end();
    for (const channels of Object.values(rooms)) channels.clear();
  });
  const route = (path: string, access: Access, readers: keyof typeof rooms) =>
    app.get(`${path}/stream`, { config: { access } }, async (request, reply) => {
      if (!request.headers.accept?.includes("text/event-stream")) return reply.redirect(path, 303);
      const asked = boardRequest(request.query);
      const channel = channelFor(deps, rooms[readers], ROOM[readers], asked, request.lang);
      if (channel === undefined) return sendTooMany(reply);
      return connect(deps, rooms[readers], channel, request, reply);
    });
  route("/board", "public", "public");
  route("/officer/board", "report.read", "officers");
}

function sendTooMany(reply: FastifyReply): FastifyReply {
  reply.header("retry-after", "30");
  return sendProblem(reply, problem(503, "too-many-listeners", "Too many are connected; try again later"));
}

const keyOf = ({ period, level, unit, field }: BoardRequest, lang: Lang): string =>
  JSON.stringify([period, level, unit, field, lang]);

/** The channel of a board; undefined where there is no room for one more reader or one more board. */
function channelFor(
  deps: SteeringDeps,
  channels: Channels,
  room: { readonly listeners: number; readonly channels: number },
  request: BoardRequest,
  lang: Lang,
): Channel | undefined {
  const listeners = [...channels.values()].reduce((sum, one) => sum + one.listeners.size, 0);
  if (listeners >= room.listeners) return undefined;
  const key = keyOf(request, lang);
  const known = channels.get(key);
  if (known !== undefined || channels.size >= room.channels) return known;
  const fresh: Channel = {
    request,
    lang,
    listeners: new Set(),
    texts: new Map(),
    rows: new Set(),
    edition: "",
    reading: new CurrentReading(() => refresh(deps, fresh)),
  };
  channels.set(key, fresh);
  return fresh;
}

async function connect(
  deps: SteeringDeps,
  channels: Channels,
  channel: Channel,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { raw } = reply;
  const leave = () => {
    channel.listeners.delete(raw);
    const key = keyOf(channel.request, channel.lang);
    if (channel.listeners.size === 0 && channels.get(key) === channel) channels.delete(key);
  };
  // From here on the reader counts, also while the numbers are read; and may go away at any moment.
  channel.listeners.add(raw);
  raw.on("close", leave);
  try {
    if (channel.edition === "") await channel.reading.join();
  } catch (fault) {
    leave();
    throw fault;
  }
  reply.hijack();
  // Gone, or told by a server that closes to come again.
  if (raw.destroyed || raw.writableEnded) {
    leave();
    return reply;
  }
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    // No proxy may keep, gather or squeeze what is sent.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  const shown = request.headers["last-event-id"] ?? (request.query as { edition?: unknown }).edition;
  send(raw, channel, `${shown}` === channel.edition ? beatText(deps, channel) : channel.texts);
  return reply;
}

/** Reads the channel's numbers anew and sends its listeners those that are not what they were. */
async function refresh(deps: SteeringDeps, channel: Channel): Promise<void> {
  const { request, lang } = channel;
  const numbers = await deps.board.numbers(request.period, scopeOf(request, deps.directory));
  const model = boardModel(numbers, request, deps.directory, lang);
  const texts = boardNumberTexts(model, lang, channel.rows);
  const changed = new Map([...texts].filter(([key, text]) => channel.texts.get(key) !== text));
  channel.texts = texts;
  const rows = [...model.levels, ...model.units, ...model.fields].map(({ key }) => key);
  channel.rows = new Set([...channel.rows, ...rows]);
  channel.edition = model.edition;
  for (const raw of channel.listeners) send(raw, channel, changed);
}

/** Whatever was counted before the call is sent. */
async function tellAll(channels: readonly Channel[]): Promise<void> {
  for (const { reading } of channels) await reading.again();
}

function beatAll(deps: SteeringDeps, channels: readonly Channel[]): void {
  // Where nobody has counted lately silence is the truth: the page then says that its numbers are old.
  if (deps.clock() - deps.board.checkedAt > 2 * BEAT_MS) return;
  for (const channel of channels)
    for (const raw of channel.listeners) send(raw, channel, beatText(deps, channel));
}

/** Nothing changed: the numbers hold for the moment of the last tick too. */
function beatText({ board }: SteeringDeps, { lang, texts }: Channel): Map<string, string> {
  const shown = board.checkedAt === 0 ? texts.get("asOf") : asOfText(board.checkedAt, lang);
  return new Map([["asOf", shown ?? ""]]);
}

function send(raw: ServerResponse, { edition }: Channel, texts: ReadonlyMap<string, string>): void {
  // Whose numbers are still being read has no head yet, and gets them all with it.
  if (!raw.headersSent || raw.writableEnded) return;
  if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy();
  else raw.write(`id: ${edition}\ndata: ${JSON.stringify(Object.fromEntries(texts))}\n\n`);
}
