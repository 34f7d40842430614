import type { VNode } from "preact";
import { formatDateTime } from "../../../kernel/time.ts";
import { formatTimeLimit } from "../../../kernel/time-limit.ts";
import { errorOf, RadioGroup, Select, TextField } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import { fieldOf } from "./applicant-part.view.tsx";
import { channelOf } from "./desk-form.ts";
import type { DeskModel } from "./desk-model.ts";
import { typed } from "./paper-rows.ts";
import { DESK_CHANNELS, type DeskChannel } from "./receive-input.ts";
import { receiveTexts } from "./receive-texts.ts";

const UNITS = "deciding-units";

/** Which desk receives, who decides, how the case came. */
export function WherePart({ model }: { readonly model: DeskModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  const { channels } = textsOf(model.lang);
  const field = fieldOf(model);
  return (
    <div class="columns">
      <Desks model={model} />
      <UnitField model={model} />
      <PlaceField model={model} />
      <TextField {...field("request")} label={texts.request} hint={texts.requestHint} required={false} />
      {model.mode === "at-once" ? null : (
        <RadioGroup
          name="channel"
          label={texts.channel}
          inline={model.byChannel.length === 0}
          value={channelOf(model)}
          options={DESK_CHANNELS.map((value) => ({
            value,
            label: channels[value],
            ...timeHint(model, value),
          }))}
        />
      )}
    </div>
  );
}

/** Where channels have different times: that of this one, and the appointment if the case came by it now. */
function timeHint(model: DeskModel, channel: DeskChannel): { readonly hint?: string } {
  const texts = receiveTexts(model.lang).form;
  const time = model.byChannel.find((one) => one.channel === channel);
  if (time?.limit === undefined) return {};
  const limit = formatTimeLimit(time.limit, model.lang);
  const { dueAt } = time;
  return { hint: dueAt ? texts.due(limit, formatDateTime(dueAt, model.lang)) : texts.limit(limit) };
}

/** Asked only where the officer sits at several desks. */
function Desks({ model }: { readonly model: DeskModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  const [only] = model.desks;
  if (only !== undefined && model.desks.length === 1) {
    return <input type="hidden" name="receivingUnitId" value={only.id} />;
  }
  return (
    <RadioGroup
      name="receivingUnitId"
      label={texts.receivingUnit}
      value={typed(model.values, "receivingUnitId")}
      error={errorOf(model.errors, "receivingUnitId")}
      options={model.desks.map((desk) => ({ value: String(desk.id), label: desk.name }))}
    />
  );
}

/** In which commune the land or the matter lies; one that decides itself is taken where nothing is chosen. */
function PlaceField({ model }: { readonly model: DeskModel }): VNode | null {
  const texts = receiveTexts(model.lang).form;
  if (model.places.length === 0) return null;
  return (
    <Select
      name="placeUnitId"
      label={texts.place}
      hint={texts.placeHint}
      required={false}
      value={typed(model.values, "placeUnitId")}
      error={errorOf(model.errors, "placeUnitId")}
      options={model.places.map((unit) => ({ value: String(unit.id), label: unit.name }))}
    />
  );
}

/** A list that can be typed into: the browser offers the names, the server also takes parts of them without marks. */
function UnitField({ model }: { readonly model: DeskModel }): VNode {
  const texts = receiveTexts(model.lang).form;
  const error = errorOf(model.errors, "decidingUnit");
  const described = error === undefined ? "decidingUnit-hint" : "decidingUnit-hint decidingUnit-error";
  return (
    <div class={error === undefined ? "field" : "field wrong"}>
      <label for="decidingUnit">{texts.decidingUnit}</label>
      <p class="hint" id="decidingUnit-hint">
        {texts.decidingUnitHint}
      </p>
      {error === undefined ? null : (
        <p class="error-text" id="decidingUnit-error">
          {error}
        </p>
      )}
      <input
        class="input"
        type="text"
        id="decidingUnit"
        name="decidingUnit"
        list={UNITS}
        value={typed(model.values, "decidingUnit")}
        required
        autocomplete="off"
        aria-describedby={described}
        aria-invalid={error === undefined ? undefined : "true"}
      />
      <datalist id={UNITS}>
        {model.units.map((unit) => (
          <option key={unit.code} value={unit.name} label={`${unit.shortName} · ${unit.code}`} />
        ))}
      </datalist>
    </div>
  );
}
