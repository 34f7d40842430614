import type { VNode } from "preact";

type LiveProps = {
  /** Under which the server's stream sends the number anew. */
  readonly k: string;
  readonly text: string;
};

/** A number that the stream of the page keeps up to date; without JavaScript it stands as it was drawn. */
export function Live({ k, text }: LiveProps): VNode {
  return <span data-live={k}>{text}</span>;
}

type LiveMeterProps = { readonly k: string; readonly percent: string };

/** The line under a share, as long as the share. */
export function LiveMeter({ k, percent }: LiveMeterProps): VNode {
  return (
    <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="track" width="100" height="4" />
      <rect class="fill" width={percent} height="4" data-live={k} />
    </svg>
  );
}

type LiveStatusProps = {
  /** Address of the stream. */
  readonly stream: string;
  /** Such as "Số liệu lúc 09:41:05". */
  readonly asOf: string;
  /** Said while numbers come by themselves, and when they do not any more. */
  readonly live: string;
  readonly stale: string;
  /** The link that reads the page again, for those without JavaScript. */
  readonly reload: string;
  readonly href: string;
};

/**
 * Whether the numbers of the page are alive, and as of when. Only a change of that is announced: a number every second
 * would drown whoever listens.
 */
export function LiveStatus({ stream, asOf, live, stale, reload, href }: LiveStatusProps): VNode {
  return (
    <p class="live-status small" data-live-stream={stream} data-live-words={live} data-stale-words={stale}>
      <span class="live-dot" aria-hidden="true" />
      <span data-live="asOf">{asOf}</span>
      <span role="status" data-live-state />
      <noscript>
        <a href={href}>{reload}</a>
      </noscript>
    </p>
  );
}
