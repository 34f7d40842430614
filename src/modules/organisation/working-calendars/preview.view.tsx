import type { VNode } from "preact";
import { formatDateTime, type Instant, type Lang, localDateOf } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import { Actions, Button, Form, LinkButton, Notice, PageTitle, SummaryList } from "../../../ui/index.ts";
import type { Directory } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import type { Preview } from "./calendar-effects.ts";
import { CALENDAR_URL, DECLARE_URL } from "./calendar-page-deps.ts";
import { calendarTexts } from "./calendar-texts.ts";
import { CountingView } from "./counting.view.tsx";
import { declarationOf } from "./declare-days.ts";
import type { DeclareForm } from "./declare-form.ts";
import { EffectFigures, MovedTable } from "./effects.view.tsx";
import { changesText } from "./hours-words.ts";

type Props = {
  readonly lang: Lang;
  readonly directory: Directory;
  readonly unit: Unit | undefined;
  readonly form: DeclareForm;
  /** As typed, to be sent again. */
  readonly typed: FormValues;
  readonly preview: Preview;
  /** Address of this page. */
  readonly href: string;
  readonly now: Instant;
};

const FIELDS = [
  "unit",
  "rest",
  "half",
  "halfHours",
  "working",
  "ordinary",
  "hours",
  "hoursFrom",
  "intake",
  "intakeFrom",
  "name",
  "decision",
  "reason",
] as const;

/** What a declaration would do, before anything is changed; it can be confirmed once that is known. */
export function PreviewView(props: Props): VNode {
  const { lang, unit, form, preview, now } = props;
  const all = calendarTexts(lang);
  const texts = all.preview;
  const { changes } = declarationOf(form);
  const isPast = changes.some(({ date }) => date < localDateOf(now));
  const isCounted = preview.state === "counted";
  return (
    <>
      <PageTitle
        title={texts.title}
        lead={isCounted ? texts.lead : texts.leadCounting}
        kicker={<a href={CALENDAR_URL}>{all.title}</a>}
      />
      <SummaryList
        items={[
          {
            label: all.scope,
            value: unit === undefined ? all.province : lang === "vi" ? unit.name : unit.nameEn,
          },
          { label: all.what, value: `${form.name}: ${changesText(changes, lang)}` },
          { label: all.decision, value: form.decision },
          { label: all.form.reason, value: form.reason },
          ...(isCounted ? [{ label: texts.countedAt, value: formatDateTime(preview.at, lang) }] : []),
        ]}
      />
      {isPast ? <Notice tone="warn">{texts.past}</Notice> : null}
      {isCounted ? (
        <>
          <EffectFigures lang={lang} effects={preview.effects} />
          <Confirm {...props} />
          <MovedTable lang={lang} directory={props.directory} effects={preview.effects} />
        </>
      ) : (
        <>
          <CountingView lang={lang} preview={preview} />
          <Actions>
            <LinkButton href={props.href}>{all.run.refresh}</LinkButton>
            <ChangeLink {...props} />
          </Actions>
        </>
      )}
    </>
  );
}

function Confirm(props: Props): VNode {
  const texts = calendarTexts(props.lang).preview;
  return (
    <Form action={DECLARE_URL}>
      <input type="hidden" name="previous" value={props.form.previous} />
      {valuesOf(props).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Actions>
        <Button kind="primary" icon="check">
          {texts.confirm}
        </Button>
        <ChangeLink {...props} />
      </Actions>
    </Form>
  );
}

/** Back to the form with all that was typed. */
function ChangeLink(props: Props): VNode {
  return (
    <LinkButton href={`${DECLARE_URL}?${new URLSearchParams(valuesOf(props))}`}>
      {calendarTexts(props.lang).preview.change}
    </LinkButton>
  );
}

function valuesOf({ typed }: Props): [string, string][] {
  return FIELDS.map((name) => [name, [typed[name] ?? ""].flat()[0] ?? ""]);
}
