import { cardScan } from "./card-scan.ts";
import { fileFields } from "./file-field.ts";
import { keepTyped } from "./keep-typed.ts";
import { keyboard } from "./keyboard.ts";
import { liveNumbers } from "./live-numbers.ts";
import { lookAgain } from "./look-again.ts";
import { selectAll } from "./select-all.ts";
import { submitOnce } from "./submit-once.ts";

// The draft is restored first, so that the others see the page as the person left it.
keepTyped();
for (const element of document.querySelectorAll<HTMLElement>("[data-needs-js]")) element.hidden = false;
document.querySelector<HTMLElement>("[data-take-focus]")?.focus();
// On a telephone the navigation is one scrolling line.
document.querySelector(".rail [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
for (const button of document.querySelectorAll("[data-print]"))
  button.addEventListener("click", () => print());
cardScan();
fileFields();
keyboard();
liveNumbers();
lookAgain();
selectAll();
submitOnce();
