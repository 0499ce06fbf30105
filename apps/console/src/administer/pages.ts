/** The pages of the settings, and to which of them a place of the policy belongs. */
import type { IconName } from '../parts/icon.tsx';
import { stepsOf } from './walk-path.ts';

export const pageGroups = [
  { name: 'routing', pages: ['queues', 'rules', 'assignment', 'priority'] },
  { name: 'people', pages: ['skills', 'roster'] },
  { name: 'time', pages: ['limits', 'ladder', 'calendars', 'probe', 'kept'] },
  { name: 'matter', pages: ['taxonomy', 'signs', 'transfer', 'departments', 'forms', 'trees'] },
  { name: 'doors', pages: ['channels', 'customers', 'chat', 'hotline', 'mail'] },
  { name: 'desk', pages: ['texts', 'canned', 'macros', 'targets'] },
  { name: 'policy', pages: ['versions', 'document'] },
] as const;
export type Page = (typeof pageGroups)[number]['pages'][number];
export const pages: readonly Page[] = pageGroups.flatMap((group) => [...group.pages]);
export const isPage = (name: string): name is Page => (pages as readonly string[]).includes(name);

export const pageIcons: Record<Page, IconName> = {
  queues: 'queue',
  rules: 'transfer',
  assignment: 'clock',
  priority: 'sort',
  skills: 'people',
  roster: 'calendar',
  limits: 'clock',
  ladder: 'escalate',
  probe: 'why',
  kept: 'report',
  taxonomy: 'card',
  signs: 'alert',
  transfer: 'transfer',
  departments: 'ticket',
  forms: 'card',
  trees: 'choices',
  canned: 'reply',
  macros: 'macro',
  texts: 'note',
  channels: 'inbox',
  customers: 'person',
  chat: 'chat',
  hotline: 'call',
  mail: 'mail',
  targets: 'bell',
  calendars: 'calendar',
  versions: 'reopen',
  document: 'file',
};

const firstSteps: Record<string, Page> = {
  queues: 'queues',
  routing: 'rules',
  assignment: 'assignment',
  standards: 'assignment',
  priority: 'priority',
  skills: 'skills',
  taxonomy: 'taxonomy',
  signs: 'signs',
  transfer: 'transfer',
  departments: 'departments',
  tickets: 'departments',
  forms: 'forms',
  trees: 'trees',
  canned: 'canned',
  macros: 'macros',
  urgentWords: 'signs',
  texts: 'texts',
  desk: 'texts',
  calendars: 'calendars',
  customers: 'customers',
  chat: 'chat',
  hotline: 'hotline',
  mail: 'mail',
};

/** What has no page of its own is edited in the document. */
export function pageOf(path: string): Page {
  const [first = '', second = '', third = ''] = stepsOf(path);
  if (first === 'time') return second === 'ladder' || second === 'triggers' ? 'ladder' : 'limits';
  if (first === 'standards' && /Response|resolution/.test(third)) return 'limits';
  return firstSteps[first] ?? 'document';
}

/** The chosen item of a list: `queues[mail].mode` chooses `mail` of `queues`. */
export function chosenIn(list: string, at: string): string | null {
  const way = stepsOf(list);
  const steps = stepsOf(at);
  return way.every((step, place) => steps[place] === step) ? (steps[way.length] ?? null) : null;
}
