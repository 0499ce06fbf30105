/** A text as Postgres takes it: without NUL and without half a surrogate pair, whoever wrote them. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '');
