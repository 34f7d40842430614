import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type FormError,
  LinkButton,
  PageTitle,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import type { Unit } from "../domain/unit.ts";
import { typedFields } from "../typed-fields.ts";
import { CALENDAR_URL, PREVIEW_URL } from "./calendar-page-deps.ts";
import { calendarTexts } from "./calendar-texts.ts";

/** A line of days or hours; all of them may stay empty. */
const OPTIONAL = { required: false, width: "long", autocomplete: "off" } as const;

type Props = {
  readonly lang: Lang;
  readonly units: readonly Unit[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

/** The form of a declaration; it leads to the preview. */
export function DeclareView({ lang, units, values, errors }: Props): VNode {
  const all = calendarTexts(lang);
  const texts = all.form;
  const shared = typedFields(values, errors);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} kicker={<a href={CALENDAR_URL}>{all.title}</a>} />
      <Form action={PREVIEW_URL} method="get" keep="declare-days" hasErrors={errors.length > 0}>
        <Select
          {...shared("unit")}
          label={texts.unit}
          hint={texts.unitHint}
          required={false}
          unmarked
          emptyLabel={all.province}
          options={units.map((unit) => ({
            value: unit.code,
            label: `${lang === "vi" ? unit.name : unit.nameEn} (${unit.code})`,
          }))}
        />
        <h2>{texts.daysTitle}</h2>
        <TextField {...shared("rest")} label={texts.rest} hint={texts.restHint} {...OPTIONAL} />
        <TextField {...shared("half")} label={texts.half} hint={texts.halfHint} {...OPTIONAL} />
        <TextField
          {...shared("halfHours")}
          label={texts.halfHours}
          hint={texts.halfHoursHint}
          {...OPTIONAL}
        />
        <TextField {...shared("working")} label={texts.working} {...OPTIONAL} />
        <TextField {...shared("ordinary")} label={texts.ordinary} {...OPTIONAL} />
        <h2>{texts.hoursTitle}</h2>
        <TextField {...shared("hours")} label={texts.hours} hint={texts.hoursHint} {...OPTIONAL} />
        <TextField
          {...shared("hoursFrom")}
          label={texts.hoursFrom}
          width="short"
          required={false}
          autocomplete="off"
        />
        <h2>{texts.intakeTitle}</h2>
        <TextArea
          {...shared("intake")}
          label={texts.intake}
          hint={texts.intakeHint}
          required={false}
          rows={3}
          maxLength={500}
        />
        <TextField
          {...shared("intakeFrom")}
          label={texts.intakeFrom}
          width="short"
          required={false}
          autocomplete="off"
        />
        <h2>{texts.basisTitle}</h2>
        <TextField
          {...shared("name")}
          label={texts.name}
          hint={texts.nameHint}
          width="long"
          maxLength={200}
          autocomplete="off"
        />
        <TextField
          {...shared("decision")}
          label={texts.decision}
          hint={texts.decisionHint}
          width="long"
          maxLength={200}
          autocomplete="off"
        />
        <TextArea {...shared("reason")} label={texts.reason} rows={3} maxLength={1000} />
        <Actions>
          <Button kind="primary" icon="arrow-right" iconAfter>
            {texts.preview}
          </Button>
          <LinkButton href={CALENDAR_URL} kind="ghost">
            {texts.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
