/** Gives a list that stands still while it is pointed at. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepStill } from './keep-still.ts';

export function useStill<Row extends { id: string }>(fresh: Row[]) {
  const [isHeld, hold] = useState(false);
  const shown = useRef<Row[]>(fresh);
  const still = keepStill(fresh, shown.current, isHeld);
  useEffect(() => {
    shown.current = still.rows;
  });
  const letGo = () => hold(false);
  // the page's own events: to React a dialog opened from a row lies in the list, and takes its leaving along when it closes
  const ref = useCallback((list: HTMLElement | null) => {
    if (!list) return;
    const [enter, leave] = [() => hold(true), () => hold(false)];
    list.addEventListener('pointerenter', enter);
    list.addEventListener('pointerleave', leave);
    return () => {
      list.removeEventListener('pointerenter', enter);
      list.removeEventListener('pointerleave', leave);
    };
  }, []);
  return { ...still, letGo, holds: { ref } };
}
