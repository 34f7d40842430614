import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

/**
 * Describes the API as OpenAPI 3.1 from the same zod schemas that guard it. Pages are left out. Registered before the
 * routes; served at /api/openapi.json; the checked-in openapi.json is compared with it in the tests.
 */
export async function describeApi(app: FastifyInstance): Promise<void> {
  const transform = createJsonSchemaTransform({ skipList: [] });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Một Cửa API",
        version: "1",
        description:
          "The interconnected one-stop shop of a province: the same commands as the pages. Errors are RFC 9457 problems.",
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      components: {
        securitySchemes: {
          systemToken: {
            type: "http",
            scheme: "bearer",
            description: "Token of a system, made by an administrator",
          },
          officerSession: { type: "apiKey", in: "cookie", name: "mc_session" },
        },
      },
    },
    transformObject: jsonSchemaTransformObject,
    transform: (route) =>
      route.url.startsWith("/api/v1/")
        ? transform(route)
        : { schema: { ...route.schema, hide: true }, url: route.url },
  });
}

/** Serves the description. */
export function openapiRoute(app: FastifyInstance): void {
  app.get("/api/openapi.json", { config: { access: "public" } }, async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(JSON.stringify(app.swagger())),
  );
}
