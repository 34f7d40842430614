import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import { type Actor, holds } from "../../../platform/permission.ts";
import { Button, Form, Select } from "../../../ui/index.ts";
import { batchVerbs } from "../batch/batch-verbs.ts";
import { textsOf } from "../texts.ts";
import { QUEUE_URL, QUEUE_WORKS } from "./queue-address.ts";
import { queueTexts } from "./queue-texts.ts";
import type { QueueFilter } from "./work-queue.query.ts";

type FiltersProps = {
  readonly lang: Lang;
  readonly filter: QueueFilter;
  readonly fields: readonly string[];
};

/** Field and kind of work; keeps the tab. */
export function QueueFilters({ lang, filter, fields }: FiltersProps): VNode {
  const texts = queueTexts(lang);
  return (
    <Form action={QUEUE_URL} method="get" class="filters">
      {filter.tab === "mine" ? null : <input type="hidden" name="tab" value={filter.tab} />}
      <Select
        name="field"
        label={<span class="hush">{texts.field}</span>}
        required={false}
        unmarked
        width="short"
        emptyLabel={texts.anyField}
        value={filter.field}
        options={fields.map((field) => ({ value: field, label: field }))}
      />
      <Select
        name="work"
        label={<span class="hush">{texts.work}</span>}
        required={false}
        unmarked
        width="short"
        emptyLabel={texts.anyWork}
        value={filter.work}
        options={QUEUE_WORKS.map((work) => ({ value: work, label: textsOf(lang).works[work] }))}
      />
      <Button icon="search">{texts.filter}</Button>
    </Form>
  );
}

type BatchProps = { readonly lang: Lang; readonly actor: Actor; readonly back: string };

/** What can be done with all chosen rows at once; the checkboxes of the table belong to this form. */
export function BatchBar({ lang, actor, back }: BatchProps): VNode {
  const texts = queueTexts(lang);
  const verbs = batchVerbs.filter((verb) => holds(actor, verb.permission));
  return (
    <Form id="batch" action="/officer/batch" class="row">
      <input type="hidden" name="back" value={back} />
      <span class="soft">{texts.batchLabel}</span>
      {verbs.map((verb) => (
        <Button key={verb.name} name="verb" value={verb.name}>
          {texts.batch[verb.name]}
        </Button>
      ))}
    </Form>
  );
}
