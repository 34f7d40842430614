import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { Paper } from "../domain/procedure.ts";
import { textsOf } from "../texts.ts";
import type { ProcedureProps } from "./procedure.view.tsx";

/** More than these fold: the national catalogue lists up to 224 papers, those of all cases together. */
const OPEN = 12;

/** Which papers to bring, under the catalogue's headings, with how many of each. */
export function PapersView({
  lang,
  procedure,
  full,
}: Pick<ProcedureProps, "lang" | "procedure" | "full">): VNode {
  const { papers } = procedure.content;
  const texts = textsOf(lang).procedure;
  const flattened = procedure.origin === "national" && groupsOf(papers).length > 1;
  const list = <Groups lang={lang} papers={papers} />;
  return (
    <section class="flow prose">
      <h2>{texts.papersTitle}</h2>
      {papers.length === 0 ? <p>{texts.papersNone}</p> : null}
      {flattened ? <p class="soft">{texts.papersByCase}</p> : null}
      {papers.length <= OPEN || full ? (
        list
      ) : (
        <details class="explain">
          <summary>{texts.papersMany(`${papers.length}`)}</summary>
          <div class="flow">{list}</div>
        </details>
      )}
    </section>
  );
}

function Groups({ lang, papers }: { readonly lang: Lang; readonly papers: readonly Paper[] }): VNode {
  return (
    <>
      {groupsOf(papers).map(([group, own]) => (
        <div key={group} class="flow" lang="vi">
          {group === "" ? null : <h3>{group}</h3>}
          <ul>
            {own.map((paper) => (
              <li key={paper.id}>
                {paper.name} <PaperNote lang={lang} paper={paper} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function PaperNote({ lang, paper }: { readonly lang: Lang; readonly paper: Paper }): VNode | null {
  const texts = textsOf(lang).procedure;
  const parts = [
    paper.originals > 0 ? texts.originals(paper.originals) : "",
    paper.copies > 0 ? texts.copies(paper.copies) : "",
    paper.form !== undefined && !paper.name.includes(paper.form.replace(/^Mẫu /, "")) ? paper.form : "",
    paper.required || /nếu có/i.test(paper.name) ? "" : texts.ifAny,
  ].filter((part) => part !== "");
  return parts.length === 0 ? null : (
    <span class="soft small" lang={lang}>
      ({parts.join(", ")})
    </span>
  );
}

function groupsOf(papers: readonly Paper[]): readonly (readonly [group: string, papers: readonly Paper[]])[] {
  return [...Map.groupBy(papers, (paper) => paper.group ?? "")];
}
