import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { runCaseVerb } from "../case-command.ts";
import { caseDetail } from "../case-detail/case-detail.query.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { messagesEn } from "../messages.en.ts";
import { searchCases } from "../search-cases/search-cases.query.ts";
import { type CaseVerb, given } from "../verb.ts";
import { VERBS } from "../verbs.ts";
import { ActionBody, actionBodyOf, CaseBody, caseBody, PROBLEMS } from "./case-schemas.ts";
import { areStored, filesIn } from "./files-in.ts";
import { refused } from "./refused.ts";

const CaseId = z.object({ id: z.uuid() });
const number = z.number().int().positive().optional();
const Whole = z.object({ version: number });
const OneStep = Whole.extend({
  step: number.describe("Number of the open step that is meant, where several could be"),
});
type VerbBody = z.infer<typeof OneStep> & { readonly input: unknown };
const SECURITY = [{ systemToken: [] }, { officerSession: [] }];

/** The cases over HTTP for other systems: the same commands and rules as the pages. */
export function caseApi(app: FastifyInstance, deps: CasesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const codeOf = (unitId: number) => deps.directory.unit(unitId).code;

  api.get(
    "/api/v1/cases",
    {
      config: { access: "case.list" },
      schema: {
        summary: "Finds cases of one's own units by code, citizen number or name",
        tags: ["cases"],
        security: SECURITY,
        querystring: z.object({
          q: z.string().min(1).max(200),
          limit: z.coerce.number().int().min(1).max(100).default(20),
        }),
        response: {
          200: z.object({
            cases: z.array(z.object({ id: z.string(), code: z.string(), status: z.number().int() })),
          }),
          ...PROBLEMS,
        },
      },
    },
    async (request) => {
      const found = await searchCases(
        deps.database.pool,
        request.actor,
        request.query.q,
        request.query.limit,
      );
      return { cases: found.map(({ id, code, status }) => ({ id, code, status })) };
    },
  );

  api.get(
    "/api/v1/cases/:id",
    {
      config: { access: "case.read" },
      schema: {
        summary: "A case with its history",
        tags: ["cases"],
        security: SECURITY,
        params: CaseId,
        response: { 200: z.object({ case: CaseBody, actions: z.array(ActionBody) }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const detail = await caseDetail(deps, request.actor, request.params.id, "api");
      if (!detail.ok) return refused(request, reply, detail.refusal);
      const { state, actions } = detail.value;
      return {
        case: caseBody(state, codeOf),
        actions: actions.map((action) => actionBodyOf(action, codeOf)),
      };
    },
  );

  for (const verb of VERBS) verbRoute(app, deps, verb as CaseVerb);
}

/** One route per verb, so that each says its own permission and schema. */
function verbRoute(app: FastifyInstance, deps: CasesDeps, verb: CaseVerb): void {
  const body: z.ZodType<VerbBody> = (verb.ofStep ? OneStep : Whole).extend({ input: verb.input });
  app.withTypeProvider<ZodTypeProvider>().post(
    `/api/v1/cases/:id/${verb.name}`,
    {
      config: { access: verb.permission },
      schema: {
        summary: `Does "${messagesEn.verbs[verb.name as keyof typeof messagesEn.verbs]}" on a case`,
        tags: ["cases"],
        security: [{ officerSession: [] }],
        params: CaseId,
        body,
        response: { 200: CaseBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { version, step, input } = request.body;
      if (!(await areStored(deps.files, filesIn(input)))) return refused(request, reply, "file-unknown");
      const target = { caseId: request.params.id, ...given("version", version), ...given("step", step) };
      const done = await runCaseVerb(deps, request.actor, verb, target, input);
      if (!done.ok) return refused(request, reply, done.refusal, done.detail);
      return caseBody(done.value, (unitId) => deps.directory.unit(unitId).code);
    },
  );
}
