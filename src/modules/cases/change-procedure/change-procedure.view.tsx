import type { VNode } from "preact";
import {
  Actions,
  Button,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  LinkButton,
  PageTitle,
  RadioGroup,
  SummaryList,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import type { ChangeMessages } from "./change-messages.vi.ts";
import type { ProcedureChoice } from "./procedure-choices.ts";

type Props = {
  readonly state: CaseState;
  readonly texts: ChangeMessages;
  readonly query: string;
  readonly choices: readonly ProcedureChoice[];
  readonly chosen?: string;
  readonly reason?: string;
  readonly errors: readonly FormError[];
};

/** Search above, choice and reason below; both work without JavaScript. */
export function ChangeProcedureView(props: Props): VNode {
  const { state, texts, query, choices, errors } = props;
  const address = `/officer/cases/${state.id}/change-procedure`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={texts.title} kicker={state.code} lead={texts.lead} />
      <SummaryList
        items={[{ label: texts.now, value: `${state.matter.procedureName} (${state.matter.procedureCode})` }]}
      />
      <Form action={address} method="get" class="filters">
        <TextField
          name="q"
          label={texts.search}
          hint={texts.searchHint}
          required={false}
          unmarked
          value={query}
          autocomplete="off"
          data={query === "" ? { "data-take-focus": true } : {}}
        />
        <Button icon="search">{texts.searchButton}</Button>
      </Form>
      {choices.length === 0 ? (
        <p>{query === "" ? texts.first : texts.nothing}</p>
      ) : (
        <Form action={address} keep={`change-procedure-${state.id}`} hasErrors={errors.length > 0}>
          <input type="hidden" name="version" value={state.version} />
          <input type="hidden" name="q" value={query} />
          <RadioGroup
            name="procedure"
            label={texts.choose}
            value={props.chosen ?? ""}
            error={errorOf(errors, "procedure")}
            options={choices}
          />
          <TextArea
            name="reason"
            label={texts.reason}
            hint={texts.reasonHint}
            value={props.reason ?? ""}
            error={errorOf(errors, "reason")}
            rows={3}
          />
          <Actions>
            <Button kind="primary" icon="print">
              {texts.button}
            </Button>
            <LinkButton href={`/officer/cases/${state.id}`} kind="ghost">
              {texts.cancel}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </>
  );
}
