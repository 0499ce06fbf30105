/** Keys that act on the whole screen; never while somebody writes or a dialog is open. */
import { useEffect, useRef } from 'react';

/** Returns false where the key had nothing to do here, and the browser may have it. */
export type Keys = Record<string, (event: KeyboardEvent) => unknown>;

const writes = 'input, textarea, select, [contenteditable="true"]';
const acts = 'button, a:not([data-row]), [role="menuitem"], [role="option"], [role="tab"], [role="radio"], summary';

export function useKeys(keys: Keys, active = true): void {
  const held = useRef(keys);
  held.current = keys;
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const run = held.current[name];
      if (!run || !mayAct(event, name)) return;
      if (run(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [active]);
}

function mayAct(event: KeyboardEvent, name: string): boolean {
  if (name.startsWith('mod+')) return true;
  const target = event.target as HTMLElement;
  // an open dialog holds the focus
  if (target.closest(`${writes}, [role="dialog"], [role="menu"]`)) return false;
  return name !== 'Enter' || !target.closest(acts);
}
