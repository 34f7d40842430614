import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { Notice } from "../../../ui/index.ts";
import type { CaseState } from "../domain/case-state.ts";
import { groupTexts } from "./group-texts.ts";

/** On the screen of a case: that it belongs to a group, and the way there. */
export function GroupLink({ state, lang }: { readonly state: CaseState; readonly lang: Lang }): VNode | null {
  const { group } = state;
  if (group === undefined) return null;
  const texts = groupTexts(lang);
  const parent = group.role === "parent";
  return (
    <Notice tone="info">
      <p>
        {parent ? texts.isParent : texts.partOf}{" "}
        {group.role === "member" ? <span class="code">{group.parentCode}</span> : null}{" "}
        <a href={`/officer/groups/${group.role === "parent" ? state.id : group.parentId}`}>{texts.toGroup}</a>
      </p>
    </Notice>
  );
}
