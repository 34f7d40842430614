import type { VNode } from "preact";
import { formatDate, type Lang } from "../../../kernel/time.ts";
import { DataTable, Icon, Notice, PageTitle, PrintLink } from "../../../ui/index.ts";
import type { CatalogueDeps, Silence } from "../catalogue-deps.ts";
import type { Procedure } from "../procedure.query.ts";
import { shortened, textsOf, timeLines } from "../texts.ts";
import { FactsView } from "./facts.view.tsx";
import { LongText } from "./long-text.tsx";
import { PapersView } from "./papers.view.tsx";
import { SilenceNote } from "./silence-note.tsx";

export type ProcedureProps = {
  readonly lang: Lang;
  readonly procedure: Procedure;
  /** What silence means in a variant, or with "" in the whole procedure, where a law makes it an answer. */
  silence(variant: string): Silence | undefined;
  /** Another province published it for itself. */
  readonly elsewhere: boolean;
  /** Everything open, for paper. */
  readonly full: boolean;
  /** When desks receive: the province's hours first, then those of each unit that has others. */
  readonly intakeHours: ReturnType<NonNullable<CatalogueDeps["intakeHours"]>>;
};

/** Letters of a heading; the national catalogue has names of a thousand, which stand whole under it. */
const HEADING = 140;

/** One procedure in plain words; prints as a guide to take along. */
export function ProcedureView(props: ProcedureProps): VNode {
  const { lang, procedure, silence, elsewhere, full, intakeHours } = props;
  const { content } = procedure;
  const texts = textsOf(lang).procedure;
  const english = lang === "en" ? content.nameEn : undefined;
  const long = content.name.length > HEADING;
  return (
    <article class="flow">
      <a class="back" href={`/procedures?field=${encodeURIComponent(content.field)}`}>
        <Icon name="arrow-left" />
        {content.field}
      </a>
      <PageTitle
        title={english ?? shortened(content.name, HEADING)}
        kicker={texts.code(content.code)}
        lead={english === undefined && !long ? undefined : <span lang="vi">{content.name}</span>}
      />
      <Standing lang={lang} procedure={procedure} elsewhere={elsewhere} />
      <FactsView lang={lang} procedure={procedure} silence={silence} full={full} intakeHours={intakeHours} />
      <VariantsView lang={lang} procedure={procedure} silence={silence} />
      <PapersView lang={lang} procedure={procedure} full={full} />
      <LongText title={texts.sequenceTitle} more={texts.more} full={full} text={content.sequence} />
      <LongText title={texts.requirementsTitle} more={texts.more} full={full} text={content.requirements} />
      <LongText title={texts.legalTitle} more={texts.more} full={full} items={content.legalBasis} />
      <p class="soft small">
        {content.decisionNo === undefined ? null : `${texts.source(content.decisionNo)} `}
        {procedure.origin === "national" ? `${texts.sourceNational} ` : null}
        {texts.version(procedure.version, formatDate(procedure.updatedAt))}
      </p>
      {full ? (
        <PrintLink label={texts.printNow} />
      ) : (
        <PrintLink href={`/procedures/${content.code}?full=1`} label={texts.print} />
      )}
    </article>
  );
}

/** Why a desk would not take it in, before anything else. */
function Standing({
  lang,
  procedure,
  elsewhere,
}: Pick<ProcedureProps, "lang" | "procedure" | "elsewhere">): VNode | null {
  const texts = textsOf(lang).procedure;
  if (procedure.state === "withdrawn") {
    return (
      <Notice tone="danger" title={texts.withdrawn}>
        <p>{texts.withdrawnText}</p>
      </Notice>
    );
  }
  if (procedure.receivable) return null;
  const { agency, promulgator = "" } = procedure.content;
  if (elsewhere) {
    return (
      <Notice tone="info" title={texts.notHere}>
        <p>{texts.notHereOther(promulgator)}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={texts.notHere}>
      <p>{agency === undefined ? texts.notHereUnknown : texts.notHereText(agency)}</p>
    </Notice>
  );
}

function VariantsView({
  lang,
  procedure,
  silence,
}: Pick<ProcedureProps, "lang" | "procedure" | "silence">): VNode | null {
  const texts = textsOf(lang).procedure;
  const { variants } = procedure.content;
  if (variants.length === 0) return null;
  return (
    <section class="flow">
      <h2>{texts.variantsTitle}</h2>
      <DataTable
        caption={texts.variantsTitle}
        captionHidden
        rows={variants}
        rowKey={(variant) => variant.code}
        columns={[
          { key: "name", label: texts.variant, primary: true, cell: (variant) => variant.name },
          {
            key: "time",
            label: texts.variantTime,
            cell: (variant) => (
              // One box: on a telephone the cell stands beside its label.
              <div>
                {timeLines(lang, variant, procedure.content.channels).map((time) => (
                  <p key={time}>{time}</p>
                ))}
                <SilenceNote lang={lang} silence={silence(variant.code)} />
              </div>
            ),
          },
        ]}
        empty={null}
      />
    </section>
  );
}
