import type { VNode } from "preact";
import { formatDateTime, type Instant, type Lang } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Badge,
  Button,
  CheckboxGroup,
  type Column,
  CsrfField,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  Notice,
  PageTitle,
  Select,
  TextField,
} from "../../../ui/index.ts";
import { textsOf, typed } from "../texts.ts";
import { SYSTEM_PERMISSIONS } from "./system-permissions.ts";
import type { SystemTokenRow } from "./system-token-list.query.ts";

export type SystemTokensView = {
  readonly lang: Lang;
  readonly now: Instant;
  readonly tokens: readonly SystemTokenRow[];
  readonly units: readonly { readonly id: number; readonly name: string }[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** The token just made: shown in this answer and never again. */
  readonly newToken: string | undefined;
};

export function systemTokensView(view: SystemTokensView): VNode {
  const texts = textsOf(view.lang).tokens;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      {view.newToken === undefined ? null : (
        <Notice tone="ok" title={texts.createdTitle} live>
          <p>{texts.createdOnce}</p>
          <p>
            <code>{view.newToken}</code>
          </p>
        </Notice>
      )}
      <DataTable
        caption={texts.caption}
        columns={columns(view)}
        rows={view.tokens}
        rowKey={(token) => String(token.id)}
        empty={<EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>}
      />
      <section class="flow">
        <h2>{texts.newToken}</h2>
        <NewTokenForm {...view} />
      </section>
    </>
  );
}

function NewTokenForm({ lang, units, values, errors }: SystemTokensView): VNode {
  const texts = textsOf(lang).tokens;
  return (
    <Form action="/officer/accounts/tokens" hasErrors={errors.length > 0}>
      <TextField
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        value={typed(values, "name")}
        error={errorOf(errors, "name")}
      />
      <CheckboxGroup
        name="permissions"
        label={texts.permissions}
        options={SYSTEM_PERMISSIONS.map((permission) => ({
          value: permission,
          label: texts.permission[permission] ?? permission,
          hint: permission,
        }))}
        values={[values.permissions ?? []].flat()}
        error={errorOf(errors, "permissions")}
      />
      <Select
        name="unitId"
        label={texts.unit}
        options={units.map((unit) => ({ value: String(unit.id), label: unit.name }))}
        value={typed(values, "unitId")}
        error={errorOf(errors, "unitId")}
      />
      <DateField
        name="expiresOn"
        label={texts.expiresOn}
        hint={texts.expiresHint}
        required={false}
        value={typed(values, "expiresOn")}
        error={errorOf(errors, "expiresOn")}
      />
      <Button kind="primary">{texts.create}</Button>
    </Form>
  );
}

function columns({ lang, now, units }: SystemTokensView): readonly Column<SystemTokenRow>[] {
  const texts = textsOf(lang).tokens;
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  return [
    { key: "name", label: texts.name, primary: true, cell: (token) => token.name },
    {
      key: "permissions",
      label: texts.permissions,
      cell: (token) => token.permissions.map((one) => texts.permission[one] ?? one).join(", "),
    },
    { key: "unit", label: texts.unit, cell: (token) => unitNames.get(token.unitId) ?? String(token.unitId) },
    { key: "created", label: texts.created, cell: (token) => formatDateTime(token.createdAt, lang) },
    {
      key: "expires",
      label: texts.expires,
      cell: (token) => (token.expiresAt === undefined ? texts.never : formatDateTime(token.expiresAt, lang)),
    },
    { key: "state", label: texts.state, cell: (token) => <TokenState lang={lang} now={now} token={token} /> },
    {
      key: "revoke",
      label: texts.revoke,
      cell: (token) =>
        token.revokedAt !== undefined ? null : (
          <form method="post" action={`/officer/accounts/tokens/${token.id}/revoke`}>
            <CsrfField />
            <Button small kind="danger">
              {texts.revoke}
            </Button>
          </form>
        ),
    },
  ];
}

type TokenStateProps = { readonly lang: Lang; readonly now: Instant; readonly token: SystemTokenRow };

function TokenState({ lang, now, token }: TokenStateProps): VNode {
  const texts = textsOf(lang).tokens;
  if (token.revokedAt !== undefined) return <Badge tone="neutral" icon="stop" label={texts.revoked} final />;
  if (token.expiresAt !== undefined && token.expiresAt <= now)
    return <Badge tone="neutral" icon="clock" label={texts.expired} final />;
  return <Badge tone="ok" icon="check" label={texts.valid} />;
}
