import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
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
import { typedFields } from "../typed-fields.ts";
import { absenceTexts } from "./absence-texts.ts";

/** A post that somebody may fill, with who can be chosen. */
export type PostToFill = {
  readonly field: string;
  readonly title: string;
  readonly unit: string;
  readonly fromElsewhere: boolean;
  readonly candidates: readonly { readonly id: number; readonly label: string }[];
};

type Props = {
  readonly lang: Lang;
  readonly officerId: number;
  readonly name: string;
  readonly posts: readonly PostToFill[];
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

export const ABSENCES_URL = "/officer/absences";

/** The form of an absence: days, reason, and for each post who acts instead. */
export function AbsenceForm({ lang, officerId, name, posts, values, errors }: Props): VNode {
  const all = absenceTexts(lang);
  const texts = all.form;
  const shared = typedFields(values, errors);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle
        title={texts.title(name)}
        lead={texts.lead}
        kicker={<a href={ABSENCES_URL}>{all.title}</a>}
      />
      <Form action={ABSENCES_URL} keep={`absence-${officerId}`} hasErrors={errors.length > 0}>
        <input type="hidden" name="officerId" value={officerId} />
        <DateField {...shared("fromDay")} label={texts.fromDay} />
        <DateField {...shared("toDay")} label={texts.toDay} />
        <TextField {...shared("reason")} label={texts.reason} width="long" maxLength={500} />
        <TextField {...shared("decision")} label={texts.decision} required={false} unmarked width="medium" />
        {posts.map((post) => (
          <Select
            key={post.field}
            {...shared(post.field)}
            label={texts.deputy(post.title, post.unit)}
            hint={post.fromElsewhere ? `${texts.deputyHint} ${texts.leaderHint}` : texts.deputyHint}
            required={false}
            unmarked
            emptyLabel={texts.nobody}
            width="long"
            options={post.candidates.map(({ id, label }) => ({ value: String(id), label }))}
          />
        ))}
        <Actions>
          <Button kind="primary">{texts.submit}</Button>
          <LinkButton href={ABSENCES_URL} kind="ghost">
            {lang === "vi" ? "Thôi" : "Cancel"}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
