import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Select } from "../../../ui/index.ts";
import type { PlanPreview } from "./preview.ts";
import { reorganiseTexts } from "./texts.ts";

type Props = {
  readonly lang: Lang;
  readonly preview: Pick<PlanPreview, "toPlace" | "names">;
  /** The values that came with a form that is drawn again. */
  readonly chosen?: readonly string[];
};

/**
 * A choice for each officer whom the plan must still place, one for all posts in a unit; each value says unit, officer
 * and where to.
 */
export function PlaceFields({ lang, preview: { toPlace, names }, chosen = [] }: Props): VNode {
  const texts = reorganiseTexts(lang);
  const people = Map.groupBy(toPlace, (post) => `${post.unit}|${post.staffCode}|`);
  return (
    <fieldset class="fieldset">
      <legend>{texts.preview.place}</legend>
      <div class="columns">
        {[...people].map(([whose, posts], index) => (
          <Select
            key={whose}
            name="place"
            id={`place-${index + 1}`}
            label={texts.preview.placeFor(
              posts[0]?.fullName ?? "",
              [...new Set(posts.map((post) => post.title))].join(", "),
              posts[0]?.unit ?? "",
            )}
            value={chosen.find((value) => value.startsWith(whose))}
            options={(posts[0]?.choices ?? []).map((unit) => ({
              value: `${whose}${unit}`,
              label: names.get(unit) ?? unit,
            }))}
          />
        ))}
      </div>
    </fieldset>
  );
}
