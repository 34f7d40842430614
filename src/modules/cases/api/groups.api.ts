import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { CasesDeps } from "../cases-deps.ts";
import { DecideGroup, decideGroup } from "../decide-group/decide-group.ts";
import { receiveGroup } from "../receive-group/receive-group.ts";
import { ReceiveGroup } from "../receive-group/receive-group-input.ts";
import { type GroupView, groupView } from "../show-group/group-view.query.ts";
import { CaseBody, caseBody, PROBLEMS } from "./case-schemas.ts";
import { areStored, filesIn } from "./files-in.ts";
import { refused } from "./refused.ts";

const SECURITY = [{ systemToken: [] }, { officerSession: [] }];

/** An interconnected group: its parent, and each member as the case that it is. */
const GroupBody = z
  .object({
    group: CaseBody,
    members: z.array(
      z.object({
        key: z.string(),
        after: z.array(z.string()).describe("Keys of the members after whose results it begins"),
        decision: z
          .enum(["continue", "close"])
          .optional()
          .describe("What the owner decided after another failed"),
        reason: z.string().optional(),
        case: CaseBody,
      }),
    ),
    undecided: z.array(z.string()).describe("Keys of the members that wait for the owner's decision"),
  })
  .meta({ id: "CaseGroup" });

/** Interconnected groups over HTTP: receive, read, decide. */
export function groupsApi(app: FastifyInstance, deps: CasesDeps): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const codeOf = (unitId: number) => deps.directory.unit(unitId).code;
  const body = ({ parent, members, undecided }: GroupView): z.infer<typeof GroupBody> => ({
    group: caseBody(parent, codeOf),
    members: members.map(({ key, after, progress, state }) => ({
      key,
      after: [...after],
      ...(progress.decided === undefined ? {} : { decision: progress.decided }),
      ...(progress.reason === undefined ? {} : { reason: progress.reason }),
      case: caseBody(state, codeOf),
    })),
    undecided: [...undecided],
  });

  api.post(
    "/api/v1/case-groups",
    {
      config: { access: "case.receive" },
      schema: {
        summary:
          "Receives an interconnected group: a parent and a case for each procedure; the same groupId again answers with the same group",
        tags: ["groups"],
        security: SECURITY,
        body: ReceiveGroup,
        response: { 201: GroupBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const input = request.body;
      if (!(await areStored(deps.files, filesIn(input)))) return refused(request, reply, "file-unknown");
      const done = await receiveGroup(deps, request.actor, input);
      if (!done.ok) return refused(request, reply, done.refusal, done.detail);
      const view = await groupView(deps, request.actor, done.value.id, "api");
      if (!view.ok) return refused(request, reply, view.refusal);
      return reply
        .status(201)
        .header("location", `/api/v1/case-groups/${done.value.id}`)
        .send(body(view.value));
    },
  );

  api.get(
    "/api/v1/case-groups/:id",
    {
      config: { access: "case.read" },
      schema: {
        summary: "An interconnected group with all its cases",
        tags: ["groups"],
        security: SECURITY,
        params: z.object({ id: z.uuid() }),
        response: { 200: GroupBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const view = await groupView(deps, request.actor, request.params.id, "api");
      return view.ok ? body(view.value) : refused(request, reply, view.refusal);
    },
  );

  api.post(
    "/api/v1/case-groups/:id/decisions",
    {
      config: { access: "case.group-decide" },
      schema: {
        summary: "After a member failed: closes or continues each that is left, with a reason",
        tags: ["groups"],
        security: [{ officerSession: [] }],
        params: z.object({ id: z.uuid() }),
        body: z.object({ version: z.number().int().positive().optional(), input: DecideGroup }),
        response: { 200: GroupBody, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { version, input } = request.body;
      const caseId = request.params.id;
      const target = version === undefined ? { caseId } : { caseId, version };
      const done = await decideGroup(deps, request.actor, target, input);
      if (!done.ok) return refused(request, reply, done.refusal, done.detail);
      const view = await groupView(deps, request.actor, caseId, "api");
      return view.ok ? body(view.value) : refused(request, reply, view.refusal);
    },
  );
}
