/** An XML reader for the tests: strict, small, and by another hand than the reporters' writer. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Its own text, without that of its children. */
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

// XML 1.0, production 2: everything else is illegal, even as a character reference.
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return name.startsWith("#") ? String.fromCodePoint(code) : (ENTITIES[name] ?? whole);
  });
}

function textOf(raw: string): string {
  if (raw.includes("]]>") || /&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(raw)) {
    throw new Error(`not well formed: ${raw.slice(0, 80)}`);
  }
  const text = unescaped(raw);
  if (ILLEGAL.test(text)) throw new Error(`illegal character in ${raw.slice(0, 80)}`);
  return text;
}

function attributesOf(raw: string): Record<string, string> {
  const found: Record<string, string> = {};
  const rest = raw.replace(/\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/g, (_, name: string, value: string) => {
    if (name in found) throw new Error(`attribute ${name} twice`);
    found[name] = textOf(value);
    return "";
  });
  if (rest.trim() !== "") throw new Error(`bad attributes: ${rest}`);
  return found;
}

/** The root element; throws where the text is not well-formed XML. */
export function parseXml(text: string): Element {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new Error("no XML declaration at the very start");
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  const token = /<!--([\s\S]*?)-->|<\/([\w.:-]+)\s*>|<([\w.:-]+)((?:\s+[\w.:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/y;
  token.lastIndex = head.length;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new Error(`not well formed at ${text.slice(at, at + 80)}`);
    const [, comment, end, name, attributes, empty, content] = match;
    const parent = open.at(-1)!;
    if (comment !== undefined) {
      if (comment.includes("--") || comment.endsWith("-") || ILLEGAL.test(comment)) throw new Error("bad comment");
    } else if (end !== undefined) {
      if (open.pop()?.name !== end) throw new Error(`</${end}> closes nothing`);
    } else if (name !== undefined) {
      const element: Element = { name, attributes: attributesOf(attributes ?? ""), children: [], text: "" };
      parent.children.push(element);
      if (empty === "") open.push(element);
    } else parent.text += textOf(content!);
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim() !== "")
    throw new Error("not one root element");
  return root.children[0]!;
}

/** All elements of a name, at any depth. */
export function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
}
