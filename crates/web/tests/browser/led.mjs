// A person who is led through a session by the page.

/** A morning. */
export const MORNING = new Date("2026-11-24T08:00:00");

/** Presses the button of that name. */
export async function press(page, name) {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Answers that nothing of a list applies. */
export async function none(page, list) {
  await page.getByRole("heading", { name: list }).waitFor();
  await press(page, "None of these");
}

/** Tells the pain. */
export async function hurtsBy(page, pain) {
  await page.getByRole("radio", { name: `${pain}`, exact: true }).check({ force: true });
}

/** Answers that the voice is heard. */
export async function hears(page) {
  await page.getByRole("heading", { name: "Can you hear this?" }).waitFor();
  await press(page, "Yes, I hear it");
}

/** Answers everything that is asked the first time, and begins. */
export async function beginFirst(page, { pain = 3, isHeard = true } = {}) {
  await page.getByRole("link", { name: "Start" }).click();
  await none(page, /^Any of these, now or with this pain/);
  await none(page, /^Any of these with this pain/);
  await none(page, /^Is the pain like this/);
  await none(page, /^Does any of these fit you/);
  await page.getByRole("heading", { name: "How is your back now?" }).waitFor();
  await hurtsBy(page, pain);
  await press(page, "Go on");
  if (isHeard) await hears(page);
  await page.getByRole("heading", { name: "Stand up, facing the screen" }).waitFor();
  await press(page, "Begin");
  await page.locator(".stage").waitFor();
}

/** Lets so many seconds pass, with a picture now and then. */
export async function pass(page, seconds) {
  for (let left = seconds; left > 0; left -= 2) await page.clock.fastForward(Math.min(left, 2) * 1000);
}

/** Lets time pass until something can be seen. */
export async function until(page, locator, most = 300) {
  for (let passed = 0; passed < most; passed += 2) {
    if (await locator.isVisible()) return;
    await page.clock.fastForward(2000);
  }
  throw new Error(`it did not come within ${most} s: ${locator}`);
}

/** Goes on until the list before the floor, and says that nothing of it applies. */
export async function goDown(page) {
  const list = page.getByRole("heading", { name: /^Before the exercises on the floor/ });
  await until(page, list);
  await press(page, "None of these");
  await page.locator(".stage").waitFor();
}

/** Returns the exercise that is shown. */
export function exercise(page) {
  return page.locator("h1").textContent();
}

/** Returns the records of one kind that the journal has in the browser's database. */
export async function records(page, kind) {
  const lines = await page.evaluate(async () => {
    const open = (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await open("unknot");
    const found = [];
    for (const store of database.objectStoreNames) {
      const all = await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      found.push(...all);
    }
    database.close();
    return found.map((record) => (typeof record === "string" ? record : (record.line ?? JSON.stringify(record))));
  });
  return lines.map((line) => JSON.parse(line)).filter((record) => record.kind === kind).map((record) => record.entry);
}
