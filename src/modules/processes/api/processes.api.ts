import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { localDateOf, toIso } from "../../../kernel/time.ts";
import { PROBLEM_TYPE, problem } from "../../../platform/http/problem.ts";
import { processOf } from "../manage-processes/process.query.ts";
import { listProcesses } from "../manage-processes/processes.query.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { ProblemBody, ProcessBody, ProcessListBody } from "./process-schemas.ts";

const Text = z
  .string()
  .max(200)
  .regex(/^\P{Cc}*$/u);

/** Published processes over HTTP, for officers. */
export function processesApi(app: FastifyInstance, deps: ProcessesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();

  api.get(
    "/api/v1/processes",
    {
      config: { access: "officer.self" },
      schema: {
        summary:
          "The internal processes in force, by code of the procedure; with q those of procedures found by it",
        tags: ["processes"],
        querystring: z.object({
          q: Text.optional(),
          procedure: Text.optional().describe("Code of a procedure"),
          limit: z.coerce.number().int().min(1).max(100).default(20),
          after: Text.optional(),
        }),
        response: { 200: ProcessListBody, 400: ProblemBody, 401: ProblemBody, 403: ProblemBody },
      },
    },
    async ({ query }) => {
      const { q = "", procedure, limit, after = "" } = query;
      const [procedureCode = "", variantCode = ""] = after.split("~");
      const found = q === "" ? undefined : (await deps.searchProcedures(q)).map(({ code }) => code);
      const items = await listProcesses(deps.database, {
        codes: procedure === undefined ? found : [procedure],
        state: "published",
        today: localDateOf(deps.clock()),
        after: { procedureCode, variantCode },
        limit: limit + 1,
      });
      const shown = items.slice(0, limit);
      const names = await deps.procedureNames(shown.map((item) => item.procedureCode));
      const last = shown.at(-1);
      return {
        processes: shown.map((item) => ({
          id: item.processId ?? 0,
          procedureCode: item.procedureCode,
          ...(item.variantCode === "" ? {} : { variantCode: item.variantCode }),
          procedureName: names.get(item.procedureCode) ?? item.procedureCode,
          version: item.version ?? 0,
          validFrom: item.validFrom ?? "",
          steps: item.steps ?? 0,
        })),
        ...(items.length > limit && last !== undefined
          ? { next: `${last.procedureCode}~${last.variantCode}` }
          : {}),
      };
    },
  );

  api.get(
    "/api/v1/processes/:id",
    {
      config: { access: "officer.self" },
      schema: {
        summary: "A published version of an internal process, whole",
        tags: ["processes"],
        params: z.object({ id: z.coerce.number().int().min(1).max(2_000_000_000) }),
        response: { 200: ProcessBody, 401: ProblemBody, 403: ProblemBody, 404: ProblemBody },
      },
    },
    async (request, reply) => {
      const found = await processOf(deps, request.params.id);
      if (found === undefined) {
        const body = problem(404, "no-such-process", "No process has this id", { instance: request.url });
        return reply
          .status(404)
          .type(PROBLEM_TYPE)
          .send({ ...body, errors: [] });
      }
      const { version } = found;
      // The schema of the answer also keeps out what a later definition may hold.
      return ProcessBody.parse({
        id: version.id,
        procedureCode: version.procedureCode,
        ...(version.variantCode === "" ? {} : { variantCode: version.variantCode }),
        version: version.definition.version,
        validFrom: version.validFrom,
        validTo: version.validTo,
        publishedAt: toIso(version.publishedAt),
        decision: version.decision,
        reason: version.reason,
        steps: version.definition.steps,
        terms: version.definition.terms,
      });
    },
  );
}
