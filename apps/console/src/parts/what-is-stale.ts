/** What a push makes stale on this screen: by version, so that what is known already is not fetched again. */
import type { LiveChange } from '@trunkline/contracts';

export type Key = readonly string[];

/** `known` is the version of that conversation on the screen, null where it is not shown. The empty key means all. */
export function whatIsStale({ kind, id, version }: LiveChange, known: number | null): Key[] {
  switch (kind) {
    case 'everything':
      return [[]];
    case 'deadline':
      return [['deadlines', id], ['urgent'], ['conversations'], ['queues']];
    case 'ticket':
      return [['tickets'], ['submissions']];
    case 'follow-up':
      return [['follow-ups']];
    case 'customer':
      return [['customer', id], ['timeline', id], ['links', id], ['customers'], ['verification'], ['conversation']];
    case 'visitor':
      return [['visitor', id]];
    case 'agent':
      return [['agents'], ['colleagues'], ['me']];
    case 'escalation':
      return [['escalations']];
    case 'sign':
      return [['alerts']];
    case 'incident':
      return [['incidents']];
    case 'consult':
      return [['consults'], ['conversation', id]];
    case 'call-back':
      return [['call-backs'], ['broken-off']];
    case 'directive':
      return [['directives']];
    case 'settings':
      return [['policy'], ['policies'], ['staff'], ['colleagues'], ['me'], ['roster'], ['duty']];
    case 'conversation': {
      const own: Key[] = known !== null && known >= version ? [] : [['conversation', id]];
      return [
        ...own,
        ['messages', id],
        ['explain', id],
        ['deadlines', id],
        ['signs', id],
        ['offers'],
        ['conversations'],
        ['queues'],
      ];
    }
  }
}
