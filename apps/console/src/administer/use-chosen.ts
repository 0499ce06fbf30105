/** Which item of a list is open: the address names it, so that a link leads there and a reload stays. */
import { useNavigate } from '@tanstack/react-router';
import { useEditing } from './editing.ts';
import { chosenIn, pageOf } from './pages.ts';

/** `code` is null where the list is empty. */
export function useChosen(
  list: string,
  codes: readonly string[],
): { code: string | null; choose: (path: string) => void } {
  const { at } = useEditing();
  const navigate = useNavigate();
  const named = chosenIn(list, at);
  const byPlace = named !== null && /^\d+$/.test(named) ? codes[Number(named)] : undefined;
  const code = named !== null && codes.includes(named) ? named : (byPlace ?? codes[0] ?? null);
  const choose = (path: string) =>
    void navigate({ to: '/settings/$page', params: { page: pageOf(path) }, search: { at: path }, replace: true });
  return { code, choose };
}
