import type { VNode } from "preact";
import { CitizenCase } from "./gallery/citizen-case.tsx";
import { CitizenForm } from "./gallery/citizen-form.tsx";
import { CitizenHome } from "./gallery/citizen-home.tsx";
import type { GalleryProps } from "./gallery/gallery-props.ts";
import { LeaderBoard } from "./gallery/leader-board.tsx";
import { OfficerCase } from "./gallery/officer-case.tsx";
import { OfficerQueue } from "./gallery/officer-queue.tsx";
import { renderPage } from "./render-page.tsx";

const pages = {
  "citizen-home": CitizenHome,
  "citizen-case": CitizenCase,
  "citizen-form": CitizenForm,
  "officer-queue": OfficerQueue,
  "officer-case": OfficerCase,
  "leader-board": LeaderBoard,
} as const satisfies Record<string, (props: GalleryProps) => VNode>;

export type GalleryPage = keyof typeof pages;
export const galleryPages = Object.keys(pages) as readonly GalleryPage[];

/** A sample page with invented content; together the samples show every component. For tests and for looking. */
export function renderGallery(page: GalleryPage, props: GalleryProps): string {
  const Page = pages[page];
  return renderPage(<Page {...props} />);
}
