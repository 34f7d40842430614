import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { LinkButton, Notice, ProgressBar } from "../../../ui/index.ts";
import type { RecomputeState } from "./calendar-effects.ts";
import { CALENDAR_URL } from "./calendar-page-deps.ts";
import { calendarTexts, countText } from "./calendar-texts.ts";

type Props = { readonly run: RecomputeState | undefined; readonly lang: Lang };

/** How far the recomputation of the open cases is; nothing before the first declaration. */
export function RunView({ run, lang }: Props): VNode | null {
  if (run === undefined) return null;
  const texts = calendarTexts(lang).run;
  const count = (value: number) => countText(value, lang);
  return (
    <section class="flow no-print" aria-label={texts.title}>
      {run.state === "running" ? (
        <>
          <ProgressBar
            label={texts.running}
            value={run.done}
            max={Math.max(1, run.total)}
            text={texts.progress(count(run.done), count(run.total))}
          />
          <LinkButton href={CALENDAR_URL}>{texts.refresh}</LinkButton>
        </>
      ) : null}
      {run.state === "failed" ? <Notice tone="warn">{texts.failed}</Notice> : null}
      {run.state === "done" && run.endedAt !== undefined ? (
        <Notice tone="ok">
          {texts.done(count(run.moved), count(run.done), formatDateTime(run.endedAt, lang))}
        </Notice>
      ) : null}
      {run.unexplained === 0 ? null : (
        <Notice tone="warn">{texts.unexplained(count(run.unexplained))}</Notice>
      )}
    </section>
  );
}
