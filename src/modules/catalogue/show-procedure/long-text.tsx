import type { VNode } from "preact";

type LongTextProps = {
  readonly title: string;
  /** What opens the text when it is long. */
  readonly more: string;
  /** Everything open, for paper. */
  readonly full: boolean;
  readonly text?: string | undefined;
  readonly items?: readonly string[];
};

/** Letters that stand open; what is longer opens with a tap, since most people need the papers, not the law. */
const OPEN = 600;

/** A section of official text: its paragraphs, or a list. Nothing without text. */
export function LongText({ title, more, full, text, items }: LongTextProps): VNode | null {
  const parts = items ?? (text ?? "").split("\n").filter((line) => line !== "");
  if (parts.length === 0) return null;
  const body =
    items === undefined ? (
      parts.map((line, index) => <p key={`${index} ${line.slice(0, 20)}`}>{line}</p>)
    ) : (
      <ul>
        {parts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  const short = full || parts.join("").length <= OPEN;
  return (
    <section class="flow prose">
      <h2>{title}</h2>
      {short ? (
        <div class="flow" lang="vi">
          {body}
        </div>
      ) : (
        <details class="explain">
          <summary>{more}</summary>
          <div class="flow" lang="vi">
            {body}
          </div>
        </details>
      )}
    </section>
  );
}
