/** Puts a place of the policy, and what stands there, in words: names instead of paths wherever there are names. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../parts/say-time.ts';
import { useEditing, useSay } from './editing.ts';
import { sayDuration } from './read-duration.ts';
import { isTree, placeIn, stepsOf } from './walk-path.ts';

type Say = (key: string, values?: object) => string;
type Words = {
  t: Say;
  root: Say;
  language: Language;
  queueNames: Map<string, string>;
  calendarName: (code: string) => string;
};

export function useSayChange() {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { policy, base } = useEditing();
  const queueNames = new Map([...base.queues, ...policy.queues].map(({ code, name }) => [code, name[language]]));
  const words: Words = { t, root: root as Say, language, queueNames, calendarName: (code) => code };
  return {
    /** `Payments › Mode`. What is gone from the one policy is named by the other. */
    place: (path: string) => sayPlace(path, [policy, base], words),
    value: (value: unknown, path: string) => sayValue(value, path, words),
  };
}

function sayPlace(path: string, trees: unknown[], words: Words): string {
  const said: string[] = [];
  let standing = trees;
  for (const step of stepsOf(path)) {
    const inList = standing.some(Array.isArray);
    standing = standing.map((at) => (Array.isArray(at) ? at[placeIn(at, step)] : isTree(at) ? at[step] : undefined));
    said.push(
      nameOf(standing, step, words) ?? (inList && /^\d+$/.test(step) ? `${Number(step) + 1}` : sayStep(step, words)),
    );
  }
  return said.filter(Boolean).join(' › ') || words.t('place.all');
}

function nameOf(standing: unknown[], step: string, { language }: Words): string | null {
  for (const at of standing) {
    if (isTree(at) && at.code === step && isTree(at.name)) return String(at.name[language] || step);
  }
  return null;
}

/** Containers whose items are named anyway are left out: an empty text in the list of words. */
function sayStep(step: string, { t, root, queueNames }: Words): string {
  const said = t(`place.${step}`, { defaultValue: '\0' });
  if (said !== '\0') return said;
  const named = t(`text.${step}`, { defaultValue: t(`value.${step}`, { defaultValue: '' }) });
  if (named) return named;
  return (
    queueNames.get(step) ?? root(`standard.${step}`, { defaultValue: root(`skill.${step}`, { defaultValue: step }) })
  );
}

function sayValue(value: unknown, path: string, words: Words): string {
  const { t, language, queueNames } = words;
  const last = stepsOf(path).at(-1) ?? '';
  if (value === undefined || value === null || value === '') return t('value.none');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number')
    return /[a-z]Seconds$|^seconds$/.test(last) ? sayDuration(value, language) : String(value);
  if (typeof value === 'string') {
    if (['widensTo', 'queue', 'otherwise'].includes(last)) return queueNames.get(value) ?? value;
    return t(`value.${value}`, { defaultValue: words.root(`standard.${value}`, { defaultValue: value }) });
  }
  if (Array.isArray(value)) return sayList(value, words);
  return sayTree(value as Record<string, unknown>, words);
}

function sayList(list: unknown[], words: Words): string {
  if (list.length === 0) return words.t('value.none');
  const isSpan = (one: unknown) =>
    Array.isArray(one) && one.length === 2 && one.every((end) => typeof end === 'string');
  const said = list.slice(0, 8).map((one) => (isSpan(one) ? (one as string[]).join('–') : sayValue(one, '', words)));
  const more = list.length > 8 ? words.t('value.more', { count: list.length - 8 }) : '';
  return `${said.join(words.root('list-comma'))}${more}`;
}

function sayTree(tree: Record<string, unknown>, words: Words): string {
  if (isTree(tree.name) && typeof tree.name[words.language] === 'string') return tree.name[words.language] as string;
  if (typeof tree[words.language] === 'string') return tree[words.language] as string;
  const told = Object.entries(tree).filter(([name]) => name !== 'code'); // the place names it already
  const parts = told.map(([name, value]) => `${sayStep(name, words) || name}: ${sayValue(value, name, words)}`);
  return parts.length === 0 ? words.t('value.none') : parts.join(words.root('list-comma'));
}
