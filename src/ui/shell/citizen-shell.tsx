import type { VNode } from "preact";
import { Icon } from "../icon.tsx";
import { uiTexts } from "../lang.ts";
import { Flash, type FlashMessage } from "./flash.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import type { NavItem } from "./nav-item.ts";
import { PageFrame, type PageProps } from "./page-frame.tsx";
import { SignOut } from "./sign-out.tsx";
import { Wordmark } from "./wordmark.tsx";

export type CitizenShellProps = PageProps & {
  readonly nav?: readonly NavItem[] | undefined;
  readonly user?: { readonly name: string } | undefined;
  readonly flash?: FlashMessage | undefined;
  readonly back?: { readonly href: string; readonly label?: string | undefined } | undefined;
  /** For lists and the home page; forms stay one narrow column. */
  readonly wide?: boolean | undefined;
  readonly homeHref?: string | undefined;
  readonly signOutAction?: string | undefined;
  /** Telephone of the one-stop desk or hotline, shown in the footer as a link. */
  readonly hotline?: string | undefined;
  readonly footerLinks?: readonly { readonly href: string; readonly label: string }[] | undefined;
};

/** The face for citizens and enterprises: one column, 18 px, large targets. */
export function CitizenShell(props: CitizenShellProps): VNode {
  const { lang, province, path, nav = [], user, flash, back, wide, homeHref = "/", children } = props;
  const texts = uiTexts(lang);
  return (
    <PageFrame {...props} face="citizen">
      <header class="citizen-bar">
        <div>
          <Wordmark href={homeHref} province={province} />
          {nav.length === 0 ? null : (
            <nav aria-label={texts.mainNavigation}>
              {nav.map((item) => (
                <a key={item.href} href={item.href} aria-current={item.current === true ? "page" : undefined}>
                  {item.label}
                </a>
              ))}
            </nav>
          )}
          <LanguageSwitch path={path} />
          {user === undefined ? null : (
            <div class="who">
              <span>{user.name}</span>
              <SignOut action={props.signOutAction ?? "/sign-out"} />
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} class={wide === true ? "flow wide" : "flow"}>
        {back === undefined ? null : (
          <a class="back" href={back.href}>
            <Icon name="arrow-left" />
            {back.label ?? texts.back}
          </a>
        )}
        <Flash flash={flash} />
        {children}
      </main>
      <CitizenFoot {...props} />
    </PageFrame>
  );
}

function CitizenFoot({ lang, hotline, footerLinks = [] }: CitizenShellProps): VNode {
  const texts = uiTexts(lang);
  return (
    <footer class="citizen-foot">
      <div>
        {hotline === undefined ? null : (
          <a href={`tel:${hotline.replace(/[^\d+]/g, "")}`}>
            <Icon name="phone" />
            {`${texts.hotline}: ${hotline}`}
          </a>
        )}
        {footerLinks.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
        <span>{texts.footer}</span>
      </div>
    </footer>
  );
}
