/** The classifier's versions, and how many approved corrections the newest has not learnt from. */
import type { ClassifierVersions } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { listVersions } from './classifiers.store.ts';
import { countLessons } from './corrections.store.ts';

export async function showClassifier(postgres: Postgres, isFitting: boolean): Promise<ClassifierVersions> {
  const [items, approved] = await Promise.all([listVersions(postgres), countLessons(postgres)]);
  return { items, isFitting, unlearnt: Math.max(0, approved - (items[0]?.corrections ?? 0)) };
}
