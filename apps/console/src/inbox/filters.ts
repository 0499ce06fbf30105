/** The few named filters of the inbox and what each asks the gateway for. */
export const filters = ['mine', 'groups', 'waiting', 'with-customer', 'late'] as const;
export type Filter = (typeof filters)[number];

export const isFilter = (name: string): name is Filter => (filters as readonly string[]).includes(name);

const asked: Record<Filter, string> = {
  mine: 'assignee=me&state=offered,assigned,with-customer',
  groups: 'state=bot,waiting,offered,assigned,with-customer',
  waiting: 'state=waiting',
  'with-customer': 'state=with-customer',
  late: 'late=1',
};

/** Search looks through everything a person may see, whatever its state. */
export function askFor(filter: Filter, words: string): string {
  const q = words.trim();
  return q ? `q=${encodeURIComponent(q)}` : asked[filter];
}
