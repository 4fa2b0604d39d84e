import { safeText } from "./layout.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text for the content or an attribute of XML or HTML. Control characters, which XML 1.0 forbids even escaped, and
 * lone surrogates are made visible first. `>` is escaped too: `]]>` is illegal in content.
 */
export function markup(text: string): string {
  return safeText(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** `<name a="1" b="2"`, indented; the caller closes it. */
export function open(name: string, attributes: Readonly<Record<string, string | number>>, depth = 0): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${markup(String(value))}"`);
  return `${"  ".repeat(depth)}<${name}${written.join("")}`;
}
