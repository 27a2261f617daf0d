// Reads a JSON list of Mermaid texts from standard input, lets Mermaid's own parser read each, and writes a JSON list:
// {error} or {kind, nodes, edges, groups, titles, links, hooks}. The page that Mermaid wants is jsdom's.
import { JSDOM } from "jsdom";
import { readFileSync } from "node:fs";

const { window } = new JSDOM("<!doctype html><body></body>");
Object.assign(globalThis, { window, document: window.document, Element: window.Element });
globalThis.DOMParser = window.DOMParser;
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: process.argv[2] ?? "strict", maxTextSize: 1e7, maxEdges: 1e5 });

const decoded = (text) => {
  const page = window.document.createElement("div");
  page.innerHTML = (text ?? "").replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");
  const tags = [...page.querySelectorAll("*")].map((element) => element.tagName.toLowerCase());
  page.querySelectorAll("br").forEach((element) => element.replaceWith("\n"));
  return { text: page.textContent, tags };
};

const flowchart = (db) => {
  const nodes = [...db.getVertices().values()];
  return {
    nodes: nodes.map((node) => decoded(node.text)),
    edges: db.getEdges().map((edge) => decoded(edge.text)),
    groups: db.getSubGraphs().map((group) => decoded(group.title)),
    links: nodes.map((node) => node.link).filter(Boolean),
    hooks: nodes.filter((node) => node.haveCallback).length,
  };
};

const blocks = (db) => ({
  nodes: db.getBlocksFlat().filter((block) => block.type !== "composite" && block.type !== "space")
    .map((block) => decoded(block.label)),
  edges: [], groups: [], links: [], hooks: 0,
});

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const found = diagram.type === "block" ? blocks(diagram.db) : flowchart(diagram.db);
    answers.push({ kind: diagram.type, title: decoded(diagram.db.getAccTitle?.()).text, ...found });
  } catch (error) {
    answers.push({ error: String(error.message ?? error).slice(0, 500) });
  }
}
console.log(JSON.stringify(answers));
