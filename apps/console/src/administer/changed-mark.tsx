/** A small mark that a place differs from the policy in force; pressed, it takes the change back. */
import { Tooltip } from '@mantine/core';
import type { PolicyChange } from '@trunkline/contracts';
import { Icon } from '../parts/icon.tsx';
import { undo } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { useSayChange } from './say-change.ts';

export function ChangedMark({ changes, label }: { changes: PolicyChange[]; label: string }) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const say = useSayChange();
  const [first] = changes;
  if (!first || !mayWrite) return null;
  const was =
    changes.length === 1 ? t('changed.was', { was: say.value(first.from, first.path) }) : t('changed.several');
  return (
    <Tooltip label={was} withinPortal multiline maw={320}>
      <button
        type="button"
        className="changed-mark"
        aria-label={t('changed.undo', { name: label })}
        onClick={() => {
          for (const change of [...changes].reverse()) undo(change);
        }}
      >
        <Icon name="reopen" size={12} />
        {t('changed.mark')}
      </button>
    </Tooltip>
  );
}
