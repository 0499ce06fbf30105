/** A text as lists show it: one line, at most 160 characters, no sign cut in two (Postgres refuses half an emoji). */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160)
    .replace(/\p{Surrogate}/gu, '');
