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

/** `<name a="1" b="2"` with the attributes that are there; the caller closes it. */
export function open(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${markup(String(value))}"`],
  );
  return `<${name}${written.join("")}`;
}
