import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FieldErrors, type FormValues, formValues, parseForm } from "../../../platform/http/form.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { asked, idOf, URL } from "../texts.ts";
import { DraftImported, draftImported } from "./draft-imported.ts";
import { ImportDecision, type ImportedDecision, importDecision } from "./import-decision.ts";
import { importTexts } from "./import-texts.ts";
import { importedProcesses } from "./imported.query.ts";
import { IMPORTED, ImportedView } from "./imported.view.tsx";

const MANAGE = { config: { access: "process.manage" } } as const;
const SIZE = 25;

/** GET and POST /officer/processes/imported: decisions are read, and what was read becomes drafts of procedures. */
export function importedPages(app: FastifyInstance, deps: ProcessesDeps): void {
  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: {
      readonly values?: FormValues;
      readonly errors?: FieldErrors;
      readonly read?: ImportedDecision;
    } = {},
  ) => {
    const { values = {}, errors = {} } = given;
    const texts = importTexts(request.lang);
    const query = request.query as Readonly<Record<string, string | undefined>>;
    const after = idOf(asked(query.after)) ?? 0;
    const found = await importedProcesses(deps, after, SIZE + 1);
    const shown = found.slice(0, SIZE);
    return deps.frame.officer(request, reply, {
      title: texts.title,
      active: "processes",
      ...(Object.keys(errors).length > 0 ? { status: 422 } : {}),
      body: (
        <ImportedView
          lang={request.lang}
          rows={shown}
          next={found.length > SIZE ? shown.at(-1)?.id : undefined}
          isFirst={after === 0}
          values={values}
          read={given.read}
          errors={Object.entries(errors).map(([field, word]) => ({
            field: field === "text" ? "file" : field,
            text: texts.faults[word] ?? texts.faults.invalid ?? word,
          }))}
        />
      ),
    });
  };

  app.get(IMPORTED, MANAGE, (request, reply) => draw(request, reply));

  app.post(IMPORTED, MANAGE, async (request, reply) => {
    const values = formValues(request.body);
    const file = request.uploads.find(({ field }) => field === "file");
    const form = parseForm(ImportDecision, { ...values, text: file?.bytes.toString("utf8") });
    if (!form.ok) return draw(request, reply, { values, errors: form.errors });
    const read = await runCommand(deps, request.actor, importDecision, form.value);
    if (!read.ok) return draw(request, reply, { values, errors: { file: read.refusal } });
    if (read.value.withoutSteps.length > 0) return draw(request, reply, { read: read.value });
    leaveFlash(reply, importTexts(request.lang).done(read.value.processes, read.value.kept));
    return reply.redirect(IMPORTED, 303);
  });

  app.post(`${IMPORTED}/draft`, MANAGE, async (request, reply) => {
    const values = formValues(request.body);
    const form = parseForm(DraftImported, values);
    if (!form.ok) return draw(request, reply, { values, errors: onRow(values, "required") });
    const begun = await runCommand(deps, request.actor, draftImported(deps), form.value);
    if (!begun.ok) return draw(request, reply, { values, errors: onRow(values, begun.refusal) });
    return reply.redirect(`${URL}/drafts/${begun.value.id}`, 303);
  });
}

/** A fault of the form of one row stands at its own field. */
function onRow(values: FormValues, word: string): FieldErrors {
  return { [`procedureCode-${asked(values.id)}`]: word };
}
