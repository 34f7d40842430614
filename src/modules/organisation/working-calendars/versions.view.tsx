import type { VNode } from "preact";
import { formatDateTime, type Lang } from "../../../kernel/time.ts";
import { Badge, type Column, DataTable } from "../../../ui/index.ts";
import type { Directory } from "../directory.ts";
import { movedHref } from "./calendar-page-deps.ts";
import { calendarTexts } from "./calendar-texts.ts";
import type { CalendarVersion } from "./calendar-version.ts";
import type { Calendars } from "./calendars.ts";
import { changesText } from "./hours-words.ts";

type Props = {
  readonly calendars: Calendars;
  readonly directory: Directory;
  readonly lang: Lang;
  /** With the link to the cases that a version moved. */
  readonly showsCases: boolean;
};

/** Every version of the calendars, newest first: what was declared, by which decision, when, by whom and why. */
export function VersionsView(props: Props): VNode {
  const texts = calendarTexts(props.lang);
  return (
    <DataTable
      caption={texts.versions}
      rows={props.calendars.versions()}
      rowKey={(row) => row.version}
      columns={columns(props)}
      empty={null}
    />
  );
}

function columns({ calendars, directory, lang, showsCases }: Props): readonly Column<CalendarVersion>[] {
  const texts = calendarTexts(lang);
  const unitName = (id: number) => (lang === "vi" ? directory.unit(id).name : directory.unit(id).nameEn);
  return [
    {
      key: "version",
      label: texts.version,
      primary: true,
      kind: "code",
      cell: (row) => (
        <>
          {row.version}{" "}
          {calendars.current(row.unitId).version === row.version ? (
            <Badge label={texts.inForce} tone="ok" />
          ) : null}
        </>
      ),
    },
    {
      key: "scope",
      label: texts.scope,
      cell: (row) => (row.unitId === undefined ? texts.province : unitName(row.unitId)),
    },
    {
      key: "what",
      label: texts.what,
      cell: (row) =>
        row.previous === undefined ? (
          texts.builtIn
        ) : (
          <div>
            <b>{row.name}</b>: {changesText(row.changes, lang)}
            <div class="soft small">{row.reason}</div>
          </div>
        ),
    },
    { key: "decision", label: texts.decision, cell: (row) => row.decision },
    {
      key: "declared",
      label: texts.declared,
      cell: (row) =>
        `${formatDateTime(row.declaredAt, lang)}, ${row.declaredBy === undefined ? texts.byProgram : directory.officerName(row.declaredBy)}`,
    },
    ...(showsCases
      ? [
          {
            key: "cases",
            label: texts.movedCases,
            cell: (row: CalendarVersion) =>
              row.previous === undefined ? null : (
                <a href={movedHref(row.version)}>
                  {texts.seeMoved}
                  <span class="hush"> {row.version}</span>
                </a>
              ),
          },
        ]
      : []),
  ];
}
