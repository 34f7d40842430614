import type { ComponentChildren, VNode } from "preact";
import { Icon, type IconName } from "../icon.tsx";
import { classes } from "../tone.ts";

export type ButtonKind = "primary" | "secondary" | "danger" | "ghost";

type Common = {
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  /** The icon stands after the words, for going on. */
  readonly iconAfter?: boolean | undefined;
  readonly small?: boolean | undefined;
  /** Why the action is not allowed now. Given: the button is disabled and the reason stands under it. */
  readonly disabledReason?: string | undefined;
  readonly children: ComponentChildren;
};

export type ButtonProps = Common & {
  readonly type?: "submit" | "button" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Id of a form elsewhere on the page. */
  readonly form?: string | undefined;
  /** Sends the form to another address. */
  readonly formAction?: string | undefined;
};

/** A button that sends a form. An action that is not allowed says why. */
export function Button(props: ButtonProps): VNode {
  const button = (
    <button
      class={look(props)}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      disabled={props.disabledReason === undefined ? undefined : true}
    >
      {face(props)}
    </button>
  );
  return withReason(button, props.disabledReason);
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton(props: Common & { readonly href: string }): VNode {
  const disabled = props.disabledReason !== undefined;
  const link = disabled ? (
    <span class={look(props)} role="link" aria-disabled="true" tabIndex={0}>
      {face(props)}
    </span>
  ) : (
    <a class={look(props)} href={props.href}>
      {face(props)}
    </a>
  );
  return withReason(link, props.disabledReason);
}

/** Buttons in a row, or stacked beside a case. */
export function Actions(props: {
  readonly stacked?: boolean | undefined;
  readonly children: ComponentChildren;
}): VNode {
  return <div class={classes("acts", props.stacked === true && "stacked")}>{props.children}</div>;
}

function look({ kind = "secondary", small }: Common): string {
  return classes("button", kind !== "secondary" && kind, small === true && "small");
}

function face({ icon, iconAfter, children }: Common): VNode {
  return (
    <>
      {icon === undefined || iconAfter === true ? null : <Icon name={icon} />}
      <span>{children}</span>
      {icon === undefined || iconAfter !== true ? null : <Icon name={icon} />}
    </>
  );
}

function withReason(control: VNode, reason: string | undefined): VNode {
  if (reason === undefined) return control;
  return (
    <div class="act">
      {control}
      <p class="why">
        <Icon name="info" />
        <span>{reason}</span>
      </p>
    </div>
  );
}
