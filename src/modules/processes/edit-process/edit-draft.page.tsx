import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Lang } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { type FormValues, formValues } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import { importedFor } from "../import-processes/imported.query.ts";
import { noDraft } from "../manage-processes/no-draft.page.tsx";
import {
  baseFor,
  checkedDraft,
  type DraftContent,
  draftAsked,
  draftOf,
  type EndedDraft,
  endedDraftAsked,
  type ProcessDraft,
  versionsRunBy,
} from "../manage-processes/process.query.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { asked, idOf, textsOf, URL } from "../texts.ts";
import { ChangeDraft, changeDraft } from "./change-draft.ts";
import { DraftAnew, draftAnew } from "./draft-anew.ts";
import { CONFLICT } from "./draft-conflict.view.tsx";
import { type Conflict, EditorView } from "./editor.view.tsx";
import { readDraft, type TypedDraft, typedDraft, writtenDraft } from "./editor-form.ts";
import { EndedEditorView } from "./ended-editor.view.tsx";
import { changedRows, rowChange } from "./row-change.ts";

const DRAFT = `${URL}/drafts/:id`;
const MANAGE = { config: { access: "process.manage" } } as const;
type Params = { Params: { id: string } };

type Drawn = {
  readonly draft: ProcessDraft;
  readonly typed?: TypedDraft;
  readonly errors?: readonly FormError[];
  readonly seen?: number;
  readonly conflict?: Conflict;
};

/**
 * The editor of a draft: every button keeps what was typed; a form with faults comes back whole. POST …/anew begins the
 * next draft with what was typed into one that somebody else ended.
 */
export function editDraftPages(app: FastifyInstance, deps: ProcessesDeps): void {
  const hasUnit = (code: string) => deps.directory.unitByCode(code) !== undefined;

  /** What was sent: as it was typed, as it reads beside what is stored, and what cannot be read. */
  const sentIn = (values: FormValues, lang: Lang, before?: DraftContent) => {
    const typed = typedDraft(values);
    const { content, faults } = readDraft(typed, { hasUnit, before });
    const { edit, faults: words } = textsOf(lang);
    const change = rowChange(asked(values.do));
    return {
      typed,
      change,
      content: { ...content, steps: changedRows(content.steps, change, edit.newStep) },
      errors: faults.map(({ field, word }) => ({
        field,
        text: `${placeOf(field, typed, lang)}${words[word] ?? word}`,
      })),
    };
  };

  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { draft, errors = [], ...given }: Drawn,
  ) => {
    const typed = given.typed ?? writtenDraft(draft);
    const content = given.typed === undefined ? draft : readDraft(typed, { hasUnit }).content;
    const [procedure, versions, imported] = await Promise.all([
      deps.procedure(draft.procedureCode),
      versionsRunBy(deps, draft),
      importedFor(deps, draft),
    ]);
    const { faults } = await checkedDraft(deps, { ...draft, terms: undefined, ...content }, procedure);
    return deps.frame.officer(request, reply, {
      title: textsOf(request.lang).edit.title,
      active: "processes",
      ...(errors.length > 0 ? { status: 422 } : {}),
      body: (
        <EditorView
          lang={request.lang}
          directory={deps.directory}
          procedure={procedure}
          variantCode={draft.variantCode}
          draft={draft}
          basedOn={versions.find(({ id }) => id === draft.basedOn)?.definition.version}
          imported={imported}
          typed={typed}
          content={content}
          faults={faults}
          errors={errors}
          seen={given.seen ?? draft.version}
          conflict={given.conflict}
        />
      ),
    });
  };

  /**
   * What was typed into a draft that somebody ended: beside the draft that is open now, which saving again would take the
   * place of, else with the offer of a new one.
   */
  const drawEnded = async (
    request: FastifyRequest,
    reply: FastifyReply,
    ended: EndedDraft,
    errors: readonly FormError[] = [],
  ) => {
    const values = formValues(request.body);
    const typed = typedDraft(values);
    const { content } = readDraft(typed, { hasUnit });
    const { edit } = textsOf(request.lang);
    const open = await draftOf(deps, ended.procedureCode, ended.variantCode);
    const compare = (open === undefined ? edit.ended : edit.conflict).compare;
    const told = errors.length > 0 ? errors : [{ field: CONFLICT, text: compare }];
    if (open !== undefined)
      return draw(request, reply, { draft: open, typed, errors: told, conflict: { kind: "ended", ended } });
    const [procedure, base] = await Promise.all([deps.procedure(ended.procedureCode), baseFor(deps, ended)]);
    const { faults } = await checkedDraft(deps, { ...ended, terms: undefined, ...content }, procedure);
    return deps.frame.officer(request, reply, {
      title: edit.title,
      active: "processes",
      status: 422,
      body: (
        <EndedEditorView
          lang={request.lang}
          directory={deps.directory}
          procedure={procedure}
          variantCode={ended.variantCode}
          ended={ended}
          base={base?.definition}
          imported={undefined}
          typed={typed}
          content={content}
          faults={faults}
          errors={told}
          seen={idOf(asked(values.version)) ?? 1}
        />
      ),
    });
  };

  app.get<Params>(DRAFT, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    return draft === undefined ? noDraft(deps, request, reply) : draw(request, reply, { draft });
  });

  app.post<Params>(DRAFT, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    if (draft === undefined) {
      const ended = await endedDraftAsked(deps, request.params);
      return ended === undefined ? reply.callNotFound() : drawEnded(request, reply, ended);
    }
    const values = formValues(request.body);
    const { edit, faults: words } = textsOf(request.lang);
    const { typed, content, change, errors } = sentIn(values, request.lang, draft);
    const seen = idOf(asked(values.version)) ?? draft.version;
    const back = (told: readonly FormError[]) => draw(request, reply, { draft, typed, errors: told, seen });
    if (errors.length > 0) return back(errors);
    const input = ChangeDraft.safeParse({ ...content, id: draft.id, version: seen });
    if (!input.success) return back([{ field: "version", text: words.invalid ?? "" }]);
    const changed = await runCommand(deps, request.actor, changeDraft(deps), input.data);
    if (!changed.ok && changed.refusal !== "not-permitted") {
      // Seen from here on is what they saved: whoever saves again knows what it takes the place of.
      const saved = await draftAsked(deps, request.params);
      const ended = saved === undefined ? await endedDraftAsked(deps, request.params) : undefined;
      if (ended !== undefined) return drawEnded(request, reply, ended);
      const told = [{ field: CONFLICT, text: edit.conflict.compare }];
      return draw(request, reply, {
        draft: saved ?? draft,
        typed,
        errors: told,
        conflict: { kind: "saved" },
      });
    }
    if (!changed.ok) return back([{ field: "version", text: words[changed.refusal] ?? changed.refusal }]);
    leaveFlash(reply, edit.saved(changed.value.version));
    return reply.redirect(`${URL}/drafts/${draft.id}${anchorOf(change, content.steps.length)}`, 303);
  });

  app.post<Params>(`${DRAFT}/anew`, MANAGE, async (request, reply) => {
    const ended = await endedDraftAsked(deps, request.params);
    if (ended === undefined) {
      const open = await draftAsked(deps, request.params);
      return open === undefined ? reply.callNotFound() : reply.redirect(`${URL}/drafts/${open.id}`, 303);
    }
    const { edit, faults: words } = textsOf(request.lang);
    const { content, change, errors } = sentIn(formValues(request.body), request.lang);
    const back = (told: readonly FormError[]) => drawEnded(request, reply, ended, told);
    if (errors.length > 0) return back(errors);
    const input = DraftAnew.safeParse({ ...content, id: ended.id });
    if (!input.success) return back([{ field: CONFLICT, text: wrongIn(input.error, request.lang) }]);
    const begun = await runCommand(deps, request.actor, draftAnew(deps), input.data);
    if (!begun.ok) return back([{ field: CONFLICT, text: words[begun.refusal] ?? begun.refusal }]);
    leaveFlash(reply, edit.ended.begun);
    return reply.redirect(`${URL}/drafts/${begun.value.id}${anchorOf(change, content.steps.length)}`, 303);
  });
}

/** What is wrong with a form as a whole: there are more rows than a draft may have, or it is none of ours. */
function wrongIn({ issues }: z.ZodError, lang: Lang): string {
  const { faults } = textsOf(lang);
  return issues.flatMap(({ message }) => faults[message] ?? [])[0] ?? faults.invalid ?? "";
}

/** "Bước 3: Thẩm định. " before the fault of a field of that row. */
function placeOf(field: string, typed: TypedDraft, lang: Lang): string {
  const row = Number(/^s\.(\d+)\./.exec(field)?.[1] ?? -1);
  const step = typed.steps[row];
  return step === undefined ? "" : `${textsOf(lang).edit.rowTitle(row + 1, step.name)}. `;
}

/** The row that a button was about, so that the page comes back there. */
function anchorOf({ kind, row }: ReturnType<typeof rowChange>, rows: number): string {
  switch (kind) {
    case "save":
      return "";
    case "add":
      return `#s.${rows - 1}.name`;
    case "insert":
    case "down":
      return `#s.${Math.min(row + 1, rows - 1)}.name`;
    case "up":
    case "remove":
      return `#s.${Math.max(row - 1, 0)}.name`;
  }
}
