import type { VNode } from "preact";
import { CheckboxGroup, Select, TextField } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import { FACTS, MOST_BRANCHES } from "./draft-schema.ts";
import type { TypedBranch, TypedStep } from "./editor-form.ts";
import { type RowProps, sharedOf } from "./row-props.ts";

const FLOWS = ["next", "to", "choice", "parallel", "end"] as const;
const NO_BRANCH: TypedBranch = { fact: "", is: "one-of", values: "", to: "" };

/** Where a step goes: the kind, and the fields of that kind. */
export function FlowFields(props: RowProps): VNode {
  const { lang, step } = props;
  const texts = textsOf(lang);
  const shared = sharedOf(props);
  return (
    <>
      <Select
        {...shared("flow")}
        value={step.flow}
        label={texts.edit.flow}
        hint={texts.edit.pickThenSave}
        emptyLabel={false}
        width="long"
        options={FLOWS.map((value) => ({ value, label: texts.flows[value] }))}
      />
      <KindFields {...props} />
    </>
  );
}

function KindFields(props: RowProps): VNode | null {
  const { lang, step } = props;
  const { edit } = textsOf(lang);
  const shared = sharedOf(props);
  switch (step.flow) {
    case "to":
      return <StepSelect {...props} name="to" value={step.to} label={edit.flowTo} />;
    case "choice":
      return (
        <>
          {[...step.branches, NO_BRANCH].slice(0, MOST_BRANCHES).map((branch, index) => (
            // Conditions have no names; they are told apart by their place alone.
            <BranchFields key={`${index} ${branch.fact}`} {...props} branch={branch} index={index} />
          ))}
          <StepSelect {...props} name="otherwise" value={step.otherwise} label={edit.otherwise} />
        </>
      );
    case "parallel":
      return (
        <>
          <CheckboxGroup
            {...shared("parallel")}
            label={edit.branches}
            values={step.parallel}
            options={branchOptions(props)}
          />
          <StepSelect {...props} name="join" value={step.join} label={edit.join} />
        </>
      );
    default:
      return null;
  }
}

/**
 * The other steps but the join, which before a branch is chosen nobody has chosen either; what is chosen already stays to
 * be seen, also where it makes no sense any more.
 */
function branchOptions({ lang, step, all }: RowProps) {
  const join = step.parallel.length === 0 ? undefined : step.join;
  const isOffered = ({ id }: TypedStep) => step.parallel.includes(id) || (id !== step.id && id !== join);
  const gone = step.parallel.filter((id) => !all.some((other) => other.id === id));
  return [
    ...all.filter(isOffered).map((other) => ({ value: other.id, label: labelOf(other, all) })),
    ...gone.map((id) => ({ value: id, label: `${id}: ${textsOf(lang).missing}` })),
  ];
}

type SelectProps = RowProps & { readonly name: string; readonly value: string; readonly label: string };

/** One of the other steps; a target that is no longer there stays to be seen. */
function StepSelect(props: SelectProps): VNode {
  const { all, step, name, value, label } = props;
  const known = all.filter(({ id }) => id !== step.id);
  const isGone = value !== "" && !known.some(({ id }) => id === value);
  return (
    <Select
      {...sharedOf(props)(name)}
      value={value}
      label={label}
      width="long"
      options={[
        ...known.map((other) => ({ value: other.id, label: labelOf(other, all) })),
        ...(isGone ? [{ value, label: `${value}: ${textsOf(props.lang).missing}` }] : []),
      ]}
    />
  );
}

function BranchFields(props: RowProps & { readonly branch: TypedBranch; readonly index: number }): VNode {
  const { lang, branch, index } = props;
  const texts = textsOf(lang);
  const { edit } = texts;
  const shared = sharedOf(props);
  const name = (part: string) => `b.${index}.${part}`;
  return (
    <fieldset class="step-fields">
      <legend class="small">{edit.branch(index + 1)}</legend>
      <Select
        {...shared(name("fact"))}
        value={branch.fact}
        label={edit.fact}
        options={FACTS.map((value) => ({ value, label: texts.facts[value] }))}
      />
      <Select
        {...shared(name("is"))}
        value={branch.is}
        label={edit.operator}
        emptyLabel={false}
        options={(["one-of", "at-least", "below"] as const).map((value) => ({
          value,
          label: texts.operators[value],
        }))}
      />
      <TextField
        {...shared(name("values"))}
        value={branch.values}
        label={edit.values}
        placeholder={hintOf(branch.fact, texts.factHints)}
        autocomplete="off"
      />
      <StepSelect {...props} name={name("to")} value={branch.to} label={edit.branchTo} />
    </fieldset>
  );
}

function hintOf(fact: string, hints: Readonly<Record<string, string>>): string | undefined {
  return hints[fact];
}

function labelOf(step: TypedStep, all: readonly TypedStep[]): string {
  return `${all.indexOf(step) + 1}. ${step.name}`;
}
