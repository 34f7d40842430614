import type { VNode } from "preact";
import type { Lang } from "../../../kernel/time.ts";
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  Notice,
  PageTitle,
  TextField,
} from "../../../ui/index.ts";
import { textsOf } from "../texts.ts";
import { QrFigure } from "./qr-figure.tsx";
import type { Enrolment } from "./second-factor.query.ts";

const URL = "/officer/account/second-factor";

/** The page of each state of enrolment. `address` is the otpauth URI while it is started. */
export function enrolmentView(
  lang: Lang,
  username: string,
  enrolment: Enrolment,
  address: string,
  errors: readonly FormError[],
): VNode {
  const texts = textsOf(lang).secondFactor;
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={texts.title} lead={texts.lead} />
      {enrolment.state === "confirmed" ? <Notice tone="ok">{texts.confirmed}</Notice> : null}
      {enrolment.state === "started" ? (
        <Scan lang={lang} secret={enrolment.secret} address={address} errors={errors} />
      ) : null}
      {enrolment.state === "confirmed" ? null : (
        <Form action={`${URL}/start`} hasErrors={errors.length > 0}>
          {/* Lets password managers find the account. */}
          <input type="text" name="username" value={username} autocomplete="username" hidden />
          <TextField
            name="password"
            label={texts.password}
            type="password"
            error={errorOf(errors, "password")}
            autocomplete="current-password"
            width="medium"
          />
          <Button kind={enrolment.state === "none" ? "primary" : "secondary"}>
            {enrolment.state === "none" ? texts.start : texts.restart}
          </Button>
        </Form>
      )}
    </>
  );
}

type ScanProps = {
  readonly lang: Lang;
  readonly secret: string;
  readonly address: string;
  readonly errors: readonly FormError[];
};

function Scan({ lang, secret, address, errors }: ScanProps): VNode {
  const texts = textsOf(lang).secondFactor;
  return (
    <section class="flow">
      <h2>{texts.scan}</h2>
      <p class="soft">{texts.apps}</p>
      <QrFigure content={address} alt={texts.qrAlt} />
      <p>
        {texts.secret}: <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <Form action={`${URL}/confirm`} hasErrors={errors.length > 0}>
        <TextField
          name="code"
          label={texts.code}
          error={errorOf(errors, "code")}
          autocomplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          width="short"
        />
        <Button kind="primary">{texts.confirm}</Button>
      </Form>
    </section>
  );
}
