/** Many values as one text that Postgres takes apart with `string_to_table`: nothing in it has to be escaped. */

/** JSON writes a record separator within a text as `\u001e`, so a bare one stands between two values only. */
export const joinJson = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join('\u001e');
