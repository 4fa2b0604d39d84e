import { safeText } from "./layout.ts";

/** The path as forges look files up: from the folder of the run, with slashes, without `./` in front. */
export function forgePath(path: string): string {
  return safeText(path)
    .replaceAll("\\u{", "\u0000")
    .replaceAll("\\", "/")
    .replaceAll("\u0000", "\\u{")
    .replace(/^(\.\/+)+/, "");
}

/** The path as a relative URI reference. `encodeURIComponent` throws on half a surrogate pair. */
export function pathUri(path: string): string {
  return path
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replaceAll("\\", "/")
    .replace(/^(\.\/+)+/, "")
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/'/g, "%27"))
    .join("/");
}
