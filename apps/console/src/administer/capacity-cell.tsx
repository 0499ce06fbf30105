/** How much one person carries at once; saved when the field is left or Enter pressed. */
import type { StaffV1 } from '@trunkline/contracts';
import { useState } from 'react';
import { useEditing, useSay } from './editing.ts';
import { useChangeStaff } from './use-staff.ts';

export function CapacityCell({ person }: { person: StaffV1 }) {
  const { t } = useSay();
  const { mayWrite } = useEditing();
  const change = useChangeStaff();
  const [text, setText] = useState<string | null>(null);
  const typed = text === null ? person.capacity : Number(text);
  const isWrong = text !== null && (!/^\d+$/.test(text) || typed > 64);
  const save = () => {
    if (text === null) return;
    setText(null);
    if (!isWrong && typed !== person.capacity) change(person, { capacity: typed });
  };
  return (
    <input
      className="level wide"
      inputMode="numeric"
      aria-label={t('staff.capacity-of', { name: person.name })}
      aria-invalid={isWrong || undefined}
      value={text ?? person.capacity}
      readOnly={!mayWrite}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setText(null);
      }}
    />
  );
}
