import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Lang, localDateOf } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { TypedField } from "../manage-processes/ended-draft.view.tsx";
import { noDraft } from "../manage-processes/no-draft.page.tsx";
import {
  checkedDraft,
  draftAsked,
  type ProcessDraft,
  versionsOf,
  versionsRunBy,
} from "../manage-processes/process.query.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { textsOf, URL } from "../texts.ts";
import { dateField } from "./date-field.ts";
import { scheduledOf } from "./overtaken.ts";
import { PublishDraft, publishDraft } from "./publish-draft.ts";
import { PublishView } from "./publish-draft.view.tsx";
import { mappingOf } from "./publish-form.ts";

const PUBLISH = `${URL}/drafts/:id/publish`;
const MANAGE = { config: { access: "process.manage" } } as const;
type Params = { Params: { id: string } };

/**
 * GET …/publish: the form, with what would become of running cases; changes nothing. POST …/publish: publishes, or with
 * the button "look again" draws the preview for the steps that were chosen.
 */
export function publishDraftPages(app: FastifyInstance, deps: ProcessesDeps): void {
  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    draft: ProcessDraft,
    values: FormValues = {},
    errors: FieldErrors = {},
  ) => {
    const texts = textsOf(request.lang);
    const { faults } = texts;
    const [procedure, versions, runBy] = await Promise.all([
      deps.procedure(draft.procedureCode),
      versionsOf(deps, draft),
      versionsRunBy(deps, draft),
    ]);
    const day = dateField.safeParse(values.validFrom).data;
    // The called procedures may have another process on the day that was typed than they have today.
    const { faults: unfit, steps } = await checkedDraft(deps, draft, procedure, day);
    const isFaulty = unfit.length > 0 && !draft.steps.some(({ work }) => work === "subprocess");
    const version = (versions[0]?.definition.version ?? 0) + 1;
    const preview =
      unfit.length > 0 || steps === undefined || runBy.length === 0
        ? undefined
        : await deps.runningCases.preview({
            from: runBy,
            to: { code: draft.variantCode || draft.procedureCode, version, steps },
            mapping: mappingOf(values),
          });
    const scheduled = await Promise.all(
      scheduledOf(versions, localDateOf(deps.clock())).map(async (version) => ({
        version,
        moves: (await deps.runningCases.moveTo(version.id)) !== undefined,
      })),
    );
    return deps.frame.officer(request, reply, {
      title: texts.publishing.title,
      active: "processes",
      ...(Object.keys(errors).length > 0 ? { status: 422 } : {}),
      body: (
        <PublishView
          lang={request.lang}
          draft={draft}
          procedure={procedure}
          versions={runBy}
          steps={steps ?? []}
          unfit={unfit}
          preview={preview}
          scheduled={scheduled}
          isFaulty={isFaulty}
          values={values}
          errors={Object.entries(errors).map(([field, word]) => ({
            field: field === "" || field === "id" || field === "version" ? "validFrom" : field,
            text: faults[word] ?? faults.invalid ?? word,
          }))}
          now={deps.clock()}
        />
      ),
    });
  };

  app.get<Params>(PUBLISH, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    return draft === undefined ? noDraft(deps, request, reply) : draw(request, reply, draft);
  });

  app.post<Params>(PUBLISH, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    const values = formValues(request.body);
    const gone = () => noDraft(deps, request, reply, typedIn(values, request.lang));
    if (draft === undefined) return gone();
    if (values.do === "look") return draw(request, reply, draft, values);
    const form = parseForm(PublishDraft, { ...values, id: draft.id, mapping: mappingOf(values) });
    if (!form.ok) return draw(request, reply, draft, values, form.errors);
    const published = await runCommand(deps, request.actor, publishDraft(deps), form.value);
    if (!published.ok && published.refusal === "no-such-draft") return gone();
    if (!published.ok) {
      const isReplacing = published.refusal === "version-overtaken" || published.refusal === "not-waiting";
      const field = isReplacing ? "replaces" : "validFrom";
      return draw(request, reply, draft, values, { [field]: published.refusal });
    }
    const { processId, version, isMoving } = published.value;
    const texts = textsOf(request.lang).publishing;
    leaveFlash(reply, isMoving ? texts.doneMoving(version) : texts.done(version));
    return reply.redirect(`${URL}/${processId}`, 303);
  });
}

/** The texts of the form, to be shown where the draft is gone. */
function typedIn(values: FormValues, lang: Lang): readonly TypedField[] {
  const texts = textsOf(lang).publishing;
  return (["validFrom", "decision", "reason"] as const).map((name) => ({
    label: texts[name],
    value: [values[name] ?? ""].flat()[0] ?? "",
  }));
}
