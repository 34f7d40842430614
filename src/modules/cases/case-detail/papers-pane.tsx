import type { VNode } from "preact";
import { Badge, EmptyState, FilePreview } from "../../../ui/index.ts";
import type { FileRef, ReceivedPaper } from "../domain/people.ts";
import { textsOf } from "../texts.ts";
import { fileHref } from "./case-file.query.ts";
import { caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";

/** The papers one reads to decide: what is to be decided first, then what was handed in. */
export function PapersPane({ view }: { readonly view: CaseView }): VNode {
  const texts = caseTexts(view.lang);
  const { state } = view.detail;
  return (
    <>
      <Supplement view={view} />
      <Opinion view={view} />
      <Result view={view} />
      <h2>{texts.papers}</h2>
      {state.papers.length === 0 ? (
        <EmptyState title={texts.noPapers} icon="file" />
      ) : (
        <ol class="flow">
          {state.papers.map((paper, index) => (
            <Paper key={`${index} ${paper.name}`} view={view} paper={paper} number={index + 1} />
          ))}
        </ol>
      )}
    </>
  );
}

function Paper(props: {
  readonly view: CaseView;
  readonly paper: ReceivedPaper;
  readonly number: number;
}): VNode {
  const { view, paper, number } = props;
  const texts = caseTexts(view.lang);
  return (
    <li>
      <p>
        <b>
          {number}. {paper.name}
        </b>{" "}
        <span class="soft small">
          {textsOf(view.lang).paperForms[paper.form]}, {texts.paperCount(paper.count)}
          {paper.files.length === 0 ? `, ${texts.noFile}` : ""}
        </span>
      </p>
      <Files view={view} files={paper.files} />
    </li>
  );
}

/** Files that can be opened; the first of each paper is shown at once, the others on a tap. */
export function Files({
  view,
  files,
}: {
  readonly view: CaseView;
  readonly files: readonly FileRef[];
}): VNode {
  return (
    <>
      {files.map((file, index) => {
        const preview = (
          <FilePreview
            key={file.sha256}
            href={fileHref(view.detail.state.id, file.sha256)}
            name={file.name}
            contentType={file.mediaType}
            size={sizeText(file.bytes)}
          />
        );
        if (index === 0) return preview;
        return (
          <details key={file.sha256}>
            <summary>
              {file.name} <span class="soft small">{sizeText(file.bytes)}</span>
            </summary>
            {preview}
          </details>
        );
      })}
    </>
  );
}

function Result({ view }: { readonly view: CaseView }): VNode | null {
  const { lang, detail, names } = view;
  const { draft, result, approvedBy } = detail.state;
  const texts = caseTexts(lang);
  const kinds = textsOf(lang).resultKinds;
  if (result !== undefined) {
    return (
      <section class="flow">
        <h2>
          {texts.result}{" "}
          <Badge label={kinds[result.kind]} tone={result.kind === "granted" ? "ok" : "danger"} />
        </h2>
        <p>
          <b>{texts.resultNumber(result.number)}</b>: {result.title}
        </p>
        <Files view={view} files={result.files} />
      </section>
    );
  }
  if (draft === undefined) return null;
  const approved =
    approvedBy === undefined ? texts.draftWaiting : texts.draftApproved(names.officer(approvedBy));
  return (
    <section class="flow">
      <h2>
        {texts.draft} <Badge label={kinds[draft.kind]} tone={draft.kind === "granted" ? "ok" : "danger"} />
      </h2>
      <p>
        <b>{draft.title}</b> <span class="soft small">{approved}</span>
      </p>
      <div class="prose">
        {draft.content.split("\n").map((line, index) => (
          <p key={`${index}`}>{line}</p>
        ))}
      </div>
      <Files view={view} files={draft.files} />
    </section>
  );
}

function Opinion({ view }: { readonly view: CaseView }): VNode | null {
  const { opinion } = view.detail.state;
  if (opinion === undefined) return null;
  const texts = caseTexts(view.lang);
  return (
    <section class="flow">
      <h2>{texts.opinion}</h2>
      <p>
        <b>{view.names.unit(opinion.unitId)}</b>: {opinion.question}
      </p>
      <p>{opinion.answer ?? <span class="soft">{texts.noAnswer}</span>}</p>
    </section>
  );
}

function Supplement({ view }: { readonly view: CaseView }): VNode | null {
  const { supplement } = view.detail.state;
  if (supplement === undefined) return null;
  return (
    <section class="flow">
      <h2>{caseTexts(view.lang).proposal}</h2>
      <p>{supplement.reason}</p>
      <div class="prose">
        <ul>
          {supplement.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** "1,2 MB", "340 kB". */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  if (megabytes >= 1) return `${megabytes.toLocaleString("vi-VN", { maximumFractionDigits: 1 })} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
