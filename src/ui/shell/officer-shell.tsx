import type { VNode } from "preact";
import { SearchBox } from "../forms/search-box.tsx";
import { uiTexts } from "../lang.ts";
import { Flash, type FlashMessage } from "./flash.tsx";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import type { NavItem } from "./nav-item.ts";
import { OfficerRail } from "./officer-rail.tsx";
import { PageFrame, type PageProps } from "./page-frame.tsx";
import { SignOut } from "./sign-out.tsx";
import { Wordmark } from "./wordmark.tsx";

export type OfficerShellProps = PageProps & {
  readonly nav: readonly NavItem[];
  readonly user: { readonly name: string; readonly unit: string };
  readonly flash?: FlashMessage | undefined;
  /** The search box of the bar, reached with the key "/". Absent: no box. */
  readonly search?:
    | { readonly action: string; readonly label: string; readonly value?: string | undefined }
    | undefined;
  readonly homeHref?: string | undefined;
  readonly signOutAction?: string | undefined;
};

/** The face for officers: dense, 15 px, navigation with true counts, everything by keyboard. */
export function OfficerShell(props: OfficerShellProps): VNode {
  const { lang, province, path, nav, user, flash, search, homeHref = "/", children } = props;
  const texts = uiTexts(lang);
  return (
    <PageFrame {...props} face="officer">
      <header class="officer-bar">
        <Wordmark href={homeHref} province={province} />
        {search === undefined ? null : <SearchBox {...search} id="bar-search" main />}
        <div class="who">
          <span>
            <b>{user.name}</b>
            <span title={user.unit}>{user.unit}</span>
          </span>
          <SignOut action={props.signOutAction ?? "/sign-out"} />
        </div>
      </header>
      <div class="officer-body">
        <OfficerRail items={nav} label={texts.mainNavigation} />
        <main id="main" tabIndex={-1} class="flow">
          <Flash flash={flash} />
          {children}
        </main>
        <footer class="officer-foot">
          <span>{texts.footer}</span>
          <LanguageSwitch path={path} />
          <span class="help-hint" data-needs-js hidden>
            <kbd>?</kbd> {texts.keyboardHint}
          </span>
        </footer>
      </div>
      <KeyboardHelp />
    </PageFrame>
  );
}
