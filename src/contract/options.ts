/**
 * Options of a rule, as plain values: the config room turns them into a zod schema when there is a configuration to
 * read, so that a run without one never loads zod.
 */
export interface IntegerOption {
  readonly type: "integer";
  readonly default: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly describe: string;
}

export interface ChoiceOption<C extends string = string> {
  readonly type: "choice";
  readonly choices: readonly C[];
  readonly default: C;
  readonly describe: string;
}

export interface BooleanOption {
  readonly type: "boolean";
  readonly default: boolean;
  readonly describe: string;
}

/** A list of texts: codes, payer names. */
export interface ListOption {
  readonly type: "list";
  readonly default: readonly string[];
  readonly describe: string;
}

export type Option = IntegerOption | ChoiceOption | BooleanOption | ListOption;

export type OptionTable = Readonly<Record<string, Option>>;

export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]: T[K] extends IntegerOption
    ? number
    : T[K] extends BooleanOption
      ? boolean
      : T[K] extends ChoiceOption<infer C>
        ? C
        : readonly string[];
};
