import { formatDate, type LocalDate } from "../kernel/time.ts";
import { featuredOfficers } from "../seed/data/officers.ts";
import { UnexpectedAnswer } from "./browser.ts";
import type { World } from "./world.ts";

/** A small unit that goes into another on one of the days. */
export type Merger = { readonly from: string; readonly into: string; readonly on: LocalDate };

const PAGE = "/officer/organisation/reorganisations";
/** The number by which a later run knows that the demo has merged its two units already. */
const DECISION = "Nghị quyết 15/NQ-HĐND (trình diễn)";
/** Working days between the plan and its day, as far as the days played reach. */
const AHEAD = 2;
const FEATURED: ReadonlySet<string> = new Set(
  featuredOfficers.flatMap(({ posts }) => posts.map((post) => post.unitCode)),
);

/**
 * On the first morning the administrator looks what it would come to if one small commune went into another, and plans it
 * for a later day that is played too; on that day the program carries it out. Once in the life of a base, whatever is
 * played later. Through the pages.
 * @param communes codes of the communes in which people work; those that the guides name are left alone.
 * @returns undefined where nothing was planned: too few days or communes, or it was played before.
 */
export async function planMerger(
  { offices }: Pick<World, "offices">,
  communes: readonly string[],
  days: readonly LocalDate[],
): Promise<Merger | undefined> {
  const on = days[Math.min(AHEAD, days.length - 1)];
  const [into, from] = neighbours(communes.filter((unit) => !FEATURED.has(unit)));
  const admin = await offices.administrator();
  if (on === undefined || days.length < 2 || from === undefined || into === undefined || admin === undefined)
    return undefined;
  const known = await admin.open(PAGE);
  if (known.status !== 200) throw new UnexpectedAnswer(`the re-organisations: ${known.status}`);
  if (known.text.includes(DECISION)) return undefined;
  const plan = {
    effectiveOn: formatDate(on),
    decision: DECISION,
    reason: "Sắp xếp đơn vị hành chính cấp xã có quy mô nhỏ.",
    table: `nhập;${from};${into}`,
  };
  const preview = await admin.postForm(`${PAGE}/new`, { ...plan, do: "preview" });
  if (preview.status !== 200)
    throw new UnexpectedAnswer(`the preview of a merger: ${preview.status} ${preview.text.slice(0, 300)}`);
  const planned = await admin.postForm(`${PAGE}/new`, { ...plan, do: "plan" });
  if (planned.status !== 303)
    throw new UnexpectedAnswer(`planning a merger: ${planned.status} ${planned.text.slice(0, 300)}`);
  return { from: offices.unit(from).shortName, into: offices.unit(into).shortName, on };
}

/** The two whose codes are nearest: the codes follow the map. */
function neighbours(communes: readonly string[]): readonly string[] {
  const inOrder = communes.toSorted();
  const gap = ([one = "", next = ""]: readonly string[]) => Number(next.slice(4)) - Number(one.slice(4));
  const pairs = inOrder.slice(1).map((next, index) => [inOrder[index] ?? "", next]);
  return pairs.toSorted((a, b) => gap(a) - gap(b))[0] ?? [];
}
