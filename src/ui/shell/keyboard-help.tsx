import type { VNode } from "preact";
import { useTexts } from "../lang.ts";

/** The panel behind "?"; closed in the markup, opened by enhance/keyboard.ts. */
export function KeyboardHelp(): VNode {
  const texts = useTexts();
  const rows: readonly (readonly [string, string])[] = [
    ["/", texts.keys.search],
    ["j", texts.keys.down],
    ["k", texts.keys.up],
    ["Enter", texts.keys.open],
    ["x", texts.keys.pick],
    ["?", texts.keys.help],
  ];
  return (
    <dialog id="keyboard-help" aria-labelledby="keyboard-help-title" data-keyboard-help>
      <div class="flow">
        <h2 id="keyboard-help-title">{texts.keyboardTitle}</h2>
        <dl class="keys">
          {rows.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button class="button" type="submit">
            {texts.close}
          </button>
        </form>
      </div>
    </dialog>
  );
}
