import { parse } from "csv-parse/sync";
import { dataOf } from "./html-data.ts";
import { all, parseXml } from "./xml.ts";

/** The messages of findings as an independent reader of each format gets them back. */
export const MESSAGES: Readonly<Record<string, (text: string) => string[]>> = {
  json: (text) => (JSON.parse(text) as { findings: { message: string }[] }).findings.map((f) => f.message),
  ndjson: (text) =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string; message: string })
      .flatMap(({ type, message }) => (type === "finding" ? [message] : [])),
  csv: (text) =>
    (parse(text, { columns: true, record_delimiter: "\r\n" }) as { message: string }[]).map((f) => f.message),
  sarif: (text) =>
    (JSON.parse(text) as { runs: [{ results: { message: { text: string } }[] }] }).runs[0].results.map(
      (result) => result.message.text,
    ),
  gitlab: (text) =>
    (JSON.parse(text) as { description: string }[]).map(({ description }) => description.replace(/^[\w-]+: /, "")),
  checkstyle: (text) => all(parseXml(text), "error").map(({ attributes }) => attributes["message"] ?? ""),
  junit: (text) =>
    [...all(parseXml(text), "failure"), ...all(parseXml(text), "system-out")].flatMap(({ text }) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^.*?:\d+:\d+ \w+: /, "")),
    ),
  github: (text) =>
    [...text.matchAll(/^::(?:error|warning|notice) file=[^:]*::(.*)$/gm)].map((match) =>
      match[1]!
        .replace(/%0D/g, "\r")
        .replace(/%0A/g, "\n")
        .replace(/%25/g, "%")
        .replace(/^.*?:\d+:\d+ /, ""),
    ),
  html: (text) => (dataOf(text, "data-findings") as string[][]).map((row) => row[11]!),
};
