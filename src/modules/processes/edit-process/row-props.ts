import type { Lang } from "../../../kernel/time.ts";
import { errorOf, type FormError } from "../../../ui/index.ts";
import { fieldOf, type TypedStep } from "./editor-form.ts";

/** What the fields of one row are drawn from. */
export type RowProps = {
  readonly lang: Lang;
  readonly row: number;
  readonly step: TypedStep;
  readonly all: readonly TypedStep[];
  readonly errors: readonly FormError[];
};

/** Name, error and no word about being optional, for every field of a row. */
export function sharedOf({ row, errors }: RowProps) {
  return (name: string) => {
    const field = fieldOf(row, name);
    return { name: field, error: errorOf(errors, field), required: false, unmarked: true } as const;
  };
}
