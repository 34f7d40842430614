import type { VNode } from "preact";
import { formatDate, type Lang, type LocalDate } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  Form,
  type FormError,
  LinkButton,
  PageTitle,
  Select,
  TextField,
} from "../../../ui/index.ts";
import type { OfficerInPost } from "../directory.ts";
import type { Unit } from "../domain/unit.ts";
import { typedFields } from "../typed-fields.ts";
import { postTexts, staffHref } from "./post-texts.ts";
import type { StaffWork } from "./staff-work.ts";

type Props = {
  readonly lang: Lang;
  readonly unit: Unit;
  readonly held: OfficerInPost;
  readonly work: Awaited<ReturnType<StaffWork["assignedTo"]>>;
  readonly workName: (work: string) => string;
  /** For whom the officer acts, and until which day; it ends with the post. */
  readonly acting: readonly { readonly name: string; readonly toDay: LocalDate }[];
  readonly successors: readonly { readonly value: string; readonly label: string }[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

/** What lies with the officer, what becomes of it, and the form that ends the post. */
export function EndPostView(props: Props): VNode {
  const { lang, unit, held, work, successors, values, errors } = props;
  const all = postTexts(lang);
  const texts = all.end;
  const shared = typedFields(values, errors);
  const unitName = lang === "vi" ? unit.name : unit.nameEn;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={texts.title(held.fullName, held.title)}
        kicker={<a href={staffHref(unit.code)}>{all.title(unitName)}</a>}
        lead={unitName}
      />
      <div class="prose">
        <p>{texts.work(work.count)}</p>
        {work.count === 0 ? null : (
          <ul>
            {work.first.map((one) => (
              <li key={`${one.caseId}.${one.work}`}>
                <span class="code">{one.code}</span>: {props.workName(one.work)}
              </li>
            ))}
            {work.count > work.first.length ? <li>{texts.more(work.count - work.first.length)}</li> : null}
          </ul>
        )}
        <h2>{texts.becomes}</h2>
        <ul>
          <li>{texts.toSuccessor}</li>
          <li>{texts.toQueue}</li>
          <li>{texts.access}</li>
          {props.acting.map(({ name, toDay }) => (
            <li key={`${name} ${toDay}`}>{texts.acting(name, formatDate(toDay))}</li>
          ))}
        </ul>
      </div>
      <Form
        action={`${staffHref(unit.code)}/${held.officerId}/${held.kind}/end`}
        hasErrors={errors.length > 0}
      >
        <DateField {...shared("fromDay")} label={texts.fromDay} hint={texts.fromDayHint} />
        <TextField {...shared("reason")} label={texts.reason} width="long" maxLength={500} />
        <TextField {...shared("decision")} label={texts.decision} width="medium" autocomplete="off" />
        <Select
          {...shared("successorId")}
          label={texts.successor}
          required={false}
          unmarked
          emptyLabel={texts.nobody}
          width="long"
          options={successors}
        />
        <Actions>
          <Button kind="danger">{texts.submit}</Button>
          <LinkButton href={staffHref(unit.code)} kind="ghost">
            {lang === "vi" ? "Thôi" : "Cancel"}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
