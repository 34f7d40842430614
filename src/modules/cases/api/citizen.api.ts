import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { CasesDeps } from "../cases-deps.ts";
import { RateCase, rateCase } from "../rate-case/rate-case.ts";
import { trackCase } from "../track-case/track-case.query.ts";
import { TRACK_ROUTE } from "../track-case/track-request.ts";
import { ActionBody, actionBodyOf, PROBLEMS, TrackedBody, trackedBody } from "./case-schemas.ts";
import { refused } from "./refused.ts";

const Code = z.object({ code: z.string().min(5).max(60) });
const Word = z.object({ w: z.string().min(1).max(40).describe("The secret word on the receipt") });

/** What the holder of a receipt may ask without an account. */
export function citizenApi(app: FastifyInstance, deps: CasesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const codeOf = (unitId: number) => deps.directory.unit(unitId).code;

  api.get(
    "/api/v1/track/:code",
    {
      ...TRACK_ROUTE,
      schema: {
        summary: "Where a case is, by its code and the secret word of its receipt",
        tags: ["citizens"],
        params: Code,
        querystring: Word,
        response: { 200: z.object({ case: TrackedBody, actions: z.array(ActionBody) }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const tracked = await trackCase(deps, request.params.code, request.query.w);
      if (!tracked.ok) return refused(request, reply, tracked.refusal);
      const { state, actions } = tracked.value;
      // The public learns which unit acted, not which person.
      const without = actions.map((action) => {
        const { officerId: _, ...body } = actionBodyOf(action, codeOf);
        return body;
      });
      return { case: trackedBody(state, codeOf), actions: without };
    },
  );

  api.post(
    "/api/v1/track/:code/rating",
    {
      ...TRACK_ROUTE,
      schema: {
        summary: "Rates a returned case, once",
        tags: ["citizens"],
        params: Code,
        querystring: Word,
        body: RateCase,
        response: { 200: z.object({ rated: z.literal(true) }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const who = { code: request.params.code, word: request.query.w };
      const rated = await rateCase(deps, who, request.body);
      return rated.ok ? { rated: true as const } : refused(request, reply, rated.refusal);
    },
  );
}
