import type { VNode } from "preact";
import { formatDateTime } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import {
  ErrorSummary,
  errorOf,
  Form,
  LinkButton,
  PageTitle,
  RadioGroup,
  Select,
  Tabs,
  TextField,
} from "../../../ui/index.ts";
import { limitFor, limitsOf } from "../../catalogue/index.ts";
import { ApplicantPart, fieldOf } from "./applicant-part.view.tsx";
import { ClosingPart, MoneyPart, TurnedAwayPart } from "./closing-part.view.tsx";
import { channelOf } from "./desk-form.ts";
import type { DeskModel } from "./desk-model.ts";
import { typed } from "./paper-rows.ts";
import { PapersPart } from "./papers-part.view.tsx";
import { GENERAL } from "./read-desk-input.ts";
import { receiveTexts } from "./receive-texts.ts";
import { WherePart } from "./where-part.view.tsx";

type Props = { readonly model: DeskModel };

/** Address of the form of a procedure. */
export function deskHref(code: string, mode: DeskModel["mode"]): string {
  const base = `/officer/receive/${encodeURIComponent(code)}`;
  return mode === "at-once" ? `${base}/at-once` : base;
}

/** The one screen of the desk: from the card to the receipt, in the order in which papers cross the counter. */
export function DeskFormView({ model }: Props): VNode {
  const texts = receiveTexts(model.lang).form;
  const { content } = model.procedure;
  const desk = model.desks.length === 1 ? model.desks[0] : undefined;
  return (
    <>
      <ErrorSummary errors={model.errors} />
      <PageTitle
        title={content.name}
        kicker={texts.kicker(content.code, content.field)}
        lead={desk === undefined ? undefined : texts.desk(desk.name)}
        actions={<LinkButton href="/officer/receive">{texts.other}</LinkButton>}
      />
      {content.returnAtOnce ? <Modes model={model} /> : null}
      <Form
        action={deskHref(content.code, model.mode)}
        keep={`receive-${model.caseId}`}
        multipart
        hasErrors={model.returned}
      >
        {/* Enter in a field is sent by the first button: it looks the form through, it never receives. */}
        <button class="hush" type="submit" name="do" value="enter" tabIndex={-1} aria-hidden="true">
          {texts.check}
        </button>
        <input type="hidden" name="caseId" value={model.caseId} />
        <Variants model={model} />
        <ApplicantPart model={model} />
        <WherePart model={model} />
        <PapersPart model={model} />
        <MoneyPart model={model} />
        {model.mode === "at-once" ? <ResultPart model={model} /> : null}
        <ClosingPart model={model} />
        {model.mode === "at-once" ? null : <TurnedAwayPart model={model} />}
      </Form>
    </>
  );
}

/** The same blank form the other way: its number goes along. */
function Modes({ model }: Props): VNode {
  const texts = receiveTexts(model.lang).form;
  const href = (mode: DeskModel["mode"]) =>
    `${deskHref(model.procedure.content.code, mode)}?form=${model.caseId}`;
  return (
    <Tabs
      label={texts.modes}
      items={[
        { href: href("at-once"), label: texts.atOnceTab, current: model.mode === "at-once" },
        { href: href("later"), label: texts.laterTab, current: model.mode === "later" },
      ]}
    />
  );
}

function Variants({ model }: Props): VNode | null {
  const texts = receiveTexts(model.lang).form;
  const { content } = model.procedure;
  const { variants } = content;
  if (variants.length === 0) return null;
  const options = variants.map((variant) => {
    const limit = formatTimeLimit(limitFor(variant, channelOf(model)) ?? variant.limit, model.lang);
    const dueAt = model.dueOfVariant.get(variant.code);
    const hint = dueAt ? texts.due(limit, formatDateTime(dueAt, model.lang)) : texts.limit(limit);
    return { value: variant.code, label: variant.name, hint };
  });
  const general = limitFor(limitsOf(content, undefined), channelOf(model));
  if (general !== undefined) {
    const limit = formatTimeLimit(general, model.lang);
    options.push({ value: GENERAL, label: texts.general, hint: texts.limit(limit) });
  }
  return (
    <RadioGroup
      name="variantCode"
      label={texts.variant}
      value={typed(model.values, "variantCode")}
      error={errorOf(model.errors, "variantCode")}
      options={options}
    />
  );
}

function ResultPart({ model }: Props): VNode {
  const texts = receiveTexts(model.lang).form;
  const field = fieldOf(model);
  const [only] = model.leaders;
  const signer =
    typed(model.values, "signedBy") || (model.leaders.length === 1 ? String(only?.officerId) : "");
  return (
    <div class="columns">
      <TextField {...field("resultTitle")} label={texts.resultTitle} />
      <Select
        {...field("signedBy")}
        label={texts.signedBy}
        hint={model.leaders.length === 0 ? texts.noLeaders : texts.signedByHint}
        value={signer}
        options={model.leaders.map((leader) => ({
          value: String(leader.officerId),
          label: `${leader.fullName}, ${leader.title}`,
        }))}
      />
      <TextField {...field("collectorName")} label={texts.collectorName} required={false} />
    </div>
  );
}
