import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  errorOf,
  Fieldset,
  Form,
  type FormError,
  LinkButton,
  type Option,
  PageTitle,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { GroupDefinition } from "../domain/group-definitions.ts";
import { typed } from "../receive-case/paper-rows.ts";
import { receiveTexts } from "../receive-case/receive-texts.ts";
import { groupTexts } from "../show-group/group-texts.ts";
import { textsOf } from "../texts.ts";
import type { MemberPart } from "./group-form.ts";

/** What the form of a group is drawn from. */
export type GroupFormModel = {
  readonly lang: Lang;
  readonly definition: GroupDefinition;
  readonly parts: readonly MemberPart[];
  readonly desks: readonly Option[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly returned: boolean;
};

/** The form of a group: the applicant once, then for each procedure where it is decided and which papers came. */
export function GroupFormView({ model }: { readonly model: GroupFormModel }): VNode {
  const { lang, definition, errors, values } = model;
  const texts = groupTexts(lang);
  const action = `/officer/receive-group/${definition.code}`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={lang === "vi" ? definition.name : definition.nameEn}
        kicker={`${texts.kicker} · ${definition.code}`}
        lead={limitsOf(definition, lang)}
        actions={<LinkButton href="/officer/receive-group">{texts.back}</LinkButton>}
      />
      <Form action={action} keep={`group-${typed(values, "groupId")}`} hasErrors={model.returned}>
        <input type="hidden" name="groupId" value={typed(values, "groupId")} />
        <Applicant model={model} />
        {model.parts.map((part) => (
          <Member key={part.key} model={model} part={part} />
        ))}
        <Closing model={model} />
        <Actions>
          <Button kind="primary" icon="stamp">
            {texts.receive}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

/** "3 ngày làm việc; 5 ngày làm việc khi phải xác minh (NĐ 63/2024/NĐ-CP)". */
export function limitsOf(definition: GroupDefinition, lang: Lang): string {
  const { limit, verifiedLimit, source } = definition;
  const longer =
    verifiedLimit === undefined ? "" : `; ${groupTexts(lang).verified(formatTimeLimit(verifiedLimit, lang))}`;
  return `${formatTimeLimit(limit, lang)}${longer} (${source})`;
}

function fieldOf({ values, errors }: GroupFormModel) {
  return (name: string) => ({ name, value: typed(values, name), error: errorOf(errors, name) });
}

function Applicant({ model }: { readonly model: GroupFormModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  const field = fieldOf(model);
  return (
    <Fieldset legend={texts.applicant}>
      {model.desks.length === 1 ? (
        <input type="hidden" name="receivingUnitId" value={model.desks[0]?.value} />
      ) : (
        <Select
          {...field("receivingUnitId")}
          label={groupTexts(model.lang).desk}
          options={model.desks}
          emptyLabel={false}
        />
      )}
      <div class="columns">
        <TextField
          {...field("applicantNumber")}
          label={texts.number}
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
        />
        <TextField {...field("applicantName")} label={texts.name} autocomplete="off" />
        <DateField {...field("applicantBirthDate")} label={texts.birthDate} required={false} />
        <TextField {...field("applicantAddress")} label={texts.address} required={false} autocomplete="off" />
        <TextField
          {...field("applicantPhone")}
          type="tel"
          label={texts.phone}
          required={false}
          autocomplete="off"
        />
      </div>
    </Fieldset>
  );
}

function Member({ model, part }: { readonly model: GroupFormModel; readonly part: MemberPart }): VNode {
  const texts = groupTexts(model.lang);
  const field = fieldOf(model);
  const names = part.after.map(
    (key) => model.parts.find((one) => one.key === key)?.procedure.content.name ?? key,
  );
  const { content } = part.procedure;
  return (
    <Fieldset
      legend={(model.lang === "vi" ? undefined : content.nameEn) ?? content.name}
      hint={names.length === 0 ? texts.atOnce : texts.afterOthers(names.join(", "))}
    >
      <Select {...field(`unit-${part.key}`)} label={texts.unit} options={part.units} />
      <TextArea {...field(`papers-${part.key}`)} label={texts.papers} hint={texts.papersHint} rows={4} />
    </Fieldset>
  );
}

function Closing({ model }: { readonly model: GroupFormModel }): VNode {
  const texts = groupTexts(model.lang);
  const field = fieldOf(model);
  const methods = textsOf(model.lang).returnMethods;
  return (
    <Fieldset legend={texts.closing}>
      {model.definition.verifiedLimit === undefined ? null : (
        <CheckboxGroup
          name="verification"
          label={texts.verification}
          required={false}
          values={typed(model.values, "verification") === "yes" ? ["yes"] : []}
          options={[{ value: "yes", label: texts.verificationYes }]}
        />
      )}
      <RadioGroup
        {...field("returnMethod")}
        label={texts.returnMethod}
        options={Object.entries(methods).map(([value, label]) => ({ value, label }))}
      />
      <TextField {...field("returnAddress")} label={texts.returnAddress} required={false} />
    </Fieldset>
  );
}
