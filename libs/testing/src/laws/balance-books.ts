/** L11: receipts = routed + parked + erased; nothing is left unsent; each fact has its effect or a parked row. */
import type { Evidence } from '../evidence.ts';

export function balanceBooks({ books }: Evidence): string[] {
  const accounted = books.routed + books.parked + books.erased;
  const unpublished = Object.entries(books.unpublished).filter(([, count]) => count > 0);
  return [
    ...(books.receipts === accounted
      ? []
      : [`${books.receipts} receipts, but ${books.routed} routed + ${books.parked} parked + ${books.erased} erased`]),
    ...unpublished.map(([service, count]) => `${service} has ${count} facts that were never published`),
    ...books.withoutEffect.map((fact) => `${fact} has no effect and was not parked`),
  ];
}
