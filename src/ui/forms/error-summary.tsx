import type { VNode } from "preact";
import { useTexts } from "../lang.ts";

/** One fault of a form: the id of its field (usually the name) and what to do. */
export type FormError = { readonly field: string; readonly text: string };

type ErrorSummaryProps = { readonly errors: readonly FormError[]; readonly title?: string | undefined };

/** The list at the top of a form that came back; takes the focus, each entry leads to its field. Nothing without errors. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps): VNode | null {
  const texts = useTexts();
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" tabIndex={-1} data-take-focus>
      <h2>{title ?? texts.errorSummaryTitle(errors.length)}</h2>
      <ul class="error-list">
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The text of a field's fault, for the `error` of its component. */
export function errorOf(errors: readonly FormError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}
