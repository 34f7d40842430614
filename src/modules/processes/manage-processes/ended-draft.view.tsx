import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { Button, Form, LinkButton, Notice, PageTitle, SummaryList } from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import type { ProcedureFacts } from "../processes-deps.ts";
import { textsOf, URL } from "../texts.ts";
import type { EndedDraft } from "./process.query.ts";

type SentenceProps = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly ended: EndedDraft;
};

/** Who published or discarded a draft and when, with a link to the version it became. */
export function EndedSentence({ lang, directory, ended }: SentenceProps): VNode {
  const texts = textsOf(lang);
  const words = texts.edit.ended;
  const who = ended.endedBy === undefined ? texts.byProgram : directory.officerName(ended.endedBy);
  const when = formatDateTime(ended.endedAt, lang);
  if (ended.processId === undefined) return <p>{words.wasDiscarded(who, when)}</p>;
  return (
    <p>
      {words.wasPublished(who, when)} <a href={`${URL}/${ended.processId}`}>{words.openVersion}</a>
    </p>
  );
}

/** What somebody typed into a form of the draft, to be seen once more. */
export type TypedField = { readonly label: string; readonly value: string };

type Props = SentenceProps & {
  readonly procedure: ProcedureFacts | undefined;
  /** Id of the draft that is open now. */
  readonly openDraft: number | undefined;
  readonly typed: readonly TypedField[];
};

/** The page at the address of a draft that is open no more. */
export function EndedDraftView(props: Props): VNode {
  const { lang, ended, procedure, openDraft, typed } = props;
  const texts = textsOf(lang);
  const words = texts.edit.ended;
  return (
    <>
      <PageTitle
        title={procedure?.name ?? ended.procedureCode}
        kicker={
          <>
            <a href={URL}>{texts.title}</a> · {ended.variantCode || ended.procedureCode}
          </>
        }
      />
      <Notice tone="warn" title={words.gone} live>
        <EndedSentence {...props} />
      </Notice>
      {typed.length === 0 ? null : (
        <section class="flow" aria-label={words.typed}>
          <h2>{words.typed}</h2>
          <SummaryList items={typed} />
        </section>
      )}
      {openDraft === undefined ? (
        <Form action={`${URL}/drafts`} class="row">
          <input type="hidden" name="procedureCode" value={ended.procedureCode} />
          <input type="hidden" name="variantCode" value={ended.variantCode} />
          <Button kind="primary" icon="pen">
            {texts.newDraft}
          </Button>
        </Form>
      ) : (
        <LinkButton href={`${URL}/drafts/${openDraft}`} kind="primary" icon="pen">
          {texts.openDraft}
        </LinkButton>
      )}
    </>
  );
}
