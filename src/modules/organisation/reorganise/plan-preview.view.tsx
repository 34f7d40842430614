import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Actions, Button, Form, PageTitle } from "../../../ui/index.ts";
import { PlaceFields } from "./place-fields.view.tsx";
import type { PlanPreview } from "./preview.ts";
import { PreviewView } from "./preview.view.tsx";
import { NEW_URL, REORGANISATIONS_URL } from "./reorganise-page-deps.ts";
import { reorganiseTexts } from "./texts.ts";

type Props = {
  readonly lang: Lang;
  readonly preview: PlanPreview;
  /** What was typed, with all rows as one table. */
  readonly fields: Readonly<Record<string, string | string[] | undefined>>;
  readonly workName: (work: string) => string;
};

/** The page before a plan is settled: choices for posts first, then what it does. */
export function PlanPreviewPage({ lang, preview, fields, workName }: Props): VNode {
  const texts = reorganiseTexts(lang);
  const { toPlace } = preview;
  return (
    <>
      <PageTitle
        title={texts.preview.title}
        lead={texts.preview.lead}
        kicker={<a href={REORGANISATIONS_URL}>{texts.back}</a>}
      />
      <Form action={NEW_URL}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={[value ?? ""].flat()[0]} />
        ))}
        {toPlace.length === 0 ? null : <PlaceFields lang={lang} preview={preview} />}
        <Actions>
          {toPlace.length === 0 ? (
            <Button kind="primary" icon="check" name="do" value="plan">
              {texts.preview.confirm}
            </Button>
          ) : (
            <Button kind="primary" icon="arrow-right" iconAfter name="do" value="preview">
              {texts.preview.again}
            </Button>
          )}
          <Button name="do" value="edit" kind="ghost">
            {texts.preview.edit}
          </Button>
        </Actions>
      </Form>
      <PreviewView preview={preview} lang={lang} workName={workName} />
    </>
  );
}
