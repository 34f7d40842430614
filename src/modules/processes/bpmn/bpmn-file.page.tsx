import type { FastifyInstance, FastifyReply } from "fastify";
import type { Lang } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues } from "../../../platform/http/form.ts";
import { LinkButton, Notice, PageTitle } from "../../../ui/index.ts";
import { ChangeDraft, changeDraft } from "../edit-process/change-draft.ts";
import { noDraft } from "../manage-processes/no-draft.page.tsx";
import { draftAsked, type ProcessDraft, processOf } from "../manage-processes/process.query.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { asked, idOf, textsOf, URL } from "../texts.ts";
import { fromBpmn } from "./from-bpmn.ts";
import type { Note } from "./read-condition.ts";
import { toBpmn, type WrittenProcess } from "./to-bpmn.ts";

const DRAFT = `${URL}/drafts/:id`;
type Params = { Params: { id: string } };

/** Processes as files of a modeler: GET …/bpmn of a published version or a draft, POST …/import into a draft. */
export function bpmnFilePages(app: FastifyInstance, deps: ProcessesDeps): void {
  const send = async (
    reply: FastifyReply,
    file: string,
    { procedureCode, ...process }: Omit<WrittenProcess, "name"> & { readonly procedureCode: string },
  ) => {
    const name = (await deps.procedure(procedureCode))?.name ?? procedureCode;
    return reply
      .header("content-disposition", `attachment; filename="${file}.bpmn"`)
      .type("application/xml; charset=utf-8")
      .send(await toBpmn({ ...process, name }));
  };

  app.get<Params>(`${URL}/:id/bpmn`, { config: { access: "officer.self" } }, async (request, reply) => {
    const id = idOf(request.params.id);
    const process = id === undefined ? undefined : await processOf(deps, id);
    if (process === undefined) return reply.callNotFound();
    const { definition, procedureCode } = process.version;
    return send(reply, `${definition.code}-${definition.version}`, { ...definition, procedureCode });
  });

  app.get<Params>(`${DRAFT}/bpmn`, { config: { access: "process.manage" } }, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    if (draft === undefined) return noDraft(deps, request, reply);
    const { procedureCode, variantCode, version, steps, terms } = draft;
    const code = variantCode || procedureCode;
    const content = { steps, ...(terms === undefined ? {} : { terms }) };
    return send(reply, `${code}-draft-${version}`, { code, procedureCode, version, ...content });
  });

  app.post<Params>(`${DRAFT}/import`, { config: { access: "process.manage" } }, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    if (draft === undefined) return noDraft(deps, request, reply);
    const { edit, faults } = textsOf(request.lang);
    const back = (text: string) => {
      leaveFlash(reply, text);
      return reply.redirect(`${URL}/drafts/${draft.id}`, 303);
    };
    const refused = (word: string) => back(`${edit.importFailed} ${faults[word] ?? word}.`);
    const file = request.uploads.find(({ field }) => field === "file");
    if (file === undefined) return refused("bpmn-missing");
    const read = await fromBpmn(file.bytes.toString("utf8"));
    if (!read.ok) return refused(read.refusal);
    // A file without terms, as any other modeler's, says nothing against those of the draft.
    const { steps, terms = draft.terms, notes } = read.value;
    const version = idOf(asked(formValues(request.body).version)) ?? draft.version;
    const input = ChangeDraft.parse({ steps, terms, id: draft.id, version });
    const changed = await runCommand(deps, request.actor, changeDraft(deps), input);
    if (!changed.ok && changed.refusal === "no-such-draft") return noDraft(deps, request, reply);
    if (!changed.ok) return back(faults[changed.refusal] ?? changed.refusal);
    if (notes.length === 0) return back(edit.imported);
    return deps.frame.officer(request, reply, {
      title: edit.import,
      active: "processes",
      body: <ImportNotes lang={request.lang} draft={draft} steps={steps.length} notes={notes} />,
    });
  });
}

type ImportNotesProps = {
  readonly lang: Lang;
  readonly draft: ProcessDraft;
  readonly steps: number;
  readonly notes: readonly Note[];
};

/** Everything that could not be kept: too much for one sentence on the next page. */
function ImportNotes({ lang, draft, steps, notes }: ImportNotesProps) {
  const texts = textsOf(lang);
  const { edit } = texts;
  return (
    <>
      <PageTitle title={edit.import} lead={edit.importedSteps(steps)} kicker={draft.procedureCode} />
      <Notice tone="warn" title={edit.importNotes(notes.length)} live>
        <ul>
          {notes.map((note) => (
            <li>{note[lang]}</li>
          ))}
        </ul>
      </Notice>
      <LinkButton href={`${URL}/drafts/${draft.id}`} kind="primary">
        {texts.openDraft}
      </LinkButton>
    </>
  );
}
