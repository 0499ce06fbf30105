/** Which of the required fields of a wrap-up are not filled in. */
import type { WrapUpDraft, WrapUpField } from '@trunkline/contracts';

export function missingInWrapUp(
  kept: Pick<WrapUpDraft, 'summary' | 'result' | 'attitude'> & { label: string | null },
  requires: readonly WrapUpField[],
): WrapUpField[] {
  return requires.filter((field) => (kept[field] ?? '').trim() === '');
}
