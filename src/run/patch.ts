import type { Stretch } from "../input/rewrite.ts";

const CONTEXT = 3;
const LF = 0x0a;

/** A line as it was and as it is to be; the same buffer where nothing changed. Line ends included. */
interface Change {
  readonly was: Buffer;
  readonly now: Buffer;
}

/**
 * A unified patch, as `git apply` and `patch -p1` take it; nothing where nothing changes. `path` is relative to the
 * folder the patch is applied in. Lines end at LF, whatever the file's own line end is: that is how these tools count.
 */
export async function* unifiedPatch(stretches: AsyncIterable<Stretch>, path: string): AsyncGenerator<Buffer> {
  const hunks = new Hunks();
  let begun = false;
  const put = function* (hunk: Buffer | undefined) {
    if (hunk === undefined) return;
    if (!begun) yield Buffer.from(`--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n`);
    begun = true;
    yield hunk;
  };
  for await (const change of lines(stretches)) yield* put(hunks.add(change));
  yield* put(hunks.close());
}

/** A tab ends a name with spaces in it; git reads other names in quotes, with octal escapes. */
function quoted(path: string): string {
  if (/^[ !#-[\]-~]+$/.test(path)) return path.includes(" ") ? `${path}\t` : path;
  const bytes = [...Buffer.from(path)].map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte);
  });
  return `"${bytes.join("")}"`;
}

/** Joins stretches into lines. A changed stretch that held a line break makes one change of the lines it spans. */
async function* lines(stretches: AsyncIterable<Stretch>): AsyncGenerator<Change> {
  let was: Buffer[] = [];
  let now: Buffer[] = [];
  let changed = false;
  const line = (): Change => {
    const before = Buffer.concat(was);
    const made = { was: before, now: changed ? Buffer.concat(now) : before };
    [was, now, changed] = [[], [], false];
    return made;
  };
  for await (const stretch of stretches) {
    if (stretch.was !== stretch.now) {
      was.push(stretch.was);
      now.push(stretch.now);
      changed = true;
      continue;
    }
    let rest = stretch.was;
    for (let end = rest.indexOf(LF); end >= 0; end = rest.indexOf(LF)) {
      const part = rest.subarray(0, end + 1);
      was.push(part);
      now.push(part);
      yield line();
      rest = rest.subarray(end + 1);
    }
    if (rest.length === 0) continue;
    was.push(rest);
    now.push(rest);
  }
  if (was.length > 0) yield line();
}

/** Gathers changes into hunks: lines at most twice the context apart go into one. */
class Hunks {
  /** Unchanged lines since the last change, or since the start of the file. */
  #quiet: Buffer[] = [];
  /** Line numbers, from 1, of what comes next. */
  #oldLine = 1;
  #newLine = 1;
  #hunk: Hunk | undefined;

  /** Takes the next line; gives the hunk that it closes, if it does. */
  add({ was, now }: Change): Buffer | undefined {
    let closed: Buffer | undefined;
    if (was === now) {
      this.#quiet.push(was);
      if (this.#quiet.length > 2 * CONTEXT) closed = this.close();
      if (this.#hunk === undefined && this.#quiet.length > CONTEXT) this.#quiet.shift();
      this.#oldLine++;
      this.#newLine++;
      return closed;
    }
    this.#hunk ??= new Hunk(this.#oldLine - this.#quiet.length, this.#newLine - this.#quiet.length);
    this.#hunk.keep(this.#quiet);
    this.#quiet = [];
    const [before, after] = [linesOf(was), linesOf(now)];
    this.#hunk.replace(before, after);
    this.#oldLine += before.length;
    this.#newLine += after.length;
    return undefined;
  }

  close(): Buffer | undefined {
    if (this.#hunk === undefined) return undefined;
    this.#hunk.keep(this.#quiet.slice(0, CONTEXT));
    this.#quiet = this.#quiet.slice(-CONTEXT);
    const text = this.#hunk.text();
    this.#hunk = undefined;
    return text;
  }
}

class Hunk {
  readonly #oldStart: number;
  readonly #newStart: number;
  readonly #body: Buffer[] = [];
  #removed: Buffer[] = [];
  #added: Buffer[] = [];
  #oldCount = 0;
  #newCount = 0;

  constructor(oldStart: number, newStart: number) {
    this.#oldStart = oldStart;
    this.#newStart = newStart;
  }

  keep(lines: readonly Buffer[]): void {
    if (lines.length === 0) return;
    this.#settle();
    for (const line of lines) this.#body.push(marked(" ", line));
    this.#oldCount += lines.length;
    this.#newCount += lines.length;
  }

  replace(before: readonly Buffer[], after: readonly Buffer[]): void {
    this.#removed.push(...before.map((line) => marked("-", line)));
    this.#added.push(...after.map((line) => marked("+", line)));
    this.#oldCount += before.length;
    this.#newCount += after.length;
  }

  text(): Buffer {
    this.#settle();
    const head = `@@ -${this.#oldStart},${this.#oldCount} +${this.#newStart},${this.#newCount} @@\n`;
    return Buffer.concat([Buffer.from(head), ...this.#body]);
  }

  /** Neighbouring changes read better as all that goes and then all that comes. */
  #settle(): void {
    this.#body.push(...this.#removed, ...this.#added);
    this.#removed = [];
    this.#added = [];
  }
}

function marked(sign: string, line: Buffer): Buffer {
  const end = line.at(-1) === LF ? "" : "\n\\ No newline at end of file\n";
  return Buffer.concat([Buffer.from(sign), line, Buffer.from(end)]);
}

function linesOf(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
    found.push(bytes.subarray(from, end + 1));
    from = end + 1;
  }
  if (from < bytes.length) found.push(bytes.subarray(from));
  return found;
}
