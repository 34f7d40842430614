import type { VNode } from "preact";
import { formatDateTime } from "../../../kernel/time.ts";
import { type Column, DataTable, Notice } from "../../../ui/index.ts";
import { textsOf, URL } from "../texts.ts";
import { type Difference, differencesOf } from "./draft-conflict.ts";
import type { EditorProps } from "./editor.view.tsx";

/** Where the error summary leads. */
export const CONFLICT = "conflict";

/** Who saved the draft meanwhile, and what stands otherwise there than here: saving again takes its place knowingly. */
export function DraftConflict({ lang, directory, draft, content }: EditorProps): VNode {
  const texts = textsOf(lang);
  const { conflict } = texts.edit;
  const who = draft.changedBy === undefined ? texts.byProgram : directory.officerName(draft.changedBy);
  const rows = differencesOf(draft, content, { directory, lang });
  const columns: readonly Column<Difference>[] = [
    { key: "step", label: texts.step, primary: true, cell: ({ step }) => step },
    { key: "what", label: conflict.what, cell: ({ what }) => what },
    { key: "saved", label: conflict.saved, cell: ({ saved }) => saved },
    { key: "typed", label: conflict.typed, cell: ({ typed }) => <b>{typed}</b> },
  ];
  return (
    <section id={CONFLICT} class="flow" aria-label={conflict.title}>
      <Notice tone="warn" title={conflict.title}>
        <p>{conflict.by(who, formatDateTime(draft.changedAt, lang))}</p>
        <p>
          <a href={`${URL}/drafts/${draft.id}`} target="_blank" rel="noopener">
            {conflict.open}
          </a>
        </p>
      </Notice>
      <DataTable
        caption={conflict.title}
        captionHidden
        rows={rows}
        rowKey={({ step, what }) => `${step} ${what}`}
        columns={columns}
        empty={<p>{conflict.same}</p>}
      />
    </section>
  );
}
