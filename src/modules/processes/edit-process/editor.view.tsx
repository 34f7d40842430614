import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { Button, ErrorSummary, FileField, Form, LinkButton, PageTitle } from "../../../ui/index.ts";
import type { EndedDraft, ProcessDraft } from "../manage-processes/process.query.ts";
import { textsOf, URL } from "../texts.ts";
import { DraftConflict } from "./draft-conflict.view.tsx";
import { EditorForm, type EditorFormProps } from "./editor-form.view.tsx";

/** What came between: somebody else saved this draft, or ended the one that was before it. */
export type Conflict = { readonly kind: "saved" } | { readonly kind: "ended"; readonly ended: EndedDraft };

type EditorProps = EditorFormProps & {
  readonly draft: ProcessDraft;
  /** Number of the published version it began from. */
  readonly basedOn: number | undefined;
  /** The version that the fields were made from. */
  readonly seen: number;
  /** `draft` is what somebody else saved, the fields what was sent here. */
  readonly conflict: Conflict | undefined;
};

/** The page of a draft: what came between, the fields, the import of a file. */
export function EditorView(props: EditorProps): VNode {
  const { lang, draft, errors, conflict } = props;
  const { edit } = textsOf(lang);
  const address = `${URL}/drafts/${draft.id}`;
  const title = conflict && (conflict.kind === "saved" ? edit.conflict : edit.ended).title;
  return (
    <>
      <ErrorSummary errors={errors} title={title} />
      <Head {...props} />
      {conflict === undefined ? null : (
        <DraftConflict
          {...props}
          saved={draft}
          open={draft}
          ended={conflict.kind === "ended" ? conflict.ended : undefined}
        />
      )}
      <EditorForm
        {...props}
        action={address}
        draftId={draft.id}
        saveLabel={edit.save}
        tools={<Tools {...props} address={address} />}
        actions={
          <LinkButton href={`${address}/discard`} kind="danger">
            {edit.discard}
          </LinkButton>
        }
      />
      <ImportForm lang={lang} draft={draft} />
    </>
  );
}

function Head({ lang, directory, procedure, draft, basedOn }: EditorProps): VNode {
  const texts = textsOf(lang);
  const variant = procedure?.variants.find(({ code }) => code === draft.variantCode);
  const who = draft.changedBy === undefined ? texts.byProgram : directory.officerName(draft.changedBy);
  return (
    <PageTitle
      title={procedure?.name ?? draft.procedureCode}
      kicker={
        <>
          <a href={URL}>{texts.title}</a> · {texts.edit.title} · {draft.variantCode || draft.procedureCode}
        </>
      }
      lead={[
        ...(draft.variantCode === "" ? [] : [texts.variant(variant?.name ?? draft.variantCode)]),
        basedOn === undefined ? texts.edit.basedOnNothing : texts.edit.basedOn(basedOn),
        texts.edit.changed(who, formatDateTime(draft.changedAt, lang)),
      ].join(". ")}
    />
  );
}

function Tools({ lang, faults, address }: EditorProps & { readonly address: string }): VNode {
  const texts = textsOf(lang);
  return (
    <>
      <LinkButton href={`${address}/try`} icon="clock">
        {texts.try}
      </LinkButton>
      <LinkButton href={`${address}/bpmn`} icon="download">
        {texts.bpmn}
      </LinkButton>
      <LinkButton
        href={`${address}/publish`}
        icon="stamp"
        disabledReason={faults.length > 0 ? texts.edit.faults(faults.length) : undefined}
      >
        {texts.edit.publish}
      </LinkButton>
    </>
  );
}

/** A form of its own, since it carries a file. */
function ImportForm({ lang, draft }: { readonly lang: Lang; readonly draft: ProcessDraft }): VNode {
  const { edit } = textsOf(lang);
  return (
    <Form action={`${URL}/drafts/${draft.id}/import`} multipart>
      <h2>{edit.import}</h2>
      <input type="hidden" name="version" value={draft.version} />
      <FileField
        name="file"
        label={edit.importFile}
        hint={edit.importHint}
        accept=".bpmn,.xml,application/xml"
      />
      <Button icon="upload">{edit.importButton}</Button>
    </Form>
  );
}
