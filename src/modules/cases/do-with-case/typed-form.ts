import type { FormValues } from "../../../platform/http/form.ts";
import type { FormError } from "../../../ui/index.ts";
import type { FileRef } from "../domain/people.ts";
import type { CaseRefusal } from "../domain/refusal.ts";
import type { VerbName } from "../verbs.ts";

/** A form of the case screen that comes back: nothing typed or uploaded is lost. */
export type TypedForm = {
  readonly verb: VerbName;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** Why the command said no; absent where only fields were wrong. */
  readonly refusal?: CaseRefusal;
  readonly detail?: string;
  /** The version of the case the person had before them. */
  readonly seen?: number;
  /** Files that are stored already, each with the token that proves that this officer uploaded it here. */
  readonly kept: readonly { readonly file: FileRef; readonly token: string }[];
};
