import type { FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";

/** A number beside a navigation entry, and its colour when there is something to worry about. */
export type NavCount = { readonly count: number; readonly tone?: "danger" | "warn" | undefined };

/** What a page gives the frame around it. */
export type Page = {
  /** Title of the document and, unless the body brings its own, the heading. */
  readonly title: string;
  readonly body: VNode;
  /** HTTP status; 200 unless said, 422 for a form with errors. */
  readonly status?: number;
  /** Key of the navigation entry to mark, such as "queue". */
  readonly active?: string;
  /** Numbers beside navigation entries that the page has counted already, by key; the frame does not count them again. */
  readonly counts?: Readonly<Record<string, NavCount>>;
  /** The citizens' page uses the whole width instead of one column of text. */
  readonly wide?: boolean;
  /** Without JavaScript the page is read again after so many seconds; for pages that live. */
  readonly refreshSeconds?: number;
};

/** Draws pages in the two faces of the product; made by the composition root, handed to every module. */
export type Frame = {
  /** For everybody: one column, large. */
  citizen(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply;
  /** For signed-in officers: navigation with true counts, dense. */
  officer(request: FastifyRequest, reply: FastifyReply, page: Page): Promise<FastifyReply>;
};
