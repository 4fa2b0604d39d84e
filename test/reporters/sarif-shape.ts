/**
 * What SARIF 2.1.0 demands of the objects that the report uses, restated from the OASIS standard (section 3) and its
 * schema: every object closed, with its required properties and the type of each.
 */
type Check = (value: unknown, at: string) => string[];

const is =
  (what: string, test: (value: unknown) => boolean): Check =>
  (value, at) =>
    test(value) ? [] : [`${at}: not ${what}`];

const string = is("a string", (value) => typeof value === "string");
const boolean = is("true or false", (value) => typeof value === "boolean");
const whole = (least: number) =>
  is(`a whole number from ${least}`, (value) => Number.isInteger(value) && Number(value) >= least);
const oneOf = (...values: string[]) => is(values.join(" or "), (value) => values.includes(value as string));
const bag = is("an object", (value) => typeof value === "object" && value !== null && !Array.isArray(value));

const list =
  (item: Check, unique = true): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [`${at}: not an array`];
    const twice = unique && new Set(value.map((v) => JSON.stringify(v))).size !== value.length;
    return [...(twice ? [`${at}: the same item twice`] : []), ...value.flatMap((v, i) => item(v, `${at}[${i}]`))];
  };

/** Properties by name; a name that ends in `!` is required. */
const object =
  (properties: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (bag(value, at).length > 0) return [`${at}: not an object`];
    const entries = Object.entries(value as object);
    const names = Object.keys(properties);
    return [
      ...names
        .filter((name) => name.endsWith("!") && !entries.some(([key]) => key === name.slice(0, -1)))
        .map((name) => `${at}: no ${name.slice(0, -1)}`),
      ...entries.flatMap(([key, v]) => {
        const check = properties[key] ?? properties[`${key}!`];
        return check ? check(v, `${at}.${key}`) : [`${at}: unknown property ${key}`];
      }),
    ];
  };

const mapOf =
  (item: Check): Check =>
  (value, at) =>
    bag(value, at).concat(Object.entries(value as object).flatMap(([key, v]) => item(v, `${at}.${key}`)));

const uriReference = is(
  "a relative URI reference",
  (value) => typeof value === "string" && /^(?:[\w.~!$&()*+;=@/-]|%[0-9A-F]{2})*$/.test(value),
);
const level = oneOf("none", "note", "warning", "error");
const message = object({ "text!": string });
const region = object({
  "startLine!": whole(1),
  startColumn: whole(1),
  endLine: whole(1),
  endColumn: whole(1),
});
const location = object({
  id: whole(-1),
  "physicalLocation!": object({
    "artifactLocation!": object({ "uri!": uriReference, uriBaseId: string }),
    "region!": region,
  }),
  message,
});
const notification = object({ "message!": message, level, associatedRule: object({ "id!": string }) });
const descriptor = object({
  "id!": string,
  "shortDescription!": message,
  "fullDescription!": message,
  "help!": message,
  "defaultConfiguration!": object({ "level!": level }),
  "properties!": bag,
});
const result = object({
  "ruleId!": string,
  "ruleIndex!": whole(0),
  "level!": level,
  "message!": message,
  "locations!": list(location, false),
  relatedLocations: list(location),
  "partialFingerprints!": mapOf(string),
  suppressions: list(
    object({
      "kind!": oneOf("inSource", "external"),
      status: oneOf("accepted", "underReview", "rejected"),
      justification: string,
    }),
  ),
  properties: bag,
});
const run = object({
  "tool!": object({ "driver!": object({ "name!": string, semanticVersion: string, rules: list(descriptor) }) }),
  "invocations!": list(
    object({
      "executionSuccessful!": boolean,
      exitCode: whole(0),
      toolExecutionNotifications: list(notification, false),
    }),
  ),
  "automationDetails!": object({ "id!": string }),
  "columnKind!": oneOf("utf16CodeUnits", "unicodeCodePoints"),
  redactionTokens: list(string),
  properties: bag,
  "results!": list(result, false),
});

/** What is wrong with a SARIF log, one sentence each. */
export const sarifProblems = (log: unknown): string[] =>
  object({ "$schema!": string, "version!": oneOf("2.1.0"), "runs!": list(run, false) })(log, "log");
