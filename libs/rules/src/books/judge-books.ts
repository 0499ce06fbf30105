/** Says whether what came in and went out is accounted for, and of what it is not. */
import type { Books, ReasonCode } from '@trunkline/contracts';

export type CountedBooks = Omit<Books, 'balanced' | 'faults'>;
export type BooksFault = { because: ReasonCode; values: Record<string, string | number> };

/** What waits for longer is no longer under way. */
const patienceSeconds = 30;
const mostNamed = 5;

export function judgeBooks(books: CountedBooks): BooksFault[] {
  const { nowhere, wordsNowhere, words, inputs, services, silent } = books;
  const named = (ids: string[]) => ids.slice(0, mostNamed).join(', ');
  const isLate = ({ rows, oldestSeconds }: { rows: number; oldestSeconds: number }) =>
    rows > 0 && oldestSeconds > patienceSeconds;
  const late = Object.entries(services).filter(([, { outbox }]) => isLate(outbox));
  const unclear = words.unknown ?? 0;
  return [
    ...silent.map((service) => fault('service-silent', { service })),
    ...(nowhere.length > 0 ? [fault('messages-nowhere', { count: nowhere.length, ids: named(nowhere) })] : []),
    ...(wordsNowhere.length > 0
      ? [fault('words-nowhere', { count: wordsNowhere.length, ids: named(wordsNowhere) })]
      : []),
    ...(unclear > 0 ? [fault('words-unclear', { count: unclear })] : []),
    ...late.map(([service, { outbox }]) =>
      fault('facts-unsent', { service, count: outbox.rows, seconds: Math.round(outbox.oldestSeconds) }),
    ),
    ...(isLate(inputs)
      ? [fault('inputs-untaken', { count: inputs.rows, seconds: Math.round(inputs.oldestSeconds) })]
      : []),
  ];
}

const fault = (because: ReasonCode, values: BooksFault['values']): BooksFault => ({ because, values });
