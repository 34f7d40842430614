import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { type Column, DataTable, Notice } from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { EndedSentence } from "../manage-processes/ended-draft.view.tsx";
import type { DraftContent, EndedDraft, ProcessDraft } from "../manage-processes/process.query.ts";
import { textsOf, URL } from "../texts.ts";
import { type Difference, differencesOf } from "./draft-conflict.ts";

/** Where the error summary leads. */
export const CONFLICT = "conflict";

type Props = {
  readonly lang: Lang;
  readonly directory: Directory;
  /** The draft that was typed into, where somebody ended it. */
  readonly ended: EndedDraft | undefined;
  /** The draft that is open now; undefined: none is. */
  readonly open: ProcessDraft | undefined;
  /** What stands in the open draft, else in the newest version; undefined: there is neither. */
  readonly saved: DraftContent | undefined;
  /** What was typed. */
  readonly content: DraftContent;
};

/** Who came between and how, and what stands otherwise there than here: saving again is done knowingly. */
export function DraftConflict({ lang, directory, ended, open, saved, content }: Props): VNode {
  const texts = textsOf(lang);
  const { conflict, ended: words } = texts.edit;
  const who = open?.changedBy === undefined ? texts.byProgram : directory.officerName(open.changedBy);
  const said = ended === undefined ? conflict : words;
  return (
    <section id={CONFLICT} class="flow" aria-label={said.title}>
      <Notice tone="warn" title={said.title}>
        {ended === undefined ? null : <EndedSentence lang={lang} directory={directory} ended={ended} />}
        {open === undefined ? (
          <p>{words.anew}</p>
        ) : (
          <>
            <p>{said.by(who, formatDateTime(open.changedAt, lang))}</p>
            <p>
              <a href={`${URL}/drafts/${open.id}`} target="_blank" rel="noopener">
                {conflict.open}
              </a>
            </p>
          </>
        )}
      </Notice>
      {saved === undefined ? null : (
        <DifferenceTable
          lang={lang}
          rows={differencesOf(saved, content, { directory, lang })}
          savedLabel={open === undefined ? words.published : conflict.saved}
          same={open === undefined ? words.same : conflict.same}
        />
      )}
    </section>
  );
}

type TableProps = {
  readonly lang: Lang;
  readonly rows: readonly Difference[];
  readonly savedLabel: string;
  readonly same: string;
};

function DifferenceTable({ lang, rows, savedLabel, same }: TableProps): VNode {
  const texts = textsOf(lang);
  const { conflict } = texts.edit;
  const columns: readonly Column<Difference>[] = [
    { key: "step", label: texts.step, primary: true, cell: ({ step }) => step },
    { key: "what", label: conflict.what, cell: ({ what }) => what },
    { key: "saved", label: savedLabel, cell: ({ saved }) => saved },
    { key: "typed", label: conflict.typed, cell: ({ typed }) => <b>{typed}</b> },
  ];
  return (
    <DataTable
      caption={conflict.differences}
      captionHidden
      rows={rows}
      rowKey={({ step, what }) => `${step} ${what}`}
      columns={columns}
      empty={<p>{same}</p>}
    />
  );
}
