/** The two ways a verb ends early, each with a sentence for whoever called it. */

/** Called in a way that cannot work: a missing option, a file that is not there or not what it should be. Exit code 2. */
export class WrongUse extends Error {}

/** Asked rightly, and the answer is no. Exit code 1. */
export class SaidNo extends Error {
  constructor(
    sentence: string,
    readonly because: string,
  ) {
    super(sentence);
  }
}
