import type { FastifyInstance, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import type { Lang } from "./kernel/time.ts";
import { citizenNav, type NavCounts, officerNav } from "./navigation.ts";
import { takeFlash } from "./platform/http/flash.ts";
import type { Frame, Page } from "./platform/http/frame.ts";
import { sendPage } from "./platform/http/server.ts";
import { holds } from "./platform/permission.ts";
import {
  type AssetPaths,
  CitizenShell,
  type FlashMessage,
  OfficerShell,
  PageTitle,
  renderPage,
} from "./ui/index.ts";

export type FrameDeps = {
  readonly app: FastifyInstance;
  readonly assets: AssetPaths;
  /** The name of the province in both languages, such as "Tỉnh Gia Lai". */
  readonly province: () => Readonly<Record<Lang, string>>;
  readonly counts: NavCounts;
};

/** Draws pages in the two faces of the design system. */
export function makeFrame(deps: FrameDeps): Frame {
  const { app } = deps;
  return {
    citizen: (request, reply, page) => {
      const flash = flashOf(takeFlash(request, reply));
      const draw = (body: VNode) => (
        <CitizenShell
          {...pageProps(deps, request, page)}
          nav={citizenNav(app, request, page.active)}
          user={request.session === undefined ? undefined : { name: request.session.actor.name }}
          flash={flash}
          wide={page.wide}
          footerLinks={[{ href: "/officer", label: FOR_OFFICERS[request.lang] }]}
        >
          {body}
        </CitizenShell>
      );
      return sendPage(reply, withHeading(draw, page), page.status);
    },
    officer: async (request, reply, page) => {
      const nav = await officerNav(app, request, deps.counts, page);
      const flash = flashOf(takeFlash(request, reply));
      const draw = (body: VNode) => (
        <OfficerShell
          {...pageProps(deps, request, page)}
          nav={nav}
          user={{ name: request.session?.actor.name ?? "", unit: request.session?.place ?? "" }}
          flash={flash}
          search={searchBox(app, request)}
          homeHref="/officer"
        >
          {body}
        </OfficerShell>
      );
      return sendPage(reply, withHeading(draw, page), page.status);
    },
  };
}

/** A body without a heading of its own gets the title as h1. */
function withHeading(draw: (body: VNode) => VNode, page: Page): string {
  const html = renderPage(draw(page.body));
  if (html.includes("<h1")) return html;
  return renderPage(
    draw(
      <>
        <PageTitle title={page.title} />
        {page.body}
      </>,
    ),
  );
}

function pageProps(deps: FrameDeps, request: FastifyRequest, page: Page) {
  return {
    lang: request.lang,
    title: page.title,
    province: deps.province()[request.lang],
    path: request.url,
    assets: deps.assets,
    csrf: request.session?.csrfToken,
    hasErrors: page.status === 422,
    refreshSeconds: page.refreshSeconds,
  };
}

function flashOf(text: string | undefined): FlashMessage | undefined {
  return text === undefined ? undefined : { tone: "ok", text };
}

const FOR_OFFICERS = { vi: "Dành cho cán bộ", en: "For officers" };

const SEARCH = {
  action: "/officer/search",
  vi: "Tìm hồ sơ: mã, tên, số định danh, điện thoại",
  en: "Find a case: code, name, number, telephone",
};

/** The box of the bar, for those who may look for cases. */
function searchBox(app: FastifyInstance, { actor, lang }: FastifyRequest) {
  if (!holds(actor, "case.list") || !app.hasRoute({ method: "GET", url: SEARCH.action })) return undefined;
  return { action: SEARCH.action, label: SEARCH[lang] };
}
