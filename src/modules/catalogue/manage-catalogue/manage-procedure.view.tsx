import { isDeepStrictEqual } from "node:util";
import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  Notice,
  PageTitle,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { NATIONAL_FIELDS } from "../domain/compare-national.ts";
import { OVERRIDE_FIELDS } from "../domain/local-override.ts";
import { shortened, textsOf } from "../texts.ts";
import type { ManagedProcedure } from "./managed-procedure.query.ts";
import { Value } from "./value-view.tsx";

type ManageProps = {
  readonly lang: Lang;
  readonly procedure: ManagedProcedure;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

/** National values beside those in force, the province's own, and the form to set one. */
export function ManageProcedureView({ lang, procedure, values, errors }: ManageProps): VNode {
  const { manage, procedure: words } = textsOf(lang);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={shortened(procedure.content.name, 200)}
        kicker={words.code(procedure.code)}
        badge={
          procedure.state === "withdrawn" ? (
            <Badge tone="danger" label={manage.states.withdrawn} />
          ) : undefined
        }
        lead={`${manage.origins[procedure.origin]}. ${manage.receivable}: ${procedure.receivable ? manage.yes : manage.no}.`}
        actions={<a href={`/procedures/${procedure.code}`}>{manage.citizenPage}</a>}
      />
      <h2>{manage.overridesTitle}</h2>
      <Overrides lang={lang} procedure={procedure} />
      {procedure.state === "active" ? (
        <OverrideForm lang={lang} procedure={procedure} values={values} errors={errors} />
      ) : null}
      <h2>{manage.compareTitle}</h2>
      <Comparison lang={lang} procedure={procedure} />
    </>
  );
}

function Overrides({ lang, procedure }: Pick<ManageProps, "lang" | "procedure">): VNode {
  const { manage } = textsOf(lang);
  const names: Readonly<Record<string, string>> = manage.overrideFields;
  return (
    <DataTable
      caption={manage.overridesTitle}
      captionHidden
      rows={procedure.overrides}
      rowKey={(override) => override.field}
      columns={[
        {
          key: "field",
          label: manage.overrideField,
          primary: true,
          cell: (override) => names[override.field] ?? override.field,
        },
        {
          key: "value",
          label: manage.overrideValue,
          cell: (override) => <Value lang={lang} field={override.field} value={override.value} />,
        },
        {
          key: "reason",
          label: manage.reason,
          cell: (override) => (
            <>
              {override.reason}
              <p class="soft small">{manage.setAt(formatDateTime(override.setAt, lang))}</p>
            </>
          ),
        },
        {
          key: "remove",
          label: "",
          cell: (override) => (
            <Form action={`/officer/catalogue/${procedure.code}/overrides/remove`} class="row">
              <input type="hidden" name="field" value={override.field} />
              <Button small>{manage.remove}</Button>
            </Form>
          ),
        },
      ]}
      empty={<EmptyState title={manage.noOverrides}>{manage.overrideHint}</EmptyState>}
    />
  );
}

function OverrideForm({ lang, procedure, values, errors }: ManageProps): VNode {
  const { manage } = textsOf(lang);
  const typed = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
  return (
    <Form
      action={`/officer/catalogue/${procedure.code}/overrides`}
      keep={`override-${procedure.code}`}
      hasErrors={errors.length > 0}
    >
      <h3>{manage.overrideFormTitle}</h3>
      <Select
        name="field"
        label={manage.overrideField}
        value={typed("field")}
        error={errorOf(errors, "field")}
        width="medium"
        options={OVERRIDE_FIELDS.map((value) => ({ value, label: manage.overrideFields[value] }))}
      />
      <TextArea
        name="value"
        label={manage.overrideValue}
        hint={manage.overrideValueHint}
        value={typed("value")}
        error={errorOf(errors, "value")}
        rows={3}
      />
      <TextField
        name="reason"
        label={manage.reason}
        hint={manage.reasonHint}
        value={typed("reason")}
        error={errorOf(errors, "reason")}
        width="long"
      />
      <Button kind="primary">{manage.set}</Button>
    </Form>
  );
}

function Comparison({ lang, procedure }: Pick<ManageProps, "lang" | "procedure">): VNode {
  const { manage, imports } = textsOf(lang);
  const { national, content } = procedure;
  if (national === undefined) return <Notice tone="info">{manage.neverNational}</Notice>;
  return (
    <DataTable
      caption={manage.compareTitle}
      captionHidden
      rows={NATIONAL_FIELDS}
      rowKey={(field) => field}
      rowMark={(field) => (isDeepStrictEqual(national[field], content[field]) ? undefined : "soon")}
      columns={[
        { key: "part", label: imports.part, primary: true, cell: (field) => imports.fields[field] ?? field },
        {
          key: "national",
          label: manage.nationalValue,
          cell: (field) => <Value lang={lang} field={field} value={national[field]} />,
        },
        {
          key: "own",
          label: manage.ownValue,
          cell: (field) =>
            isDeepStrictEqual(national[field], content[field]) ? (
              "="
            ) : (
              <Value lang={lang} field={field} value={content[field]} />
            ),
        },
      ]}
      empty={null}
    />
  );
}
