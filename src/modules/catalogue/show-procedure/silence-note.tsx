import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { Silence } from "../catalogue-deps.ts";
import { textsOf } from "../texts.ts";

type Props = { readonly lang: Lang; readonly silence: Silence | undefined };

/** Under a time limit: what it means when it passes without an answer. Nothing where no law says so. */
export function SilenceNote({ lang, silence }: Props): VNode | null {
  if (silence === undefined) return null;
  return <p>{textsOf(lang).procedure.silent(silence.outcome, silence.basis)}</p>;
}
