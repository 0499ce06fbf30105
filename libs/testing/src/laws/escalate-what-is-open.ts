/** L8: nobody is told of what had been solved or closed before it was due; and each level of a matter is told once. */
import type { Evidence } from '../evidence.ts';
import { stoppedBeforeAsked } from './stopped-before-asked.ts';

export function escalateWhatIsOpen({ escalated = [] }: Evidence): string[] {
  const told = new Map<string, number>();
  for (const { matter, level } of escalated) {
    told.set(`${matter} ${level}`, (told.get(`${matter} ${level}`) ?? 0) + 1);
  }
  const twice = [...told].filter(([, count]) => count > 1).map(([key, count]) => `${key} was told ${count} times`);
  const ended = escalated
    .filter(({ endedAt, dueAt }) => endedAt !== null && Date.parse(endedAt) <= Date.parse(dueAt))
    .filter(stoppedBeforeAsked)
    .map(({ escalationId, conversationId, endedAt }) => {
      return `${escalationId} was raised for ${conversationId}, which had ended at ${endedAt}`;
    });
  return [...ended, ...twice];
}
