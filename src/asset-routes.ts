import type { FastifyInstance } from "fastify";
import type { Assets } from "./ui/assets.ts";

/** Serves the style sheet, enhancers and fonts from memory; their names change with their content, so caches keep them. */
export function assetRoutes(app: FastifyInstance, { css, js, fonts }: Assets): void {
  for (const asset of [css, js, ...fonts]) {
    app.get(asset.path, { config: { access: "public" } }, (_request, reply) =>
      reply
        .header("cache-control", "public, max-age=31536000, immutable")
        .type(asset.contentType)
        .send(asset.body),
    );
  }
  app.get("/favicon.ico", { config: { access: "public" } }, (_request, reply) =>
    reply.header("cache-control", "public, max-age=86400").type("image/svg+xml").send(FAVICON),
  );
}

/** An open door in the civic red. */
const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#9d1b2a"><path d="M5 3h22v26h-4V7H9v22H5z"/><path d="M11 9l9 4v16.5l-9-2.5z" opacity=".55"/></svg>';
