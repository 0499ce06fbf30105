/** Canned answers while `/` is typed: to filter by more letters, to choose by arrows and Enter, to leave by Escape. */
import { useQuery } from '@tanstack/react-query';
import type { Guides } from '@trunkline/contracts';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../parts/use-language.ts';
import { guidesQuery } from './guide-queries.ts';
import './guides.css';

export type Canned = Guides['canned'][number];
const most = 8;

/** What stands after a slash at the very end of the text, which begins a word; undefined where none does. */
export const slashedIn = (text: string): string | undefined => /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text)?.[1];

export function useCanned(
  id: string,
  { text, isOn, put }: { text: string; isOn: boolean; put: (text: string) => void },
) {
  const language = useLanguage();
  const slashed = isOn ? slashedIn(text) : undefined;
  const all = useQuery({ ...guidesQuery(id), enabled: slashed !== undefined }).data?.canned ?? [];
  const [at, move] = useState(0);
  const [left, leave] = useState<string | null>(null);
  const wanted = slashed?.toLowerCase() ?? '';
  const found = all
    .filter(({ shortcut, name }) => `${shortcut ?? ''} ${name.en} ${name.zh}`.toLowerCase().includes(wanted))
    .slice(0, most);
  const isOpen = slashed !== undefined && found.length > 0 && left !== text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word begins at the top again
  useEffect(() => move(0), [wanted]);
  const choose = (one: Canned) => put(text.slice(0, text.length - wanted.length - 1) + one.text);
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) move((at + by + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(found[at]!);
    else if (event.key === 'Escape') leave(text);
    else return false;
    event.preventDefault();
    return true;
  };
  return { isOpen, found, at, choose, onKey, language };
}

type Props = Pick<ReturnType<typeof useCanned>, 'found' | 'at' | 'choose' | 'language'>;

export function CannedList({ found, at, choose, language }: Props) {
  const { t } = useTranslation();
  return (
    <div className="canned" role="listbox" aria-label={t('guide.canned')} data-testid="canned">
      {found.map((one, nth) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the keys stay in the text while one chooses
        // biome-ignore lint/a11y/useKeyWithClickEvents: they are heard there
        <div
          key={one.code}
          role="option"
          aria-selected={nth === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(one)}
        >
          <b>{one.name[language] || one.code}</b>
          {one.shortcut && <kbd>/{one.shortcut}</kbd>}
          <span className="small quiet cut">{one.text}</span>
        </div>
      ))}
    </div>
  );
}
