import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { toLocalIso } from "../../../kernel/time.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { consumptionFor } from "../consumption-for.ts";
import type { Consumption } from "../domain/consumption.ts";
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
      z.object({
        kind: z.string(),
        at: z.string(),
        dueAt: z.string().optional(),
        why: z.string().optional().describe("Why it was counted, or why the clock stands still"),
        reason: z.string().optional().describe("Which kind of time does not count"),
        evidence: z
          .object({ number: z.string(), date: z.string() })
          .optional()
          .describe("The document by which the clock stopped or goes on"),
        appointment: z.number().int().optional().describe("Of two appointments which one"),
        verdict: z.string().optional().describe("Whether the first of two appointments was kept"),
        minutesLeft: z.number().optional().describe("Working minutes left when the clock goes on"),
        lines: z.array(Line),
      }),
    ),
    consumption: z.object({
      caseMinutes: z.number().describe("Working minutes for which the clock ran, parallel work once"),
      steps: z.array(
        z.object({
          seq: z.number(),
          step: z.string(),
          work: z.string(),
          unit: z.string(),
          post: z.string(),
          ranMinutes: z.number().describe("While it was open and the clock ran"),
          countedMinutes: z.number().describe("Its part; the parts of all steps are the case's minutes"),
        }),
      ),
      places: z.array(
        z.object({ unit: z.string(), post: z.string(), ranMinutes: z.number(), countedMinutes: z.number() }),
      ),
    }),
  })
  .meta({ id: "DeadlineExplanation" });
type ExplanationBody = z.infer<typeof ExplanationBody>;

/** How a date came about, line by line, for officers and for the holder of a receipt. */
export function deadlineApi(app: FastifyInstance, deps: CasesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const codeOf = (unitId: number) => deps.directory.unit(unitId).code;
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
      const { code, explanation, consumption } = explained.value;
      return body(code, explanation, consumption, codeOf);
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
      const consumption = await consumptionFor(deps, actions, deps.clock());
      return body(state.code, await explainCase(deps, actions), consumption, codeOf);
    },
  );
}

function body(
  code: string,
  explanation: DeadlineExplanation,
  { caseMinutes, steps, places }: Consumption,
  codeOf: (unitId: number) => string,
): ExplanationBody {
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
      ...("why" in section ? { why: section.why } : {}),
      ...("reason" in section && section.reason !== undefined ? { reason: section.reason } : {}),
      ...("evidence" in section && section.evidence !== undefined ? { evidence: section.evidence } : {}),
      ...("appointment" in section && section.appointment !== undefined
        ? { appointment: section.appointment }
        : {}),
      ...("verdict" in section ? { verdict: section.verdict } : {}),
      ...("minutesLeft" in section ? { minutesLeft: section.minutesLeft } : {}),
      lines: "lines" in section ? [...section.lines] : [],
    })),
    consumption: {
      caseMinutes,
      steps: steps.map(({ unitId, processStep, ...step }) => ({
        ...step,
        step: processStep,
        unit: codeOf(unitId),
      })),
      places: places.map(({ unitId, ...place }) => ({ ...place, unit: codeOf(unitId) })),
    },
  };
}
