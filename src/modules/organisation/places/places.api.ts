import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { namedPlaces, type PlaceDeps } from "./named-places.ts";

const Body = z.object({
  places: z.array(
    z.object({
      name: z.string().describe("The old name with its type, such as xã Nhơn Lộc"),
      formerDistrict: z.string().optional().describe("Absent where it is not known"),
      formerProvince: z.string().optional(),
      share: z.string().optional().describe("The part of the old place; absent: the whole"),
      since: z.string().describe("From when it belongs to the unit, YYYY-MM-DD"),
      unit: z.object({ code: z.string(), name: z.string() }).describe("The unit today"),
    }),
  ),
});

const Problem = z.object({ type: z.string(), title: z.string(), status: z.number().int() });

/** GET /api/v1/places: an address by its old name, for everybody. */
export function placesApi(app: FastifyInstance, deps: PlaceDeps): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    "/api/v1/places",
    {
      config: { access: "public" },
      schema: {
        summary:
          "Finds old names of communes, with or without marks, and the unit that each belongs to today",
        tags: ["organisation"],
        querystring: z.object({
          q: z
            .string()
            .min(1)
            .max(100)
            .regex(/^\P{Cc}*$/u),
        }),
        response: { 200: Body, 400: Problem },
      },
    },
    async ({ query }) => ({
      places: (await namedPlaces(deps, query.q, 50)).map(
        ({ name, formerDistrict, formerProvince, share, since, unit }) => ({
          name,
          ...(formerDistrict === "" ? {} : { formerDistrict }),
          ...(formerProvince === "" ? {} : { formerProvince }),
          ...(share === "" ? {} : { share }),
          since,
          unit: { code: unit.code, name: unit.name },
        }),
      ),
    }),
  );
}
