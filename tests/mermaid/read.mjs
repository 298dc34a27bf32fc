// What Mermaid reads in journey diagrams, as JSON.
//
//   node read.mjs < texts.json          a list of texts in, a list of readings out
//   node read.mjs --record FILE.mmd...  writes FILE.json beside each file
//
// A reading is {"error": "…"} where Mermaid refuses, or the title, the sections and the tasks as it keeps them.

import { readFileSync, writeFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const dom = new JSDOM("<!doctype html><body></body>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, logLevel: "fatal", suppressErrorRendering: true });

// The first reading gives the store that all others go through; it then tells every title that it is given.
const { db } = await mermaid.mermaidAPI.getDiagramFromText("journey");
let title = null;
db.setDiagramTitle = (given) => {
  title = given;
};

async function read(text) {
  title = null;
  let diagram;
  try {
    diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  } catch (error) {
    return { error: String(error.message).split("\n")[0] };
  }
  if (diagram.type !== "journey") {
    return { error: `a diagram of type ${diagram.type}` };
  }
  const reading = {
    sections: [...db.getSections()],
    tasks: db.getTasks().map(({ section, task, score, people }) => ({
      section,
      task,
      score: Number.isFinite(score) ? score : String(score),
      people,
    })),
  };
  // Only drawing reads the title of the front matter; what is drawn does not matter here.
  const given = title;
  title = null;
  await mermaid.render("drawing", text).catch(() => {});
  return { title: given ?? title, ...reading };
}

const clean = (text) => text.replace(/^\ufeff/, "");
const [option, ...files] = process.argv.slice(2);
if (option === "--record") {
  for (const file of files) {
    const reading = await read(clean(readFileSync(file, "utf8")));
    writeFileSync(file.replace(/\.mmd$/, ".json"), JSON.stringify(reading, null, 2) + "\n");
  }
} else {
  const texts = JSON.parse(readFileSync(0, "utf8"));
  const readings = [];
  for (const text of texts) {
    readings.push(await read(clean(text)));
  }
  await new Promise((written) => process.stdout.write(JSON.stringify(readings), written));
}
process.exit();
