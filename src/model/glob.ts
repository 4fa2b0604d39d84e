/**
 * A pattern of file names as a test on a path with slashes: `*` and `?` stay inside one folder, `**` crosses folders,
 * `{a,b}` is either, `[0-9]` is one of. A pattern without a slash is about the file's own name, in whatever folder.
 */
export function glob(pattern: string): (path: string) => boolean {
  const whole = new RegExp(`^(?:${source(pattern.replace(/^\.\//, ""))})$`, "u");
  return pattern.includes("/")
    ? (path) => whole.test(path.replace(/^\.\//, ""))
    : (path) => whole.test(path.slice(path.lastIndexOf("/") + 1));
}

const TOKEN = /\*\*\/|\*\*|\*|\?|\{|\}|,|\[!?[^\]/]+\]|[\s\S]/gu;

function source(pattern: string): string {
  let depth = 0;
  return (
    [...pattern.matchAll(TOKEN)]
      .map(([token]) => {
        if (token === "**/") return "(?:[^/]+/)*";
        if (token === "**") return ".*";
        if (token === "*") return "[^/]*";
        if (token === "?") return "[^/]";
        if (token === "{") {
          depth++;
          return "(?:";
        }
        if (token === "}" && depth > 0) {
          depth--;
          return ")";
        }
        if (token === "," && depth > 0) return "|";
        if (token.length > 1 && token.startsWith("[")) {
          const inside = token.slice(1, -1).replace(/^!/, "^").replace(/\\/g, "\\\\");
          return `(?!/)[${inside}]`;
        }
        return token.replace(/[\\^$.*+?()[\]{}|/-]/u, (c) => (c === "-" ? c : `\\${c}`));
      })
      .join("") + ")".repeat(depth)
  );
}
