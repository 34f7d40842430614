import type { VNode } from "preact";

/** Line drawings on a 24 by 24 grid. */
const drawings = {
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 20 20",
  calendar: "M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8",
  clock: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 8v4.5l3 1.8",
  "clock-alert": "M17.7 6.3A8 8 0 1 0 20 12M12 8v4.5l2.5 1.5M20.5 3.5v4M20.5 9.7v.1",
  pause: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM10 9.5v5M14 9.5v5",
  check: "m5 12.5 4.5 4.5L19 7.5",
  "check-circle": "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM8.5 12.2l2.4 2.4 4.6-4.8",
  alert: "M12 4.5 20.5 19h-17ZM12 10v4M12 16.6v.1",
  info: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 11.2V16M12 8.2v.1",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  stop: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM6.5 6.5l11 11",
  circle: "M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14Z",
  file: "M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 15.5h5",
  folder: "M3.5 6.5h6l2 2.5h9v10.5h-17z",
  inbox: "M4 13.5 6.5 5.5h11l2.5 8v5H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20",
  send: "M20 4 3.5 10.5l6.5 3.5 3.5 6.5zM10 14l4-4",
  upload: "M12 15.5v-11M7.5 8.5 12 4l4.5 4.5M4.5 15.5v4h15v-4",
  download: "M12 4v11M7.5 11 12 15.5 16.5 11M4.5 15.5v4h15v-4",
  print: "M7.5 9V4h9v5M7.5 16.5H4.5V9h15v7.5h-3M7.5 14h9v6h-9z",
  user: "M12 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM5 20c.4-3.8 3.2-6 7-6s6.6 2.2 7 6",
  users:
    "M9 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM3 19.5c.3-3.3 2.7-5.2 6-5.2s5.7 1.9 6 5.2M15.5 5.8a3 3 0 0 1 0 5.5M17.5 14.8c2 .7 3.3 2.3 3.5 4.7",
  home: "M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5v-5h4v5",
  "arrow-right": "M4.5 12h15M13.5 6l6 6-6 6",
  "arrow-left": "M19.5 12h-15M10.5 6l-6 6 6 6",
  pen: "M4.5 19.5 5.5 15 16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5",
  stamp: "M9.5 4.5h5L14 11h4.5v4.5h-13V11H10zM5.5 19.5h13",
  bell: "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.5h4",
  phone:
    "M6 4h3.5l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2L20 14.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z",
  chat: "M4.5 5.5h15v10.5H12l-4.5 4v-4h-3zM8.5 9.5h7M8.5 12.5h4",
  chart: "M4.5 4.5v15h15M8.5 16v-4M12.5 16V8M16.5 16v-6",
  money: "M3.5 6.5h17v11h-17zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM6.5 12v.1M17.5 12v.1",
  scan: "M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M4 12h16",
  settings: "M4 7.5h9M17 7.5h3M15 5.5v4M4 16.5h3M11 16.5h9M9 14.5v4",
  book: "M12 6.5C10 5 7.5 4.5 4 4.5V18c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4.5c-3.5 0-6 .5-8 2ZM12 6.5V20",
  baby: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM12 4c-1.5 1.5-1 3 .5 3M9 11.5v.1M15 11.5v.1M9.5 15c1.5 1.3 3.5 1.3 5 0",
  rings: "M9 8.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 9.6a5.5 5.5 0 1 1-.5 8.6M13 4.5h4l-2 2.5z",
  house: "M3.5 12 12 5l8.5 7M6 10v9.5h12V10M10 19.5V14h4v5.5",
  land: "M3.5 18.5 9 5.5h6l5.5 13zM6 12.5h12M12 5.5v13",
  briefcase: "M4 8h16v11.5H4zM9 8V5h6v3M4 13h16M12 12v2",
  health: "M12 19.5S4 15 4 9.5A4.2 4.2 0 0 1 12 7.5 4.2 4.2 0 0 1 20 9.5c0 5.5-8 10-8 10ZM12 10v4M10 12h4",
  school: "M2.5 9.5 12 5l9.5 4.5L12 14ZM6.5 11.5v5c3 2.5 8 2.5 11 0v-5M21.5 9.5v5",
  car: "M4 16.5v-4l2-6h12l2 6v4zM4 12.5h16M7 16.5v2M17 16.5v2M7.5 14.5v.1M16.5 14.5v.1",
  candle:
    "M9.5 11h5v9h-5zM12 11V9M12 3.5c1.7 2 2 3 1.5 4.2-.6 1.2-2.4 1.2-3 0C10 6.5 10.3 5.5 12 3.5ZM6.5 20h11",
} as const;

export type IconName = keyof typeof drawings;

/** A decorative line icon: hidden from screen readers, because a word always stands beside it. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}

/** The sign of the product: a door that stands open. */
export function DoorMark(): VNode {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M5 3h22v26h-4V7H9v22H5z" />
      <path fill="currentColor" d="M11 9l9 4v16.5l-9-2.5z" opacity="0.55" />
    </svg>
  );
}
