/** What a verb of the command line is: how it is called, and what it does. */
import type { ParseArgsConfig } from 'node:util';

/** 0: done, or yes · 1: the answer is no · 2: used wrongly. */
export type ExitCode = 0 | 1 | 2;

/** `values` holds what was written with `--name`; a switch is true, everything else a text. */
export type Asked = { words: string[]; values: Record<string, string | boolean | undefined> };

export type Verb = {
  /** What stands behind the verb's name in the help. */
  usage: string;
  says: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words it takes beside its options. */
  takes: { least: number; most: number };
  run(asked: Asked): Promise<ExitCode>;
};
