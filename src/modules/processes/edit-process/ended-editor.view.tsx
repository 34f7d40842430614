import type { VNode } from "preact";
import { ErrorSummary, PageTitle } from "../../../ui/index.ts";
import type { DraftContent, EndedDraft } from "../manage-processes/process.query.ts";
import { textsOf, URL } from "../texts.ts";
import { DraftConflict } from "./draft-conflict.view.tsx";
import { EditorForm, type EditorFormProps } from "./editor-form.view.tsx";

type Props = EditorFormProps & {
  readonly ended: EndedDraft;
  /** What a new draft would begin from. */
  readonly base: DraftContent | undefined;
  readonly seen: number;
};

/** What was typed into a draft that somebody ended meanwhile: by whom and how, and a new draft with it for one press. */
export function EndedEditorView(props: Props): VNode {
  const { lang, ended, procedure, errors, base } = props;
  const texts = textsOf(lang);
  const { edit } = texts;
  const variant = procedure?.variants.find(({ code }) => code === ended.variantCode);
  return (
    <>
      <ErrorSummary errors={errors} title={edit.ended.title} />
      <PageTitle
        title={procedure?.name ?? ended.procedureCode}
        kicker={
          <>
            <a href={URL}>{texts.title}</a> · {edit.title} · {ended.variantCode || ended.procedureCode}
          </>
        }
        lead={ended.variantCode === "" ? undefined : texts.variant(variant?.name ?? ended.variantCode)}
      />
      <DraftConflict {...props} saved={base} open={undefined} />
      <EditorForm
        {...props}
        action={`${URL}/drafts/${ended.id}/anew`}
        draftId={ended.id}
        saveLabel={edit.ended.begin}
      />
    </>
  );
}
