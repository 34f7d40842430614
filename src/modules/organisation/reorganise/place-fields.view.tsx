import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Select } from "../../../ui/index.ts";
import type { PlanPreview } from "./preview.ts";
import { reorganiseTexts } from "./texts.ts";

type Props = { readonly lang: Lang; readonly preview: Pick<PlanPreview, "toPlace" | "names"> };

/** A choice for each post that the plan must still place; each value says unit, officer and where to. */
export function PlaceFields({ lang, preview: { toPlace, names } }: Props): VNode {
  const texts = reorganiseTexts(lang);
  return (
    <fieldset class="fieldset">
      <legend>{texts.preview.place}</legend>
      <div class="columns">
        {toPlace.map((post, index) => (
          <Select
            key={`${post.unit} ${post.staffCode} ${post.kind}`}
            name="place"
            id={`place-${index + 1}`}
            label={texts.preview.placeFor(post.fullName, post.title, post.unit)}
            options={post.choices.map((unit) => ({
              value: `${post.unit}|${post.staffCode}|${unit}`,
              label: names.get(unit) ?? unit,
            }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
