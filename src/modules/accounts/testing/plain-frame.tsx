import type { FastifyReply, FastifyRequest } from "fastify";
import { takeFlash } from "../../../platform/http/flash.ts";
import type { Frame, Page } from "../../../platform/http/frame.ts";
import { sendPage } from "../../../platform/http/server.ts";
import { assetPaths, loadAssets } from "../../../ui/assets.ts";
import { CitizenShell, OfficerShell, renderPage } from "../../../ui/index.ts";

/** Style sheets, enhancers and fonts as the program serves them. */
export const assets = loadAssets();

/** The two shells of the product without navigation. */
export const plainFrame: Frame = {
  citizen: (request, reply, page) =>
    sendPage(
      reply,
      renderPage(<CitizenShell {...common(request, reply, page)}>{page.body}</CitizenShell>),
      page.status,
    ),
  officer: async (request, reply, page) => {
    const user = { name: request.session?.actor.name ?? "", unit: request.session?.place ?? "" };
    const shell = (
      <OfficerShell {...common(request, reply, page)} nav={[]} user={user}>
        {page.body}
      </OfficerShell>
    );
    return sendPage(reply, renderPage(shell), page.status);
  },
};

function common(request: FastifyRequest, reply: FastifyReply, page: Page) {
  const flash = takeFlash(request, reply);
  return {
    lang: request.lang,
    title: page.title,
    province: "Gia Lai",
    path: request.url,
    assets: assetPaths(assets),
    csrf: request.session?.csrfToken,
    hasErrors: page.status === 422,
    flash: flash === undefined ? undefined : ({ tone: "ok", text: flash } as const),
  };
}
