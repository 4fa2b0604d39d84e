// The other peer: csv-parse alone, every record as an array, nothing done with it.
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

let rows = 0;
for await (const _ of createReadStream(process.argv[2]).pipe(parse())) rows++;
process.stdout.write(`${rows}\n`);
