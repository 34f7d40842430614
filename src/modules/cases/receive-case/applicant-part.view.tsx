import type { VNode } from "preact";
import { DateField, errorOf, Fieldset, Icon, RadioGroup, TextField } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import type { DeskModel } from "./desk-model.ts";
import { Folded } from "./folded.view.tsx";
import { typed } from "./paper-rows.ts";
import { receiveTexts } from "./receive-texts.ts";

/** Who applies, from the card or typed, and who hands in for them. */
export function ApplicantPart({ model }: { readonly model: DeskModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  const kinds = textsOf(model.lang).applicantKinds;
  const field = fieldOf(model);
  return (
    <Fieldset legend={texts.applicant}>
      <div class="columns">
        <ScanField model={model} />
        <RadioGroup
          name="applicantKind"
          label={texts.kind}
          inline
          value={typed(model.values, "applicantKind") || "person"}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <div class="columns">
        <TextField
          {...field("applicantNumber")}
          label={texts.number}
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          data={{ "data-card": "number" }}
        />
        <TextField
          {...field("applicantName")}
          label={texts.name}
          autocomplete="off"
          data={{ "data-card": "name" }}
        />
        <DateField
          {...field("applicantBirthDate")}
          label={texts.birthDate}
          required={false}
          data={{ "data-card": "born" }}
        />
        <TextField
          {...field("applicantAddress")}
          label={texts.address}
          required={false}
          autocomplete="off"
          data={{ "data-card": "address" }}
        />
        <TextField
          {...field("applicantPhone")}
          type="tel"
          label={texts.phone}
          required={false}
          autocomplete="off"
        />
        <TextField
          {...field("applicantEmail")}
          type="email"
          label={texts.email}
          required={false}
          autocomplete="off"
        />
      </div>
      <Folded summary={texts.representative} open={hasRepresentative(model)}>
        <div class="columns">
          <TextField
            {...field("representativeName")}
            label={texts.representativeName}
            required={false}
            unmarked
          />
          <TextField
            {...field("representativePaper")}
            label={texts.representativePaper}
            required={false}
            unmarked
          />
          <TextField
            {...field("representativeNumber")}
            label={texts.representativeNumber}
            required={false}
            inputMode="numeric"
          />
          <TextField
            {...field("representativePhone")}
            type="tel"
            label={texts.representativePhone}
            required={false}
          />
        </div>
      </Folded>
    </Fieldset>
  );
}

/** A scanner types into it and ends with Enter; without JavaScript that sends the form, which comes back filled in. */
function ScanField({ model }: { readonly model: DeskModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  const error = errorOf(model.errors, "scan");
  return (
    <div class={error === undefined ? "field" : "field wrong"}>
      <label for="scan">{texts.scan}</label>
      {error === undefined ? null : (
        <p class="error-text" id="scan-error">
          {error}
        </p>
      )}
      <div class="search">
        <input
          class="input"
          type="text"
          id="scan"
          name="scan"
          value={typed(model.values, "scan")}
          placeholder={texts.scanHint}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={error === undefined ? undefined : "scan-error"}
          aria-invalid={error === undefined ? undefined : "true"}
          data-card-scan
          data-no-keep
          data-take-focus={startsHere(model) ? "" : undefined}
        />
        <button class="button" type="submit" name="do" value="card">
          <Icon name="scan" />
          <span>{texts.fill}</span>
        </button>
      </div>
    </div>
  );
}

/** Name, value and fault of a field of the form. */
export function fieldOf(model: DeskModel) {
  return (name: string) => ({
    name,
    value: typed(model.values, name),
    error: errorOf(model.errors, name),
  });
}

/** A scanner can be used at once, unless there is something to choose, to correct or to confirm first. */
function startsHere(model: DeskModel): boolean {
  return model.procedure.content.variants.length === 0 && model.errors.length === 0 && !model.complete;
}

function hasRepresentative(model: DeskModel): boolean {
  const names = ["representativeName", "representativePaper", "representativeNumber", "representativePhone"];
  return names.some((name) => typed(model.values, name) !== "");
}
