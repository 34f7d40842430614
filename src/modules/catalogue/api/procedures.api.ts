import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { toIso } from "../../../kernel/time.ts";
import { PROBLEM_TYPE } from "../../../platform/http/problem.ts";
import { type CatalogueDeps, ownProvince } from "../catalogue-deps.ts";
import { findProcedure } from "../procedure.query.ts";
import { searchProcedures } from "../search-procedures/search-procedures.query.ts";
import { ProblemBody, ProcedureBody, ProcedureListBody } from "./procedure-schemas.ts";

/** Texts that PostgreSQL takes. */
const Text = z
  .string()
  .max(300)
  .regex(/^\P{Cc}*$/u);

/** The catalogue over HTTP, for everybody. */
export function proceduresApi(app: FastifyInstance, deps: CatalogueDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    "/api/v1/procedures",
    {
      config: { access: "public" },
      schema: {
        summary: "Finds procedures by everyday words, name or code, best first; all by name without q",
        tags: ["procedures"],
        querystring: z.object({
          q: Text.optional(),
          field: Text.optional(),
          level: Text.optional(),
          receivable: z.stringbool().optional(),
          limit: z.coerce.number().int().min(1).max(100).default(20),
          after: z
            .string()
            .max(2000)
            .regex(/^\P{Cc}*$/u)
            .optional(),
        }),
        response: { 200: ProcedureListBody, 400: ProblemBody },
      },
    },
    async ({ query }) => {
      const { receivable, ...search } = query;
      const page = await searchProcedures(deps.database, {
        ...search,
        receivableOnly: receivable ?? false,
        province: ownProvince(deps),
      });
      return {
        procedures: page.items.map(({ id: _id, origin: _origin, state: _state, ...item }) => ({
          ...item,
          levels: [...item.levels],
          channels: [...item.channels],
        })),
        ...(page.next === undefined ? {} : { next: page.next }),
      };
    },
  );

  api.get(
    "/api/v1/procedures/:code",
    {
      config: { access: "public" },
      schema: {
        summary: "A procedure whole, in the version in force",
        tags: ["procedures"],
        params: z.object({
          code: z
            .string()
            .max(60)
            .regex(/^\P{Cc}*$/u),
        }),
        response: { 200: ProcedureBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const found = await findProcedure(deps.database, request.params.code);
      if (found === undefined) {
        const body = {
          type: "urn:mot-cua:problem:no-such-procedure",
          title: "No procedure has this code",
          status: 404,
        };
        return reply
          .status(404)
          .type(PROBLEM_TYPE)
          .send({ ...body, instance: request.url });
      }
      const { content, version, state, receivable, updatedAt } = found;
      // The schema of the answer also keeps out what a later content may hold.
      return ProcedureBody.parse({ ...content, version, state, receivable, updatedAt: toIso(updatedAt) });
    },
  );
}
