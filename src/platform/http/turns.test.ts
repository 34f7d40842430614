import { once } from "node:events";
import { connect } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testClock } from "../../../test/harness/clock.ts";
import { createLog } from "../log.ts";
import { SESSION_COOKIE, type Session } from "./access.ts";
import { buildServer, type Server } from "./server.ts";

const OFFICER: Session = {
  actor: { kind: "officer", id: 1, name: "A", posts: [{ unitId: 1, kind: "desk-officer" }] },
  csrfToken: "the-token",
  secondFactorPending: false,
  username: "a",
  place: "",
};

let server: Server;
let app: FastifyInstance;
let finish: () => void;
let begun: string[];

beforeEach(async () => {
  const held = Promise.withResolvers<void>();
  finish = held.resolve;
  begun = [];
  server = await buildServer({
    clock: testClock().read,
    log: createLog("silent"),
    sessions: { findSession: async () => OFFICER, findSystem: async () => undefined },
    errorPage: () => "fault",
    secure: false,
    limits: { anonymousPerMinute: 10_000, sessionPerMinute: 10_000 },
    changesAtOnce: 1,
  });
  app = server.app;
  const config = { access: "public" } as const;
  app.get("/look", { config }, () => "seen");
  app.post("/slow", { config }, async () => {
    begun.push("slow");
    await held.promise;
    return "slow";
  });
  app.post("/work", { config: { access: "signed-in" } }, () => "done");
  app.post("/nothing-here", { config }, (_, reply) => reply.callNotFound());
  app.post<{ Params: { name: string } }>("/change/:name", { config }, (request) => {
    begun.push(request.params.name);
    if (request.params.name === "bug") throw new Error("a bug");
    return request.params.name;
  });
});
afterEach(() => app.close());

const post = (url: string) => app.inject({ method: "POST", url });
const waiting = async (who = "public") =>
  [...(await server.metrics.getSingleMetricAsString("http_changes")).matchAll(/who="(\w+)".* (\d+)$/gm)]
    .filter(([, line]) => line === who)
    .map(([, , count]) => count);
const until = (seen: () => unknown) => expect.poll(seen).toBe(true);

describe("changes take turns", () => {
  it("in the order in which they came, while who looks is answered at once", async () => {
    const answers = [post("/slow")];
    await until(() => begun.length === 1);
    for (const name of ["first", "second"]) answers.push(post(`/change/${name}`));
    await expect.poll(() => waiting()).toEqual(["1", "2"]);
    expect((await app.inject("/look")).body).toBe("seen");
    expect(begun).toEqual(["slow"]);
    finish();
    expect((await Promise.all(answers)).map(({ body }) => body)).toEqual(["slow", "first", "second"]);
    expect(begun).toEqual(["slow", "first", "second"]);
    expect(await waiting()).toEqual(["0", "0"]);
  });

  it("in a line of their own where everybody may send them: a rush of sign-ins holds no officer up", async () => {
    const answers = [post("/slow"), post("/change/first")];
    await expect.poll(() => waiting()).toEqual(["1", "1"]);
    const work = await app.inject({
      method: "POST",
      url: "/work",
      cookies: { [SESSION_COOKIE]: "a" },
      headers: { "x-csrf-token": "the-token" },
    });
    expect(work.body).toBe("done");
    expect(await waiting("officers")).toEqual(["0", "0"]);
    finish();
    await Promise.all(answers);
  });

  it("and give theirs back after a fault, an address that is none and a form that is refused", async () => {
    expect((await post("/change/bug")).statusCode).toBe(500);
    expect((await post("/nowhere")).statusCode).toBe(404);
    expect((await post("/nothing-here")).statusCode).toBe(404);
    const elsewhere = { origin: "https://elsewhere.example" };
    const refused = await app.inject({ method: "POST", url: "/change/x", headers: elsewhere });
    expect(refused.statusCode).toBe(403);
    expect((await post("/change/after")).body).toBe("after");
    expect(await waiting()).toEqual(["0", "0"]);
  });

  it("of somebody who went away meanwhile comes to its end and holds up nobody", async () => {
    const line = await openLine();
    line.write("POST /slow HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
    await until(() => begun.length === 1);
    line.destroy();
    await once(line, "close");
    const after = post("/change/after");
    await expect.poll(() => waiting()).toEqual(["1", "1"]);
    finish();
    expect((await after).body).toBe("after");
  });

  it("begin when all that is sent has come: a slow upload holds none", async () => {
    const line = await openLine();
    const type = "multipart/form-data; boundary=part";
    const head = `POST /change/upload HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 500\r\n\r\n`;
    line.write(`${head}--part\r\ncontent-disposition: form-data; name="note"\r\n\r\nhalf of it`);
    await expect.poll(async () => (await app.inject("/look")).body).toBe("seen");
    expect((await post("/change/other")).body).toBe("other");
    expect(begun).toEqual(["other"]);
    line.destroy();
  });
});

async function openLine() {
  const address = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
  const line = connect(Number(address.port), address.hostname);
  line.on("error", () => {});
  await once(line, "connect");
  return line;
}
