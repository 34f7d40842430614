import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Result } from "../../../kernel/result.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { ChangeProcedure, changeProcedure } from "../change-procedure/change-procedure.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import { AtOnce, receiveAtOnce } from "../receive-at-once/receive-at-once.ts";
import { receiveCase } from "../receive-case/receive-case.ts";
import { ReceiveCase } from "../receive-case/receive-input.ts";
import { askBeforeReceiving, refuseCase } from "../refuse-case/refuse-case.ts";
import { registerOnline } from "../register-online/register-online.ts";
import { lines, requiredText } from "../verb.ts";
import { CaseBody, caseBody, PROBLEMS } from "./case-schemas.ts";
import { areStored, filesIn } from "./files-in.ts";
import { refused } from "./refused.ts";

const SECURITY = [{ systemToken: [] }, { officerSession: [] }];
const RESPONSE = { 201: CaseBody, ...PROBLEMS };

/** What a desk does with a submission: receive, ask for papers first, refuse, or answer at once. */
export function submissionApi(app: FastifyInstance, deps: CasesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const codeOf = (unitId: number) => deps.directory.unit(unitId).code;
  const created = async (
    request: FastifyRequest,
    reply: FastifyReply,
    submission: ReceiveCase,
    command: () => Promise<Result<CaseState, CaseRefusal>>,
  ) => {
    if (!(await areStored(deps.files, filesIn(submission)))) return refused(request, reply, "file-unknown");
    const done = await command();
    if (!done.ok) return refused(request, reply, done.refusal);
    const { value } = done;
    return reply.status(201).header("location", `/api/v1/cases/${value.id}`).send(caseBody(value, codeOf));
  };

  api.post(
    "/api/v1/cases",
    {
      config: { access: "case.receive" },
      schema: {
        summary: "Receives a case at a desk (state 2); the same caseId again answers with the same case",
        tags: ["submissions"],
        security: SECURITY,
        body: ReceiveCase,
        response: RESPONSE,
      },
    },
    (request, reply) =>
      created(request, reply, request.body, () => receiveCase(deps, request.actor, request.body)),
  );

  api.post(
    "/api/v1/cases/online",
    {
      config: { access: "case.receive" },
      schema: {
        summary:
          "Registers a case that was filed online (state 1); the desk has eight working hours to accept it",
        tags: ["submissions"],
        security: SECURITY,
        body: ReceiveCase,
        response: RESPONSE,
      },
    },
    (request, reply) =>
      created(request, reply, request.body, () => registerOnline(deps, request.actor, request.body)),
  );

  api.post(
    "/api/v1/cases/at-once",
    {
      config: { access: "case.receive" },
      schema: {
        summary: "Receives, issues and hands over at once (states 2, 4, 9, 10)",
        tags: ["submissions"],
        security: SECURITY,
        body: z.object({ submission: ReceiveCase, atOnce: AtOnce }),
        response: RESPONSE,
      },
    },
    (request, reply) => {
      const { submission, atOnce } = request.body;
      return created(request, reply, submission, () =>
        receiveAtOnce(deps, request.actor, submission, atOnce),
      );
    },
  );

  api.post(
    "/api/v1/cases/supplement-requests",
    {
      config: { access: "case.receive" },
      schema: {
        summary: "Asks for missing papers before receiving (state 5, Mẫu 02)",
        tags: ["submissions"],
        security: SECURITY,
        body: z.object({ submission: ReceiveCase, items: lines, reason: requiredText }),
        response: RESPONSE,
      },
    },
    (request, reply) => {
      const { submission, ...asked } = request.body;
      return created(request, reply, submission, () =>
        askBeforeReceiving(deps, request.actor, submission, asked),
      );
    },
  );

  api.post(
    "/api/v1/cases/refusals",
    {
      config: { access: "case.refuse" },
      schema: {
        summary: "Refuses a submission with reasons (state 3, Mẫu 03)",
        tags: ["submissions"],
        security: [{ officerSession: [] }],
        body: z.object({ submission: ReceiveCase, reason: requiredText }),
        response: RESPONSE,
      },
    },
    (request, reply) => {
      const { submission, reason } = request.body;
      return created(request, reply, submission, () => refuseCase(deps, request.actor, submission, reason));
    },
  );

  api.post(
    "/api/v1/cases/:id/change-procedure",
    {
      config: { access: "case.change-procedure" },
      schema: {
        summary: "Puts a case under the right procedure (state 2)",
        tags: ["cases"],
        security: [{ officerSession: [] }],
        params: z.object({ id: z.uuid() }),
        body: z.object({ version: z.number().int().positive().optional(), input: ChangeProcedure }),
        response: { 200: CaseBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { version, input } = request.body;
      const target =
        version === undefined ? { caseId: request.params.id } : { caseId: request.params.id, version };
      const done = await changeProcedure(deps, request.actor, target, input);
      return done.ok ? caseBody(done.value, codeOf) : refused(request, reply, done.refusal);
    },
  );
}
