import type { FastifyInstance } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues } from "../../../platform/http/form.ts";
import { Confirm } from "../../../ui/index.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { textsOf, URL } from "../texts.ts";
import { DiscardDraft, discardDraft } from "./discard-draft.ts";
import { noDraft } from "./no-draft.page.tsx";
import { draftAsked } from "./process.query.ts";

const DISCARD = `${URL}/drafts/:id/discard`;
const MANAGE = { config: { access: "process.manage" } } as const;
type Params = { Params: { id: string } };

/** GET …/discard asks before a draft is thrown away; POST …/discard does it. */
export function discardDraftPages(app: FastifyInstance, deps: ProcessesDeps): void {
  app.get<Params>(DISCARD, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    if (draft === undefined) return noDraft(deps, request, reply);
    const { edit } = textsOf(request.lang);
    return deps.frame.officer(request, reply, {
      title: edit.discardQuestion,
      active: "processes",
      body: (
        <Confirm
          question={edit.discardQuestion}
          consequences={edit.discardConsequences}
          action={`${URL}/drafts/${draft.id}/discard`}
          confirmLabel={edit.discard.replace("…", "")}
          cancelHref={`${URL}/drafts/${draft.id}`}
          danger
        >
          <input type="hidden" name="version" value={draft.version} />
        </Confirm>
      ),
    });
  });

  app.post<Params>(DISCARD, MANAGE, async (request, reply) => {
    const texts = textsOf(request.lang);
    const input = DiscardDraft.safeParse({ ...formValues(request.body), id: request.params.id });
    if (!input.success) return noDraft(deps, request, reply);
    const gone = await runCommand(deps, request.actor, discardDraft, input.data);
    if (!gone.ok && gone.refusal === "no-such-draft") return noDraft(deps, request, reply);
    leaveFlash(reply, gone.ok ? texts.edit.discarded : (texts.faults[gone.refusal] ?? gone.refusal));
    const isOpen = !gone.ok && gone.refusal === "changed-meanwhile";
    return reply.redirect(isOpen ? `${URL}/drafts/${input.data.id}` : URL, 303);
  });
}
