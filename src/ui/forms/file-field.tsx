import type { VNode } from "preact";
import { useTexts } from "../lang.ts";
import { Field, type FieldProps, inputAttributes } from "./field.tsx";

export type FileFieldProps = FieldProps & {
  /** Accepted types, such as ".pdf,image/jpeg". */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Largest size of one file in bytes; the server checks again. */
  readonly maxBytes?: number | undefined;
  /** Opens the camera of a telephone. */
  readonly capture?: "environment" | "user" | undefined;
};

/** Choosing files; dropping, pasting, preview and the size check come with enhance/file-field.ts. */
export function FileField(props: FileFieldProps): VNode {
  const texts = useTexts();
  const limit = props.maxBytes === undefined ? undefined : texts.fileLimit(megabytes(props.maxBytes));
  const hint = props.hint ?? limit;
  return (
    <Field {...props} hint={hint}>
      <div class="drop" data-file-field data-max-bytes={props.maxBytes} data-too-large={texts.fileTooLarge}>
        <p class="soft small" data-needs-js hidden>
          {texts.dropHere}
        </p>
        <input
          {...inputAttributes({ ...props, hint })}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          capture={props.capture}
        />
        <div data-file-list aria-live="polite" />
      </div>
    </Field>
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} MB`;
}
