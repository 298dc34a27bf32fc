// Tests the page of the room in Chromium: node room.mjs LINK [CONTROL]
//
// LINK is the room's link with its token; the room collects, hidden. What the facilitator has to do is printed as a line
// ("facilitator: vote"), and the test waits until the page shows it. After "facilitator: reopen" it reads the new link from
// standard input. With CONTROL, the same is also asked for by a POST to CONTROL/vote, CONTROL/reveal and CONTROL/collect.
// The map needs two touchpoints, the vote two dots or more.
//
// CHROMIUM is the path of the browser, PLAYWRIGHT_CORE the path of the package if node does not find it.

import assert from "node:assert/strict";

const [link, control] = process.argv.slice(2);
assert.ok(link && link.includes("#"), "usage: node room.mjs LINK [CONTROL]");
const { chromium } = await import(process.env.PLAYWRIGHT_CORE || "playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
const API = "**/api/**";
const origin = new URL(link).origin;
const faults = [];

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

async function openPage(options = {}) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/net::|Failed to load resource/.test(message.text())) {
      faults.push(message.text());
    }
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
      faults.push(`the page asked for ${request.url()}`);
    }
  });
  await page.goto(link);
  await page.waitForSelector("#write:not([hidden])");
  return page;
}

const shown = (page) => page.locator("#mineList > li");
const line = (page, text) => page.locator("#mineList > li", { hasText: text });
const dotsLeft = (page) => page.locator("#dotsDrawn .full").count();
const given = (page, row) => page.locator("#voteList .vote-row").nth(row).locator(".full").count();

async function write(page, phase, text) {
  await page.locator(`.segment:has([value=${phase}])`).click();
  await page.locator("#text").fill(text);
  await page.locator("#text").press("Enter");
}

async function until(what, holds) {
  for (let tries = 0; tries < 80; tries += 1) {
    if (await holds()) {
      return;
    }
    await pause(100);
  }
  assert.fail(`not within 8 s: ${what}`);
}

async function fitsIntoWidth(page, where) {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(excess, 0, `${where}: scrolls sideways by ${excess} px`);
}

async function facilitator(act, page, selector) {
  console.log(`facilitator: ${act}`);
  if (control) {
    await fetch(`${control}/${act}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
  }
  await page.waitForSelector(selector, { state: "attached", timeout: 60000 });
}

// Lines of an earlier run may be in the room: the texts of each run are its own.
const run = Math.random().toString(36).slice(2, 8);
const anna = await openPage();
const ben = await openPage({ locale: "es-ES", colorScheme: "dark" });

async function test(name, body) {
  try {
    await body();
    console.log(`ok: ${name}`);
  } catch (error) {
    faults.push(`${name}: ${error.stack}`);
    console.log(`failed: ${name}`);
  }
}

await test("the language is the browser's, and switchable", async () => {
  assert.equal(await anna.locator("html").getAttribute("lang"), "en");
  assert.equal(await ben.locator("html").getAttribute("lang"), "es");
  await anna.locator("[value=es]").click();
  assert.equal(await anna.locator("#send").textContent(), "Añadir");
  await anna.reload();
  await anna.waitForSelector("#write:not([hidden])");
  assert.equal(await anna.locator("html").getAttribute("lang"), "es");
  await anna.locator("[value=en]").click();
});

await test("buttons write the marks, and remove them again", async () => {
  await anna.locator("#text").fill("Asks a friend");
  await anna.locator('.choice[value="offline"]').click();
  await anna.locator('.choice[value="3"]').click();
  assert.equal(await anna.locator("#text").inputValue(), "Asks a friend #offline :)");
  await anna.locator('.choice[value="online"]').click();
  assert.equal(await anna.locator("#text").inputValue(), "Asks a friend :) #online");
  assert.equal(await anna.locator('.choice[value="online"]').getAttribute("aria-pressed"), "true");
  await anna.locator('.choice[value="online"]').click();
  await anna.locator('.choice[value="3"]').click();
  assert.equal(await anna.locator("#text").inputValue(), "Asks a friend");
  await anna.locator("#text").fill("");
});

await test("a line is sent and seen with its state", async () => {
  await write(anna, "during", `First ${run} #offline :)`);
  await line(anna, `First ${run}`).waitFor();
  assert.equal(await anna.locator("#text").inputValue(), "");
  assert.match(await line(anna, `First ${run}`).textContent(), /During.*Offline.*Good.*Waiting/);
  await fitsIntoWidth(anna, "collecting");
});

await test("two pages are two people, who see only their own lines", async () => {
  await write(ben, "after", `Segundo ${run}`);
  await line(ben, `Segundo ${run}`).waitFor();
  await pause(1500);
  assert.equal(await line(anna, `Segundo ${run}`).count(), 0);
  assert.equal(await line(ben, `First ${run}`).count(), 0);
});

await test("a waiting line can be taken back", async () => {
  await write(anna, "before", `Mistake ${run}`);
  await line(anna, `Mistake ${run}`).getByRole("button").click();
  await until("the line is gone", async () => (await line(anna, `Mistake ${run}`).count()) === 0);
  assert.equal(await anna.locator("#text").inputValue(), `Mistake ${run}`, "the text is in the field again");
  await pause(1500);
  assert.equal(await line(anna, `Mistake ${run}`).count(), 0);
  await anna.locator("#text").fill("");
});

await test("a line without a name is refused with a reason, and its text stays", async () => {
  await write(anna, "before", "#online");
  await until("a reason", async () => (await anna.locator("#fault").textContent()) !== "");
  assert.equal(await anna.locator("#text").inputValue(), "#online");
  await anna.route(API, (route) => (route.request().method() === "POST"
    ? route.fulfill({ status: 422, contentType: "application/json", body: '{"error": "because"}' }) : route.continue()));
  await write(anna, "before", `Refused ${run}`);
  await until("the host's reason", async () => (await anna.locator("#fault").textContent()) === "because");
  assert.equal(await anna.locator("#text").inputValue(), `Refused ${run}`);
  assert.equal(await line(anna, `Refused ${run}`).count(), 0);
  await anna.unroute(API);
  await anna.locator("#text").fill("");
});

await test("a host that is busy gets the line again", async () => {
  let rejected = 0;
  await anna.route(API, (route) => {
    if (route.request().method() !== "POST" || rejected > 1) {
      return route.continue();
    }
    rejected += 1;
    return route.fulfill({ status: 429, headers: { "Retry-After": "1" }, contentType: "application/json", body: '{"error": "slower"}' });
  });
  await write(anna, "before", `Patient ${run}`);
  await until("the line waits", async () => (await line(anna, `Patient ${run}`).filter({ hasText: "Waiting" }).count()) === 1);
  assert.equal(rejected, 2);
  await anna.unroute(API);
});

await test("polls leave what is typed, and the focus", async () => {
  await anna.locator("#text").fill("Half a li");
  await anna.locator("#text").focus();
  const field = await anna.locator("#text").elementHandle();
  await pause(2500);
  await anna.keyboard.type("ne");
  assert.equal(await anna.locator("#text").inputValue(), "Half a line");
  assert.ok(await field.evaluate((node) => node === document.activeElement));
});

await test("a reload keeps identity, lines and what is typed", async () => {
  const before = await shown(anna).count();
  const participants = await anna.locator("#participants").textContent();
  await anna.reload();
  await anna.waitForSelector("#write:not([hidden])");
  assert.equal(await anna.locator("#text").inputValue(), "Half a line");
  assert.equal(await shown(anna).count(), before);
  await pause(1200);
  assert.equal(await anna.locator("#participants").textContent(), participants);
  await anna.locator("#text").fill("");
});

await test("while the host is away a line is kept, and sent once when it is back", async () => {
  const posts = [];
  await anna.route(API, (route) => route.abort());
  await anna.waitForSelector("#away:not([hidden])");
  await write(anna, "after", `Kept ${run}`);
  await line(anna, `Kept ${run}`).filter({ hasText: "Not sent yet" }).waitFor();
  await fitsIntoWidth(anna, "host away");
  anna.on("request", (request) => {
    if (request.method() === "POST" && (request.postData() || "").includes(`Kept ${run}`)) {
      posts.push(request);
    }
  });
  await anna.unroute(API);
  await line(anna, `Kept ${run}`).filter({ hasText: "Waiting" }).waitFor();
  await pause(1500);
  assert.equal(await anna.locator("#away").isVisible(), false);
  assert.equal(await line(anna, `Kept ${run}`).count(), 1);
  assert.equal(posts.length, 1);
});

await test("a line whose answer was lost counts once", async () => {
  let sent = 0;
  await anna.route("**/api/contributions", async (route) => {
    sent += 1;
    if (sent > 1) {
      return route.continue();
    }
    await route.fetch();
    return route.abort();
  });
  await write(anna, "after", `Once ${run}`);
  await line(anna, `Once ${run}`).filter({ hasText: "Waiting" }).waitFor();
  await pause(2500);
  assert.equal(await line(anna, `Once ${run}`).count(), 1);
  await anna.unroute("**/api/contributions");
});

await test("a line written before a reload without the host is sent afterwards", async () => {
  await anna.route(API, (route) => route.abort());
  await write(anna, "after", `Survivor ${run}`);
  await line(anna, `Survivor ${run}`).waitFor();
  await anna.reload();
  await anna.unroute(API);
  await line(anna, `Survivor ${run}`).filter({ hasText: "Waiting" }).waitFor();
});

await test("the page works by keyboard alone", async () => {
  await ben.locator("#text").focus();
  await ben.keyboard.type(`Teclado ${run}`);
  await ben.keyboard.press("Tab");
  await ben.keyboard.press("Space");
  assert.equal(await ben.locator("#text").inputValue(), `Teclado ${run} #enlinea`);
  await ben.locator("#text").focus();
  await ben.keyboard.press("Shift+Tab");
  await ben.keyboard.press("ArrowRight");
  await ben.keyboard.press("Tab");
  await ben.keyboard.press("Enter");
  await line(ben, `Teclado ${run}`).waitFor();
});

await test("dots are given, taken back and limited", async () => {
  await facilitator("vote", anna, "#vote:not([hidden])");
  await fitsIntoWidth(anna, "voting");
  const rows = anna.locator("#voteList .vote-row");
  const all = await dotsLeft(anna);
  const plus = (row) => rows.nth(row).locator(".plus");
  // A button at its limit stays operable, and says why nothing happens.
  const press = (button) => button.evaluate((node) => node.click());
  for (let tries = 0; tries <= all; tries += 1) {
    await press(plus(0));
  }
  const most = await given(anna, 0);
  assert.equal(await plus(0).getAttribute("aria-disabled"), "true");
  assert.equal(await dotsLeft(anna), all - most);
  for (let tries = 0; tries <= all; tries += 1) {
    await press(plus(1));
  }
  assert.equal(await given(anna, 1), Math.min(most, all - most));
  await rows.nth(0).locator(".minus").click();
  assert.equal(await given(anna, 0), most - 1);
  const left = await dotsLeft(anna);
  await pause(1500);
  assert.equal(await given(anna, 0), most - 1, "the host agrees");
  assert.equal(await dotsLeft(anna), left);
  await anna.reload();
  await anna.waitForSelector("#vote:not([hidden])");
  assert.equal(await given(anna, 0), most - 1, "a reload keeps the dots");
  assert.equal(await dotsLeft(anna), left);
});

await test("dots given while the host is away are counted when it is back", async () => {
  await ben.waitForSelector("#vote:not([hidden])");
  await ben.route(API, (route) => route.abort());
  await ben.waitForSelector("#away:not([hidden])");
  await ben.locator("#voteList .plus").nth(1).click();
  await ben.unroute(API);
  await ben.waitForSelector("#away", { state: "hidden" });
  await pause(1500);
  await ben.reload();
  await ben.waitForSelector("#vote:not([hidden])");
  assert.equal(await given(ben, 1), 1);
});

await test("a room that is opened again under another link knows who was in it", async () => {
  console.log("facilitator: reopen");
  const link = await new Promise((done) => { process.stdin.once("data", (data) => done(String(data).trim())); });
  process.stdin.pause();
  const participants = await anna.locator("#participants").textContent();
  const [dots, lines] = [await given(ben, 1), await shown(anna).count()];
  for (const page of [anna, ben]) {
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForSelector("#vote:not([hidden])");
  }
  assert.equal(await given(ben, 1), dots);
  assert.equal(await shown(anna).count(), lines);
  await pause(1200);
  assert.equal(await anna.locator("#participants").textContent(), participants);
});

await test("the results are shown when they are revealed", async () => {
  await facilitator("reveal", anna, "#results:not([hidden])");
  assert.ok(await anna.locator("#resultsList .result").count() > 0);
  await fitsIntoWidth(anna, "results");
  await ben.waitForSelector("#results:not([hidden])");
  assert.match(await ben.locator("#resultsList").textContent(), /tuyos: 1/);
});

await test("a new round of lines begins where the last one ended", async () => {
  await facilitator("collect", anna, "#write:not([hidden])");
  await line(anna, `First ${run}`).waitFor();
});

await test("a link with another token says that it is no longer valid", async () => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "en-GB" })).newPage();
  await page.goto(`${origin}/#not-the-token`);
  await page.getByRole("heading", { name: "no longer valid" }).waitFor();
  await fitsIntoWidth(page, "invalid link");
  await page.goto(`${origin}/`);
  await page.getByRole("heading", { name: "Scan the code again" }).waitFor();
});

await browser.close();
faults.forEach((fault) => console.error(fault));
process.exit(faults.length > 0 ? 1 : 0);
