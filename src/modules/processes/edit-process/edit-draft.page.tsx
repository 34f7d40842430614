import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../../../kernel/time.ts";
import { runCommand } from "../../../platform/command.ts";
import { leaveFlash } from "../../../platform/http/flash.ts";
import { formValues } from "../../../platform/http/form.ts";
import { Confirm, type FormError } from "../../../ui/index.ts";
import { importedFor } from "../import-processes/imported.query.ts";
import { DiscardDraft, discardDraft } from "../manage-processes/discard-draft.ts";
import {
  checkedDraft,
  draftAsked,
  draftById,
  type ProcessDraft,
  versionsRunBy,
} from "../manage-processes/process.query.ts";
import type { ProcessesDeps } from "../processes-deps.ts";
import { asked, idOf, textsOf, URL } from "../texts.ts";
import { ChangeDraft, changeDraft } from "./change-draft.ts";
import { CONFLICT } from "./draft-conflict.view.tsx";
import { EditorView } from "./editor.view.tsx";
import { readDraft, type TypedDraft, typedDraft, writtenDraft } from "./editor-form.ts";
import { changedRows, rowChange } from "./row-change.ts";

const DRAFT = `${URL}/drafts/:id`;
const MANAGE = { config: { access: "process.manage" } } as const;
type Params = { Params: { id: string } };

type Drawn = {
  readonly draft: ProcessDraft;
  readonly typed?: TypedDraft;
  readonly errors?: readonly FormError[];
  readonly seen?: number;
  /** Somebody else saved meanwhile: `draft` is what they saved. */
  readonly isConflict?: boolean;
};

/** The editor of a draft: every button keeps what was typed; a form with faults comes back whole. */
export function editDraftPages(app: FastifyInstance, deps: ProcessesDeps): void {
  const hasUnit = (code: string) => deps.directory.unitByCode(code) !== undefined;

  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { draft, errors = [], ...given }: Drawn,
  ) => {
    const typed = given.typed ?? writtenDraft(draft);
    const content = given.typed === undefined ? draft : readDraft(typed, hasUnit).content;
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
          draft={draft}
          basedOn={versions.find(({ id }) => id === draft.basedOn)?.definition.version}
          imported={imported}
          typed={typed}
          content={content}
          faults={faults}
          errors={errors}
          seen={given.seen ?? draft.version}
          isConflict={given.isConflict ?? false}
        />
      ),
    });
  };

  app.get<Params>(DRAFT, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    return draft === undefined ? reply.callNotFound() : draw(request, reply, { draft });
  });

  app.post<Params>(DRAFT, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    if (draft === undefined) return reply.callNotFound();
    const values = formValues(request.body);
    const { edit, faults: words } = textsOf(request.lang);
    const typed = typedDraft(values);
    const seen = idOf(asked(values.version)) ?? draft.version;
    const read = readDraft(typed, hasUnit);
    const back = (errors: readonly FormError[]) => draw(request, reply, { draft, typed, errors, seen });
    if (read.faults.length > 0)
      return back(
        read.faults.map(({ field, word }) => ({
          field,
          text: `${placeOf(field, typed, request.lang)}${words[word] ?? word}`,
        })),
      );
    const change = rowChange(asked(values.do));
    const steps = changedRows(read.content.steps, change, edit.newStep);
    const input = ChangeDraft.safeParse({ ...read.content, steps, id: draft.id, version: seen });
    if (!input.success) return back([{ field: "version", text: words.invalid ?? "" }]);
    const changed = await runCommand(deps, request.actor, changeDraft(deps), input.data);
    if (!changed.ok && changed.refusal === "changed-meanwhile") {
      // Seen from here on is what they saved: whoever saves again knows what it takes the place of.
      const saved = (await draftById(deps, draft.id)) ?? draft;
      const errors = [{ field: CONFLICT, text: edit.conflict.compare }];
      return draw(request, reply, { draft: saved, typed, errors, isConflict: true });
    }
    if (!changed.ok) return back([{ field: "version", text: words[changed.refusal] ?? changed.refusal }]);
    leaveFlash(reply, edit.saved(changed.value.version));
    return reply.redirect(`${URL}/drafts/${draft.id}${anchorOf(change, steps.length)}`, 303);
  });

  app.get<Params>(`${DRAFT}/discard`, MANAGE, async (request, reply) => {
    const draft = await draftAsked(deps, request.params);
    if (draft === undefined) return reply.callNotFound();
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

  app.post<Params>(`${DRAFT}/discard`, MANAGE, async (request, reply) => {
    const texts = textsOf(request.lang);
    const input = DiscardDraft.safeParse({ ...formValues(request.body), id: request.params.id });
    if (!input.success) return reply.callNotFound();
    const gone = await runCommand(deps, request.actor, discardDraft, input.data);
    leaveFlash(reply, gone.ok ? texts.edit.discarded : (texts.faults[gone.refusal] ?? gone.refusal));
    const isOpen = !gone.ok && gone.refusal === "changed-meanwhile";
    return reply.redirect(isOpen ? `${URL}/drafts/${input.data.id}` : URL, 303);
  });
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
