import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { PostKind } from "../../../platform/permission.ts";
import { Badge, Button, type Column, DataTable, Form, LinkButton } from "../../../ui/index.ts";
import type { Directory } from "../../organisation/index.ts";
import { type Load, NO_LOAD } from "./workload.ts";
import { AUTOMATIC_URL, SHARE_URL, workloadTexts } from "./workload-texts.ts";

type Props = {
  readonly lang: Lang;
  readonly unitId: number;
  readonly post: PostKind;
  readonly loads: ReadonlyMap<number | undefined, Load>;
  readonly directory: Directory;
  readonly automatic: boolean;
};

type Row = { readonly officerId: number | undefined; readonly load: Load };

/** The holders of one kind of post with what lies with each, what nobody claimed, and what can be done about it. */
export function LoadTable({ lang, unitId, post, loads, directory, automatic }: Props): VNode {
  const texts = workloadTexts(lang);
  const holders = directory.officersIn(unitId, post).map((one) => one.officerId);
  const others = [...loads.keys()].filter((id) => id !== undefined && !holders.includes(id));
  const ids = [...new Set([...holders, ...others]), undefined];
  const rows = ids.map((officerId) => ({ officerId, load: loads.get(officerId) ?? NO_LOAD }));
  const free = loads.get(undefined)?.open ?? 0;
  const sum = (of: (load: Load) => number) => rows.reduce((total, row) => total + of(row.load), 0);
  const number = (key: keyof Load, label: string): Column<Row> => ({
    key,
    label,
    kind: "number",
    cell: ({ load }) => (key === "minutes" ? texts.hours(load.minutes) : load[key]),
  });
  return (
    <section class="flow">
      <h2>{texts.posts[post]}</h2>
      <DataTable
        caption={texts.caption(texts.posts[post])}
        captionHidden
        columns={[
          {
            key: "officer",
            label: texts.officer,
            primary: true,
            cell: ({ officerId }) => (
              <span>
                {officerId === undefined ? texts.nobody : directory.officerName(officerId)}{" "}
                {officerId !== undefined && directory.isAbsent(officerId) ? (
                  <Badge tone="warn" label={texts.absent} />
                ) : null}
                {officerId !== undefined && !holders.includes(officerId) ? (
                  <Badge tone="danger" label={texts.gone} />
                ) : null}
              </span>
            ),
          },
          number("open", texts.open),
          number("late", texts.late),
          number("dueToday", texts.today),
          number("paused", texts.paused),
          number("minutes", texts.left),
        ]}
        rows={rows}
        rowKey={(row) => String(row.officerId ?? "nobody")}
        rowMark={(row) => (row.load.late > 0 ? "late" : row.load.dueToday > 0 ? "soon" : undefined)}
        foot={[
          texts.total,
          sum((load) => load.open),
          sum((load) => load.late),
          sum((load) => load.dueToday),
          sum((load) => load.paused),
          texts.hours(sum((load) => load.minutes)),
        ]}
        empty={null}
      />
      <div class="row">
        {free === 0 || holders.length === 0 ? null : (
          <LinkButton href={`${SHARE_URL}?unit=${unitId}&post=${post}`} icon="users">
            {texts.share}
          </LinkButton>
        )}
        <Form action={AUTOMATIC_URL} class="row">
          <input type="hidden" name="unitId" value={unitId} />
          <input type="hidden" name="post" value={post} />
          <span class="soft">{automatic ? texts.automatic : texts.manual}</span>
          <Button small name="automatic" value={automatic ? "no" : "yes"}>
            {automatic ? texts.turnOff : texts.turnOn}
          </Button>
        </Form>
      </div>
    </section>
  );
}
