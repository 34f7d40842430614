import type { Lang } from "../../../kernel/time.ts";
import type { FormError } from "../../../ui/index.ts";
import { namedPlaces, placeText } from "../../organisation/index.ts";
import type { CasesDeps } from "../cases-deps.ts";
import { receiveTexts } from "./receive-texts.ts";

const MOST = 4;

/**
 * Where nobody is called what was typed as deciding unit, but a place once was: says what each place of that name is
 * today, two of one name apart by their former district. The officer chooses; nothing is guessed.
 */
export async function withOldNames(
  deps: Pick<CasesDeps, "database" | "directory">,
  errors: readonly FormError[],
  typedUnit: string,
  lang: Lang,
): Promise<readonly FormError[]> {
  if (!errors.some((error) => error.field === "decidingUnit") || typedUnit.trim() === "") return errors;
  const places = await namedPlaces(deps, typedUnit.slice(0, 100), MOST);
  if (places.length === 0) return errors;
  const { oldName } = receiveTexts(lang).faults;
  const said = places.map((place) =>
    oldName(placeText(place, lang), lang === "vi" ? place.unit.name : place.unit.nameEn),
  );
  return errors.map((error) =>
    error.field === "decidingUnit" ? { ...error, text: `${error.text} ${said.join("; ")}.` } : error,
  );
}
