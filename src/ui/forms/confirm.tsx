import type { ComponentChildren, VNode } from "preact";
import { useTexts } from "../lang.ts";
import { Actions, Button, LinkButton } from "./button.tsx";
import { Form } from "./form.tsx";

export type ConfirmProps = {
  /** The question as the page's title, such as "Từ chối hồ sơ H21.18-…?". */
  readonly question: string;
  /** What will happen, one sentence each: who is told, what cannot be undone. */
  readonly consequences: readonly string[];
  readonly action: string;
  readonly confirmLabel: string;
  readonly cancelHref: string;
  readonly cancelLabel?: string | undefined;
  /** The action takes something away. */
  readonly danger?: boolean | undefined;
  readonly keep?: string | undefined;
  /** Fields such as a reason. */
  readonly children?: ComponentChildren;
};

/** The page asked before what cannot be undone. Where law allows undo, offer undo instead. */
export function Confirm(props: ConfirmProps): VNode {
  const texts = useTexts();
  return (
    <Form action={props.action} keep={props.keep}>
      <h1>{props.question}</h1>
      <div class="prose">
        <ul>
          {props.consequences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {props.children}
      <Actions>
        <Button kind={props.danger === true ? "danger" : "primary"}>{props.confirmLabel}</Button>
        <LinkButton href={props.cancelHref} kind="ghost">
          {props.cancelLabel ?? texts.cancel}
        </LinkButton>
      </Actions>
    </Form>
  );
}
