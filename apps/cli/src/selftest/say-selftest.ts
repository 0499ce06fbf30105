/** A self-test in lines for people. */
import type { Books } from '@trunkline/contracts';
import type { DoorTested } from './test-door.ts';

const words = { passed: 'passed ', failed: 'FAILED ', 'not-looped': 'skipped' } as const;

export function sayDoor({ channel, account, outcome, hops, because }: DoorTested): string {
  const measured = [
    hops.came === undefined ? '' : `came in ${hops.came} s`,
    hops.sent === undefined ? '' : `answer sent in ${hops.sent} s`,
    hops.arrived === undefined ? '' : `arrived in ${hops.arrived} s`,
  ].filter(Boolean);
  const said = [measured.join(', '), because].filter(Boolean).join('; ');
  return `${words[outcome]} ${channel} ${account}${said ? `: ${said}` : ''}`;
}

export function sayBooks(books: Books): string[] {
  const { received, stored, words: byState, written, services, from, to, balanced, faults } = books;
  const all = Object.values(received).reduce((sum, count) => sum + count, 0);
  const states = Object.entries(byState).map(([state, count]) => `${count} ${state}`);
  const waiting = Object.entries(services).map(([name, { outbox, lag, parked }]) => {
    const parts = [`${outbox.rows} unsent`, `${lag} unread`, `${parked} parked`];
    return `        ${name}: ${parts.join(', ')}`;
  });
  return [
    `books   ${from} to ${to}`,
    `        received ${all} = ${received.accepted} taken in + ${received.settled} settled + ${received.parked} parked + ${received.erased} erased; stored ${stored}`,
    `        words to customers ${written}: ${states.join(', ') || 'none'}`,
    ...waiting,
    balanced ? 'the books balance' : 'THE BOOKS DO NOT BALANCE',
    ...faults.map(({ en }) => `        ${en}`),
  ];
}
