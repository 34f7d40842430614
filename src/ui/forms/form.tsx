import type { ComponentChildren, VNode } from "preact";
import { useTexts } from "../lang.ts";
import { CsrfField } from "./csrf-field.tsx";

export type FormProps = {
  readonly action: string;
  /** Default "post"; a post carries the CSRF token of the shell. */
  readonly method?: "post" | "get" | undefined;
  readonly id?: string | undefined;
  /** For files. */
  readonly multipart?: boolean | undefined;
  /** Name under which what is typed is kept in this browser tab until the server has it, such as "case-42-note". */
  readonly keep?: string | undefined;
  /** The server sends the form back with errors: its values win over a kept draft. */
  readonly hasErrors?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
};

/** A form that cannot be sent twice by impatience and, with `keep`, loses nothing that was typed. */
export function Form(props: FormProps): VNode {
  const texts = useTexts();
  const method = props.method ?? "post";
  const post = method === "post";
  return (
    <form
      id={props.id}
      action={props.action}
      method={method}
      enctype={props.multipart === true ? "multipart/form-data" : undefined}
      class={props.class ?? "flow"}
      noValidate
      data-submit-once={post ? texts.working : undefined}
      data-keep={props.keep}
      data-keep-note={props.keep === undefined ? undefined : texts.draftRestored}
      data-has-errors={props.hasErrors === true ? "" : undefined}
    >
      {post ? <CsrfField /> : null}
      {props.children}
    </form>
  );
}
