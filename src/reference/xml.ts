import type { XmlHandler } from "../contract/dataset.ts";
import { InputError } from "../model/errors.ts";

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (all, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? all;
  });
}

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NONE: Readonly<Record<string, string>> = {};

/**
 * The events of a well-formed XML text without a DTD's own entities: enough for the tabular list and for worksheets.
 * A tag left open or closed twice, or an end inside a tag, is refused: that is what a file cut short looks like.
 */
export function readXml(text: string, where: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = 0;
  let line = 1;
  // Kept between calls: a worksheet is one line of megabytes, which must not be searched for every tag.
  let lineEnd = text.indexOf("\n");
  const lineAt = (offset: number): number => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line++;
      lineEnd = text.indexOf("\n", lineEnd + 1);
    }
    return line;
  };
  const refuse = (message: string): InputError => new InputError(`${where}:${lineAt(at)}`, message);
  const until = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from);
    if (found < 0) throw refuse("the file is cut short: it ends inside a tag");
    return found;
  };
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    if (tag < 0) break;
    if (tag > at && open.length > 0) handler.text(decoded(text.slice(at, tag)));
    at = tag;
    if (text.startsWith("<!--", at)) at = until("-->", at) + 3;
    else if (text.startsWith("<![CDATA[", at)) {
      const end = until("]]>", at);
      handler.text(text.slice(at + 9, end));
      at = end + 3;
    } else if (text[at + 1] === "?" || text[at + 1] === "!") at = until(">", at) + 1;
    else {
      const end = until(">", at);
      if (text[at + 1] === "/") {
        const name = text.slice(at + 2, end).trim();
        const expected = open.pop();
        if (name !== expected) throw refuse(`</${name}> where </${expected ?? ""}> should stand`);
        handler.close(name);
      } else {
        const empty = text[end - 1] === "/";
        const body = text.slice(at + 1, empty ? end - 1 : end);
        const space = body.search(/\s/);
        const name = space < 0 ? body : body.slice(0, space);
        let attributes = NONE;
        if (space >= 0) {
          const found: Record<string, string> = {};
          for (const match of body.slice(space).matchAll(ATTRIBUTE)) {
            found[match[1]!] = decoded(match[2] ?? match[3] ?? "");
          }
          attributes = found;
        }
        handler.open(name, attributes, lineAt(at));
        if (empty) handler.close(name);
        else open.push(name);
      }
      at = end + 1;
    }
  }
  if (open.length > 0) throw refuse(`the file is cut short: <${open.at(-1)}> is never closed`);
}
