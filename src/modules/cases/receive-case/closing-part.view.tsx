import type { VNode } from "preact";
import { formatDateTime } from "../../../kernel/time.ts";
import {
  Actions,
  Button,
  errorOf,
  Fieldset,
  Icon,
  Notice,
  NumberField,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import { fieldOf } from "./applicant-part.view.tsx";
import type { DeskModel } from "./desk-model.ts";
import { Folded } from "./folded.view.tsx";
import { typed } from "./paper-rows.ts";
import { feesInWords } from "./proposed-fee.ts";
import { receiveTexts } from "./receive-texts.ts";

type Props = { readonly model: DeskModel };

/** Money, and how the applicant wants the result. */
export function MoneyPart({ model }: Props): VNode {
  const texts = receiveTexts(model.lang).form;
  const field = fieldOf(model);
  const fees = feesInWords(model.procedure.content);
  return (
    <Fieldset legend={texts.money}>
      <div class="columns">
        <div>
          <NumberField
            {...field("feeAmount")}
            label={texts.fee}
            hint={fees === "" ? texts.noFee : texts.feeHint(fees)}
            unit="đ"
            required={false}
            unmarked
          />
          <div class="choice">
            <input
              type="checkbox"
              id="feePaid"
              name="feePaid"
              value="yes"
              checked={typed(model.values, "feePaid") === "yes"}
            />
            <label for="feePaid">{texts.paid}</label>
          </div>
        </div>
        <NumberField
          {...field("copies")}
          label={texts.copies}
          width="tiny"
          value={typed(model.values, "copies") || "1"}
        />
        {model.mode === "at-once" ? null : (
          <div class="flow">
            <Select
              name="returnMethod"
              label={texts.returnMethod}
              emptyLabel={false}
              value={typed(model.values, "returnMethod") || "counter"}
              options={Object.entries(textsOf(model.lang).returnMethods).map(([value, label]) => ({
                value,
                label,
              }))}
            />
            <TextField {...field("returnAddress")} label={texts.returnAddress} required={false} unmarked />
          </div>
        )}
      </div>
    </Fieldset>
  );
}

/** The appointment and what can be done: receive, look through, ask for more, refuse. */
export function ClosingPart({ model }: Props): VNode {
  const texts = receiveTexts(model.lang).form;
  const atOnce = model.mode === "at-once";
  return (
    <Fieldset legend={atOnce ? texts.atOnce : texts.appointment}>
      {atOnce ? null : <Notice tone="neutral" icon="calendar" title={dueText(model)} />}
      {model.note === undefined ? null : (
        <Notice tone="info" live>
          {model.note}
        </Notice>
      )}
      {model.complete ? (
        <Notice tone="ok" live>
          {atOnce ? texts.checkedAtOnce : texts.checked}
        </Notice>
      ) : null}
      <Actions>
        <button
          class="button primary"
          type="submit"
          name="do"
          value="receive"
          data-take-focus={model.complete ? "" : undefined}
        >
          <Icon name={atOnce ? "check" : "print"} />
          <span>{atOnce ? texts.finish : texts.receive}</span>
        </button>
        <Button name="do" value="check">
          {texts.check}
        </Button>
      </Actions>
    </Fieldset>
  );
}

function dueText(model: DeskModel): string {
  const texts = receiveTexts(model.lang).form;
  if (model.dueAt === undefined) return texts.chooseForDate;
  return model.dueAt === null ? texts.noAppointment : texts.ifNow(formatDateTime(model.dueAt, model.lang));
}

/** What is not received: incomplete papers, and refusals. Folded, since most cases are received. */
export function TurnedAwayPart({ model }: Props): VNode {
  const texts = receiveTexts(model.lang).form;
  const field = fieldOf(model);
  const asks = ["askItems", "askReason"].some((name) => open(model, name));
  return (
    <>
      <Folded summary={texts.incomplete} open={asks}>
        <div class="columns">
          <TextArea
            {...field("askItems")}
            label={texts.askItems}
            hint={texts.askItemsHint}
            required={false}
            unmarked
          />
          <TextArea {...field("askReason")} label={texts.askReason} required={false} unmarked />
        </div>
        <Button name="do" value="ask">
          {texts.ask}
        </Button>
      </Folded>
      <Folded summary={texts.refuseOpen} open={open(model, "refuseReason")}>
        <TextArea {...field("refuseReason")} label={texts.refuseReason} required={false} unmarked />
        <Button kind="danger" name="do" value="refuse">
          {texts.refuse}
        </Button>
      </Folded>
    </>
  );
}

function open(model: DeskModel, name: string): boolean {
  return typed(model.values, name) !== "" || errorOf(model.errors, name) !== undefined;
}
