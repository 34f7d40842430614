import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Instant, toLocalIso } from "../../../kernel/time.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { consumptionFor } from "../consumption-for.ts";
import type { Consumption } from "../domain/consumption.ts";
import { explainCase } from "../explain-deadline/explain-case.ts";
import { explainForOfficer } from "../explain-deadline/explain-deadline.query.ts";
import type { DeadlineExplanation, DeadlineSection } from "../explain-deadline/explain-deadline.ts";
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
const Sessions = z
  .array(z.object({ start: z.number(), end: z.number() }))
  .describe("Hours of a day in minutes since midnight");
const moment = z.string().optional();
const ExplanationBody = z
  .object({
    code: z.string(),
    firstDueAt: z.string().optional(),
    dueAt: z.string().optional(),
    newDueAt: z
      .string()
      .optional()
      .describe("The date that an apology named; the later of it and `dueAt` is in force"),
    paused: z.boolean(),
    agrees: z.boolean().describe("Every stored date is the one the rules give"),
    sections: z.array(
      z.object({
        kind: z.string(),
        at: z.string(),
        dueAt: moment,
        recomputedDueAt: moment.describe("What the rules give again today"),
        from: moment.describe("The moment from which the limit counts"),
        limit: z.object({ amount: z.number(), unit: z.string() }).optional(),
        channel: z
          .object({ channel: z.string(), procedureCode: z.string(), procedureVersion: z.number().int() })
          .optional()
          .describe("The limit is that of this channel, by this version of the procedure"),
        extraWorkingDays: z.number().optional().describe("Those of mountain communes"),
        rules: z.object({ id: z.string(), source: z.string() }).optional(),
        calendar: z.string().optional().describe("Version of the working calendar"),
        oldDueAt: moment.describe("Before a change of the calendar"),
        dueBeforePause: moment,
        missedDueAt: moment.describe(
          "An appointment that had passed when papers were asked for: the case stays late",
        ),
        owedAt: moment.describe("What a new date stands beside, or of two appointments the first"),
        causes: z
          .array(
            z.object({
              name: z.string(),
              decision: z.string(),
              rest: z.array(z.string()),
              working: z.array(z.string()),
              ordinary: z.array(z.string()),
              halfDays: z.array(z.object({ date: z.string(), sessions: Sessions })).optional(),
              hours: z.array(z.object({ from: z.string(), sessions: Sessions })).optional(),
              intake: z
                .array(z.object({ from: z.string(), week: z.array(Sessions).optional() }))
                .optional()
                .describe("Hours of intake of each weekday, Monday first; without a week the hours of work"),
            }),
          )
          .optional()
          .describe("What was declared and moved the date"),
        group: z
          .object({
            from: z.string(),
            limit: z.object({ amount: z.number(), unit: z.string() }),
            dueAt: z.string(),
            ownDueAt: z.string().describe("The date that the lines give"),
          })
          .optional()
          .describe("Of a member of a group: the time of the whole, which ends before its own"),
        goneOn: z
          .array(
            z.object({
              pausedAt: z.string(),
              at: z.string(),
              minutesLeft: z.number(),
              daysLeft: z.number().optional(),
              dueAt: z.string(),
              lines: z.array(Line),
            }),
          )
          .optional()
          .describe("How the date went on after each pause"),
        why: z.string().optional().describe("Why it was counted, or why the clock stands still"),
        reason: z.string().optional().describe("Which kind of time does not count"),
        evidence: z
          .object({ number: z.string(), date: z.string().optional() })
          .optional()
          .describe("The document by which the clock stopped or goes on"),
        appointment: z.number().int().optional().describe("Of two appointments which one"),
        verdict: z.string().optional().describe("Whether the first of two appointments was kept"),
        minutesLeft: z.number().optional().describe("Working minutes left when the clock goes on"),
        daysLeft: z.number().optional().describe("Calendar days, of a limit in calendar days or months"),
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
  return {
    code,
    ...iso("firstDueAt", firstDueAt),
    ...iso("dueAt", dueAt),
    ...iso("newDueAt", newDueAt),
    paused,
    agrees,
    sections: explanation.sections.map(sectionBody),
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

const iso = (key: string, instant: number | undefined) =>
  instant === undefined ? {} : { [key]: toLocalIso(instant) };

const MOMENTS: ReadonlySet<string> = new Set([
  "at",
  "from",
  "dueAt",
  "recomputedDueAt",
  "oldDueAt",
  "dueBeforePause",
  "missedDueAt",
  "owedAt",
  "pausedAt",
  "ownDueAt",
]);

/** A section as it is, its moments as text. The schema of the answer keeps what it names and checks the rest. */
function sectionBody(section: DeadlineSection): ExplanationBody["sections"][number] {
  const told = withMomentsAsText(section);
  const goneOn = "goneOn" in section ? { goneOn: section.goneOn.map(withMomentsAsText) } : {};
  const group =
    "group" in section && section.group !== undefined ? { group: withMomentsAsText(section.group) } : {};
  return { lines: [], ...told, ...goneOn, ...group } as unknown as ExplanationBody["sections"][number];
}

const withMomentsAsText = (told: object): object =>
  Object.fromEntries(
    Object.entries(told).map(([key, value]) => [
      key,
      MOMENTS.has(key) ? toLocalIso(value as Instant) : value,
    ]),
  );
