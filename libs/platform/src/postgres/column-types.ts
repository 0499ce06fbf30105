/** How columns become JavaScript: bigint as a number while that is exact, dates as text, the rest as node-pg does it. */
import { types } from 'pg';

const bigint = (text: string) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
};
const bigints = (text: string) =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((part) => (part === 'NULL' ? null : bigint(part)));
const own = new Map<number, (text: string) => unknown>([
  [20, bigint],
  [1016, bigints],
  [1082, (text) => text],
]);

export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && own.get(oid)) || types.getTypeParser(oid, format as 'text');
  },
};
