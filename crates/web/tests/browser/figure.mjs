// The figure on an exercise's page, at a moment.

import { mkdir, writeFile } from "node:fs/promises";

import { PICTURES } from "./page.mjs";

/** The side of the picture, in pixels. */
export const SIDE = 320;

/** Shows the figure at so many seconds and returns what it looks like, once it is drawn. */
export async function figureAt(page, seconds, name) {
  await page.locator("canvas.figure").waitFor();
  await page.evaluate(
    ([side, seconds]) => {
      const figure = document.querySelector("canvas.figure");
      for (const edge of ["width", "height"]) figure.style.setProperty(edge, `${side}px`);
      // At whole pixels, so that the picture is as large as the canvas, up to its edge, and without the marks of focus.
      const at = { mask: "none", position: "fixed", top: "0", left: "0", margin: "0", outline: "none", "border-radius": "0", "z-index": "9" };
      for (const [property, value] of Object.entries(at)) figure.style.setProperty(property, value);
      const slider = document.querySelector("input[type=range]");
      slider.value = seconds;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    [SIDE, seconds],
  );
  // A worker draws it when it has the body, bit by bit, and once more at the canvas's new size: three pictures of that size that
  // are the same, and not empty.
  let before = Buffer.alloc(0);
  let same = 0;
  for (let tries = 0; tries < 150; tries++) {
    const isSized = await page.evaluate(
      (side) => document.querySelector("canvas.figure").width === side * Math.min(devicePixelRatio, 2),
      SIDE,
    );
    const drawn = await page.locator("canvas.figure").screenshot({ animations: "disabled" });
    same = isSized && drawn.equals(before) ? same + 1 : 0;
    if (same === 2 && drawn.length > 4000) {
      if (name) {
        await mkdir(PICTURES, { recursive: true });
        await writeFile(`${PICTURES}${name}.png`, drawn);
      }
      return drawn;
    }
    before = drawn;
    await page.waitForTimeout(100);
  }
  throw new Error("the figure does not come");
}
