import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { toLocalIso } from "../../../kernel/time.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { explainCase } from "../explain-deadline/explain-case.ts";
import { explainForOfficer } from "../explain-deadline/explain-deadline.query.ts";
import type { DeadlineExplanation } from "../explain-deadline/explain-deadline.ts";
import { trackCase } from "../track-case/track-case.query.ts";
import { TRACK_ROUTE } from "../track-case/track-request.ts";
import { PROBLEMS } from "./case-schemas.ts";
import { refused } from "./refused.ts";

const Line = z.object({
  kind: z.string(),
  date: z.string(),
  number: z.number().optional(),
  minutes: z.number().optional(),
  name: z.string().optional(),
  source: z.string().optional(),
});
const ExplanationBody = z
  .object({
    code: z.string(),
    firstDueAt: z.string().optional(),
    dueAt: z.string().optional(),
    newDueAt: z.string().optional(),
    paused: z.boolean(),
    agrees: z.boolean().describe("Every stored date is the one the rules give"),
    sections: z.array(
      z.object({ kind: z.string(), at: z.string(), dueAt: z.string().optional(), lines: z.array(Line) }),
    ),
  })
  .meta({ id: "DeadlineExplanation" });
type ExplanationBody = z.infer<typeof ExplanationBody>;

/** How a date came about, line by line, for officers and for the holder of a receipt. */
export function deadlineApi(app: FastifyInstance, deps: CasesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  api.get(
    "/api/v1/cases/:id/deadline",
    {
      config: { access: "case.read" },
      schema: {
        summary: "How the appointment of a case came about",
        tags: ["cases"],
        security: [{ systemToken: [] }, { officerSession: [] }],
        params: z.object({ id: z.uuid() }),
        response: { 200: ExplanationBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const explained = await explainForOfficer(deps, request.actor, request.params.id);
      if (!explained.ok) return refused(request, reply, explained.refusal);
      return body(explained.value.code, explained.value.explanation);
    },
  );
  api.get(
    "/api/v1/track/:code/deadline",
    {
      ...TRACK_ROUTE,
      schema: {
        summary: "How the appointment of a case came about, for the holder of its receipt",
        tags: ["citizens"],
        params: z.object({ code: z.string().min(5).max(60) }),
        querystring: z.object({ w: z.string().min(1).max(40) }),
        response: { 200: ExplanationBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const tracked = await trackCase(deps, request.params.code, request.query.w);
      if (!tracked.ok) return refused(request, reply, tracked.refusal);
      const { state, actions } = tracked.value;
      return body(state.code, await explainCase(deps, actions));
    },
  );
}

function body(code: string, explanation: DeadlineExplanation): ExplanationBody {
  const { firstDueAt, dueAt, newDueAt, paused, agrees } = explanation;
  const iso = (key: string, instant: number | undefined) =>
    instant === undefined ? {} : { [key]: toLocalIso(instant) };
  return {
    code,
    ...iso("firstDueAt", firstDueAt),
    ...iso("dueAt", dueAt),
    ...iso("newDueAt", newDueAt),
    paused,
    agrees,
    sections: explanation.sections.map((section) => ({
      kind: section.kind,
      at: toLocalIso(section.at),
      ...("dueAt" in section ? iso("dueAt", section.dueAt) : {}),
      lines: "lines" in section ? [...section.lines] : [],
    })),
  };
}
