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
 * which they came (ADR 20). What is sent is read before and what is answered goes out after: a slow line holds no turn.
 */
export function changesTakeTurns(
  app: FastifyInstance,
  metrics: Registry,
  changesAtOnce = CHANGES_AT_ONCE,
): void {
  const turns = pLimit(changesAtOnce);
  app.decorateRequest("endTurn", undefined);
  app.addHook("preHandler", async (request) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return;
    // A handler that finds nothing runs the hooks again: the turn it has is its turn.
    if (request.endTurn) return;
    const ended = Promise.withResolvers<void>();
    request.endTurn = ended.resolve;
    await new Promise<void>((begin) => {
      void turns(() => {
        begin();
        return ended.promise;
      });
    });
  });
  app.addHook("onSend", async (request) => request.endTurn?.());
  new Gauge({
    name: "http_changes",
    help: "Changing requests that are worked on and that wait for their turn",
    labelNames: ["state"],
    registers: [metrics],
    collect() {
      this.set({ state: "working" }, turns.activeCount);
      this.set({ state: "waiting" }, turns.pendingCount);
    },
  });
}
