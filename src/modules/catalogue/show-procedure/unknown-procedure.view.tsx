import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { PageTitle, SearchBox } from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";

/** Instead of a procedure that does not exist: how codes look, and the search. */
export function UnknownProcedure({ lang, code }: { readonly lang: Lang; readonly code: string }): VNode {
  const { list, procedure } = textsOf(lang);
  return (
    <>
      <PageTitle title={procedure.unknownTitle} lead={procedure.unknownText(code)} />
      <SearchBox action="/procedures" label={list.search} large main />
      <p>
        <a href="/procedures">{list.all}</a>
      </p>
    </>
  );
}
