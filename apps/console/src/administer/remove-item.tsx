/** Takes an item out of the draft, with a way back at once. */
import { Button } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { tell } from '../parts/tell.ts';
import { edit, stepBack } from './draft.ts';
import { useEditing, useSay } from './editing.ts';

export function RemoveItem({ path, name, what }: { path: string; name: string; what: string }) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  if (!mayWrite) return null;
  const remove = () => {
    edit(path, undefined);
    tell(t('removed', { name }), 'calm', { words: t('undo'), run: stepBack });
  };
  return (
    <Button
      variant="subtle"
      color="red"
      size="compact-md"
      leftSection={<Icon name="trash" size={15} />}
      onClick={remove}
      style={{ justifySelf: 'start' }}
    >
      {t(`remove.${what}`)}
    </Button>
  );
}
