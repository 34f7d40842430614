import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import type { FormValues } from "../../../platform/http/form.ts";
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  LinkButton,
  PageTitle,
  RadioGroup,
  TextArea,
} from "../../../ui/index.ts";
import { QUESTIONS } from "../domain/questionnaire.ts";
import { en } from "./messages.en.ts";
import { type RateMessages, vi } from "./messages.vi.ts";

export const rateTexts = (lang: Lang): RateMessages => (lang === "vi" ? vi : en);

type RatingFormProps = {
  readonly action: string;
  readonly code: string;
  readonly lang: Lang;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
};

/** The questionnaire: one answer needed, the rest as much as the person likes. */
export function RatingForm({ action, code, lang, values, errors }: RatingFormProps): VNode {
  const words = rateTexts(lang);
  const chosen = (name: string) => [values[name] ?? ""].flat()[0];
  return (
    <>
      <PageTitle title={words.title} kicker={<span class="code">{code}</span>} lead={words.lead} />
      <ErrorSummary errors={errors} />
      <Form action={action} hasErrors={errors.length > 0}>
        <RadioGroup
          name="overall"
          label={words.overall}
          value={chosen("overall")}
          error={errorOf(errors, "overall")}
          options={Object.entries(words.overallOptions).map(([value, label]) => ({ value, label }))}
        />
        {QUESTIONS.map((question) => (
          <RadioGroup
            key={question}
            name={`answers.${question}`}
            label={words.questions[question].label}
            value={chosen(`answers.${question}`)}
            error={errorOf(errors, `answers.${question}`)}
            required={false}
            options={words.questions[question].answers.map((label, index) => ({
              value: `${2 - index}`,
              label,
            }))}
          />
        ))}
        <TextArea
          name="comment"
          label={words.comment}
          hint={words.commentHint}
          value={chosen("comment")}
          error={errorOf(errors, "comment")}
          required={false}
          maxLength={4000}
        />
        <Button kind="primary" icon="send">
          {words.submit}
        </Button>
      </Form>
    </>
  );
}

type RatingAnswerProps = {
  readonly title: string;
  readonly text: string;
  readonly back: string;
  readonly lang: Lang;
};

/** A word and the way back: thanks, already done, too early. */
export function RatingAnswer({ title, text, back, lang }: RatingAnswerProps): VNode {
  return (
    <>
      <PageTitle title={title} lead={text} />
      <p>
        <LinkButton href={back} icon="arrow-left">
          {rateTexts(lang).back}
        </LinkButton>
      </p>
    </>
  );
}
