/** A list of the policy as its rows work on it: one changed, moved, taken out with a way back, or added. */
import { tell } from '../parts/tell.ts';
import { stepBack } from './draft.ts';
import { useSay } from './editing.ts';
import { moveItem } from './move-item.ts';
import { useField } from './use-field.ts';

export function useList<Item>(path: string) {
  const { t } = useSay();
  const { value, set, readOnly } = useField(path);
  const items = (Array.isArray(value) ? value : []) as Item[];
  return {
    items,
    readOnly,
    add: (item: Item) => set([...items, item]),
    /** What a row needs to work on its own. */
    at: (index: number) => ({
      change: (next: Item) => set(items.map((one, place) => (place === index ? next : one))),
      move: (by: -1 | 1) => set(moveItem(items, index, index + by)),
      remove: (name = String(index + 1)) => {
        set(items.filter((_one, place) => place !== index));
        tell(t('removed', { name }), 'calm', { words: t('undo'), run: stepBack });
      },
    }),
  };
}
