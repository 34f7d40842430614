import type { VNode } from "preact";
import {
  Button,
  ErrorSummary,
  Explain,
  errorOf,
  Form,
  type FormError,
  Notice,
  PageTitle,
  TextField,
} from "../../../ui/index.ts";
import type { TrackMessages } from "./messages.vi.ts";

type TrackFormProps = {
  readonly words: TrackMessages["form"];
  readonly code: string;
  readonly word: string;
  readonly errors: readonly FormError[];
  /** Code and word do not go together; which of them is wrong is not said. */
  readonly notFound: boolean;
};

/** The two codes of a receipt. What was typed stays. */
export function TrackForm({ words, code, word, errors, notFound }: TrackFormProps): VNode {
  return (
    <>
      <PageTitle title={words.title} lead={words.lead} />
      <ErrorSummary errors={errors} />
      {notFound ? (
        <Notice tone="danger" title={words.notFound} live>
          <p>{words.notFoundHelp}</p>
        </Notice>
      ) : null}
      <Form action="/track" method="get">
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          value={code}
          error={errorOf(errors, "code")}
          width="long"
          autocomplete="off"
          maxLength={60}
          spellCheck={false}
        />
        <TextField
          name="w"
          label={words.word}
          hint={words.wordHint}
          value={word}
          error={errorOf(errors, "w")}
          width="medium"
          autocomplete="off"
          maxLength={40}
          spellCheck={false}
        />
        <Button kind="primary" icon="search">
          {words.submit}
        </Button>
      </Form>
      <Explain summary={words.whyTwo}>{words.whyTwoAnswer}</Explain>
    </>
  );
}
