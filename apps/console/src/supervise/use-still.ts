/** Gives a list that stands still while it is pointed at or focused in. */
import { useEffect, useRef, useState } from 'react';
import { keepStill } from './keep-still.ts';

export function useStill<Row extends { id: string }>(fresh: Row[]) {
  const [isHeld, hold] = useState(false);
  const shown = useRef<Row[]>(fresh);
  const still = keepStill(fresh, shown.current, isHeld);
  useEffect(() => {
    shown.current = still.rows;
  });
  const letGo = () => hold(false);
  return {
    ...still,
    letGo,
    holds: { onPointerEnter: () => hold(true), onPointerLeave: letGo },
  };
}
