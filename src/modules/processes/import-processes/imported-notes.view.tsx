import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { importTexts } from "./import-texts.ts";
import type { KeptProcess } from "./imported.query.ts";

type Props = { readonly row: KeptProcess; readonly lang: Lang };

/** "138/2025/QĐ-UBND · Điều 37.2" */
export const placeOf = ({ decision, article, part }: KeptProcess) => `${decision} · Điều ${article}.${part}`;

/** What a person must confirm of a process that was read, and what could not be read. */
export function ImportedNotes({ row, lang }: Props): VNode {
  const texts = importTexts(lang);
  const of = (kind: "confirm" | "unread") => row.notes.filter((note) => note.kind === kind).length;
  if (row.notes.length === 0) return <div class="soft small">{texts.sound}</div>;
  return (
    <details>
      <summary>{texts.notes(of("confirm"), of("unread"))}</summary>
      <ul class="small">
        {row.notes.map((note) => (
          <li>
            {note.step === undefined ? "" : texts.step(note.step)}
            {note[lang]} ({note.kind === "unread" ? texts.unread : texts.confirm})
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Beside a draft: from which decision its procedure was read, with all that was noted then. */
export function ImportedFrom({ row, lang }: Props): VNode {
  return (
    <section class="small" aria-label={importTexts(lang).readFrom}>
      <p class="soft">
        {importTexts(lang).readFrom}: {placeOf(row)}
      </p>
      <ImportedNotes row={row} lang={lang} />
    </section>
  );
}
