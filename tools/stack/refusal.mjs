/** Something a person can mend: the stack prints the sentence alone, without a trace, and ends with 1. */
export class Refusal extends Error {}
