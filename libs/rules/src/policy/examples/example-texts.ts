/** Texts by label and language, one a line: how customers really put it. All are our own. */
export type ExampleTexts = Record<string, { en: string; zh: string }>;
/** The same of one language, by label. */
export type ExampleLines = Record<string, string>;
