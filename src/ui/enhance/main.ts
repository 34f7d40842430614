import { submitOnce } from "./submit-once.ts";

submitOnce();
for (const element of document.querySelectorAll<HTMLElement>("[data-needs-js]")) element.hidden = false;
