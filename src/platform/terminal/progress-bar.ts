import { print } from "./print.ts";

export type ProgressBar = {
  /** Sets how much is done; a note says what is being worked on. */
  update(done: number, note?: string): void;
  finish(note?: string): void;
};

const WIDTH = 30;

/** A progress bar on the terminal; where the output is not a terminal, a line at every tenth. */
export function progressBar(title: string, total: number, out = process.stdout): ProgressBar {
  let lastTenth = -1;
  let lastDrawn = "";
  const draw = (done: number, note: string) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const tenth = Math.floor(share * 10);
    const filled = Math.round(share * WIDTH);
    const text = `${title} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${Math.floor(share * 100)}% ${done}/${total} ${note}`;
    if (out.isTTY) {
      if (text !== lastDrawn) out.write(`\r\u001b[2K${text}`);
      lastDrawn = text;
    } else if (tenth !== lastTenth) {
      print(text.trimEnd());
    }
    lastTenth = tenth;
  };
  return {
    update: (done, note = "") => draw(done, note),
    finish: (note = "") => {
      draw(total, note);
      if (out.isTTY) out.write("\n");
    },
  };
}
