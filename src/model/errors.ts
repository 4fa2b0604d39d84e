/**
 * An error about what the user gave us (a file, a flag, a configuration), as opposed to a finding about the data.
 * Its message says what is wrong and where; `remedy` says what to do. It is printed without a stack trace, exit code 2.
 */
export class UsageError extends Error {
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(message);
    this.name = "UsageError";
    this.remedy = remedy;
  }
}

/** An input that could not be read to its end. `where` is `file:line:column` or the file alone. */
export class InputError extends UsageError {
  readonly where: string;

  constructor(where: string, message: string, remedy?: string) {
    super(message, remedy);
    this.name = "InputError";
    this.where = where;
  }
}
