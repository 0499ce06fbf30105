/** What of the fields that were asked a customer's reply gives: by the field's name, by its number, or by its shape. */
import type { AskedField } from '@trunkline/contracts';
import { fold } from '../words/fold.ts';
import { readField } from './read-field.ts';

const longestPlain = 200;
const shapes: Partial<Record<AskedField['kind'], RegExp>> = {
  email: /[^\s@,;<>()]+@[^\s@,;<>()]+\.[\w.-]{2,}/g,
  date: /\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}\.\d{1,2}\.\d{4}/g,
  phone: /\+\d[\d\s()/.-]{5,18}\d|\b1\d{10}\b/g,
};

/** Values by code. What is not clear stays with the person who reads it: nothing is guessed. `asked`: in their order. */
export function readReplies(asked: readonly AskedField[], text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const take = (field: AskedField, typed: string): void => {
    const read = readField(field, typed);
    if (read.ok && read.value !== '' && found[field.code] === undefined) found[field.code] = read.value;
  };
  for (const line of text.split(/\r?\n|[;；]/)) {
    const named = namedIn(asked, line);
    if (named) take(named.field, named.value);
  }
  const left = asked.filter(({ code }) => found[code] === undefined);
  for (const field of left) {
    const only = left.filter(({ kind }) => kind === field.kind).length === 1;
    const [first, ...more] = shapes[field.kind] ? (text.match(shapes[field.kind]!) ?? []) : [];
    if (only && first && more.length === 0) take(field, first);
    if (field.kind === 'choice' && only) takeChoice(field, text, take);
  }
  const [last, ...others] = left.filter(({ code }) => found[code] === undefined);
  const isPlain = others.length === 0 && left.length === asked.length && text.trim().length <= longestPlain;
  if (last && isPlain && asked.length === 1 && !text.includes('?') && !text.includes('？')) take(last, text);
  return found;
}

function namedIn(asked: readonly AskedField[], line: string): { field: AskedField; value: string } | undefined {
  const [, name = '', value = ''] = /^\s*(?:[-*•]\s*)?([^:：]{1,60}?)\s*[:：]\s*(\S.*)$/.exec(line) ?? [];
  const said = fold(name).replace(/^\d+\s*[.、)]\s*/, '');
  const field = asked.find(({ name: { en, zh } }) => said !== '' && [en, zh].some((one) => fold(one) === said));
  if (field) return { field, value };
  const [, nth, rest = ''] = /^\s*(\d{1,2})\s*[.、)]\s*(\S.*)$/.exec(line) ?? [];
  const numbered = nth && asked.length > 1 ? asked[Number(nth) - 1] : undefined;
  return numbered && { field: numbered, value: rest };
}

/** One of its choices named in the text, and no other. */
function takeChoice(field: AskedField, text: string, take: (field: AskedField, typed: string) => void): void {
  const folded = fold(text);
  const named = field.choices.filter(({ name }) => [name.en, name.zh].some((one) => folded.includes(fold(one))));
  if (named.length === 1) take(field, named[0]!.code);
}
