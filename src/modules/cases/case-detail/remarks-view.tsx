import type { VNode } from "preact";
import { Notice } from "../../../ui/index.ts";
import { remarksOf } from "../domain/remarks.ts";
import { remarkText } from "../remark-texts.ts";
import { textsOf } from "../texts.ts";
import { caseTexts } from "./case-texts.ts";
import type { CaseView } from "./case-view.ts";

/** What must not be overlooked about a case: requests beyond the rule, late acceptance, silence. */
export function Remarks({ view }: { readonly view: CaseView }): VNode | null {
  const { lang, detail, names, now, process } = view;
  const remarks = remarksOf(detail.state, now, process.terms?.whenSilent);
  if (remarks.length === 0) return null;
  const known = { ...names, verdicts: textsOf(lang).verdicts };
  const plain = remarks.every(({ kind }) => kind === "acceptance-due" || kind === "silence-ahead");
  return (
    <Notice tone={plain ? "info" : "warn"} title={caseTexts(lang).remarks}>
      {remarks.map((remark) => (
        <p key={remark.kind}>{remarkText(lang, remark, known)}</p>
      ))}
    </Notice>
  );
}
