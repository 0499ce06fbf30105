/** Texts by label and language, one a line: how customers really put it. All are our own. */
export type ExampleTexts = Record<string, { en: string; zh: string }>;
