/** Brings the field of a path into sight and gives it the focus; where there is none, the nearest above it. */
import { stepsOf } from './walk-path.ts';

const takesFocus = 'input, select, textarea, button, [tabindex="0"]';

export function showPlace(path: string): void {
  const field = nearest(path);
  if (!field) return;
  field.scrollIntoView({ block: 'center' });
  field.querySelector<HTMLElement>(takesFocus)?.focus({ preventScroll: true });
  field.setAttribute('data-shown', '');
  setTimeout(() => field.removeAttribute('data-shown'), 1600);
}

function nearest(path: string): HTMLElement | null {
  const page = document.getElementById('settings-page');
  for (let way = path; stepsOf(way).length > 0; way = way.replace(/(\.[^.[\]]+|\[[^\]]*\]|^[^.[\]]+)$/, '')) {
    const field = page?.querySelector<HTMLElement>(`[data-path="${CSS.escape(way)}"]`);
    if (field) return field;
  }
  return null;
}
