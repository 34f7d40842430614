import type { VNode } from "preact";
import type { FormValues } from "../../../platform/http/form.ts";
import { Button, DateField, Form, type FormError, Select, TextField } from "../../../ui/index.ts";
import { typedFields } from "../typed-fields.ts";
import type { PostMessages } from "./messages.vi.ts";

type Props = {
  readonly texts: PostMessages;
  readonly action: string;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

/** Gives a post to an officer by their staff number. */
export function StartPostForm({ texts, action, kinds, values, errors }: Props): VNode {
  const words = texts.start;
  const shared = typedFields(values, errors);
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <Form action={action} hasErrors={errors.length > 0}>
        <TextField
          {...shared("staffCode")}
          label={words.staffCode}
          hint={words.staffCodeHint}
          width="medium"
          autocomplete="off"
        />
        <TextField
          {...shared("fullName")}
          label={words.fullName}
          hint={words.fullNameHint}
          required={false}
          unmarked
          width="medium"
          autocomplete="off"
        />
        <Select {...shared("kind")} label={words.kind} options={kinds} width="medium" />
        <TextField {...shared("title")} label={words.position} width="long" autocomplete="off" />
        <DateField {...shared("fromDay")} label={words.fromDay} />
        <Button kind="primary">{words.submit}</Button>
      </Form>
    </section>
  );
}
