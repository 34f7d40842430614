import type { IconName } from "../icon.tsx";
import type { Tone } from "../tone.ts";

/** An entry of the navigation. Counts are shown only when given; zero is shown too, because "nothing waits" is news. */
export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly count?: number | undefined;
  /** Colours the count, such as "danger" for late cases. */
  readonly tone?: Tone | undefined;
  readonly current?: boolean | undefined;
  /** Officers: the heading under which consecutive entries stand. */
  readonly group?: string | undefined;
};
