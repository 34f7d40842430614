import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Notice, ProgressBar } from "../../../ui/index.ts";
import type { Preview } from "./calendar-effects.ts";
import { calendarTexts, countText } from "./calendar-texts.ts";

type Props = {
  readonly lang: Lang;
  readonly preview: Exclude<Preview, { readonly state: "counted" }>;
};

/** How often somebody who waits is shown how far it is. */
export const LOOK_AGAIN_SECONDS = 2;

/** How far the counting of a declaration's effects is, read again by itself. */
export function CountingView({ lang, preview }: Props): VNode {
  const { preview: texts, run } = calendarTexts(lang);
  const count = (value: number) => countText(value, lang);
  return (
    <section class="flow" aria-label={texts.counting} data-look-again={LOOK_AGAIN_SECONDS}>
      {preview.state === "failed" ? (
        <Notice tone="warn">{texts.failed}</Notice>
      ) : (
        <ProgressBar
          label={texts.counting}
          value={preview.done}
          max={Math.max(1, preview.total)}
          text={preview.total === 0 ? texts.waiting : run.progress(count(preview.done), count(preview.total))}
        />
      )}
    </section>
  );
}
