import type { VNode } from "preact";
import { Actions, Button, errorOf, Fieldset, Form, Notice, RadioGroup, TextArea } from "../../../ui/index.ts";
import { typed } from "../receive-case/paper-rows.ts";
import type { GroupPageProps } from "./group.view.tsx";
import { groupTexts } from "./group-texts.ts";

/** For each case that is left: close or continue, and why; only for the desk that owns the group. */
export function DecisionForm({ lang, view, names, values, errors }: GroupPageProps): VNode {
  const texts = groupTexts(lang);
  const { parent, undecided } = view;
  const step = parent.open.find(({ work }) => work === "group-decision");
  const due = step?.dueAt === undefined ? "" : names.moment(step.dueAt);
  if (!view.mayDecide) return <Notice tone="warn">{texts.decideOther}</Notice>;
  const left = view.members.filter(({ key }) => undecided.includes(key));
  return (
    <>
      <Notice tone="danger" title={texts.decideTitle}>
        <p>{texts.decideLead(due)}</p>
      </Notice>
      <Form
        action={`/officer/groups/${parent.id}/decide`}
        keep={`group-decide-${parent.id}`}
        hasErrors={errors.length > 0}
      >
        <input type="hidden" name="version" value={parent.version} />
        {left.map(({ key, code, procedureName }) => (
          <Fieldset key={key} legend={`${procedureName} (${code})`}>
            <input type="hidden" name="key" value={key} />
            <RadioGroup
              name={`decision-${key}`}
              label={texts.decision}
              inline
              value={typed(values, `decision-${key}`)}
              error={errorOf(errors, `decision-${key}`)}
              options={[
                { value: "continue", label: texts.decided.continue },
                { value: "close", label: texts.decided.close },
              ]}
            />
            <TextArea
              name={`reason-${key}`}
              label={texts.reason}
              rows={2}
              value={typed(values, `reason-${key}`)}
              error={errorOf(errors, `reason-${key}`)}
            />
          </Fieldset>
        ))}
        <Actions>
          <Button kind="primary" icon="check">
            {texts.decide}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
