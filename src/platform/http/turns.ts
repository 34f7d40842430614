import { availableParallelism } from "node:os";
import type { FastifyInstance } from "fastify";
import pLimit from "p-limit";
import { Gauge, type Registry } from "prom-client";

declare module "fastify" {
  interface FastifyRequest {
    /** Gives back the turn of a changing request; undefined where it took none. */
    endTurn: (() => void) | undefined;
  }
}

/** Enough that one computes while another waits for the disk (measured: docs/bench.md). */
const CHANGES_AT_ONCE = 2 * availableParallelism();

/**
 * Who looks goes before who changes: so many changing requests are worked on at once, the others wait in the order in
 * which they came (ADR 20). What everybody may send, such as a sign-in, waits in a line of its own: a rush of it holds no
 * officer up. What is sent is read before and what is answered goes out after: a slow line holds no turn.
 */
export function changesTakeTurns(
  app: FastifyInstance,
  metrics: Registry,
  changesAtOnce = CHANGES_AT_ONCE,
): void {
  const turns = { officers: pLimit(changesAtOnce), public: pLimit(changesAtOnce) };
  app.decorateRequest("endTurn", undefined);
  app.addHook("preHandler", async (request) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    // A handler that finds nothing runs the hooks again: the turn it has is its turn.
    if (request.endTurn) return;
    const ended = Promise.withResolvers<void>();
    request.endTurn = ended.resolve;
    const { access } = request.routeOptions.config;
    await new Promise<void>((begin) => {
      void turns[access === undefined || access === "public" ? "public" : "officers"](() => {
        begin();
        return ended.promise;
      });
    });
  });
  app.addHook("onSend", async (request) => request.endTurn?.());
  new Gauge({
    name: "http_changes",
    help: "Changing requests that are worked on and that wait for their turn",
    labelNames: ["who", "state"],
    registers: [metrics],
    collect() {
      for (const who of ["officers", "public"] as const) {
        this.set({ who, state: "working" }, turns[who].activeCount);
        this.set({ who, state: "waiting" }, turns[who].pendingCount);
      }
    },
  });
}
