/** What every page of the settings works on: the policy shown, what differs, what does not hold, and whether one may write. */
import type { PolicyChange, PolicyV1 } from '@trunkline/contracts';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import type { Checked } from './use-problems.ts';

export type Editing = Checked & {
  policy: PolicyV1;
  base: PolicyV1;
  inForce: PolicyV1;
  changes: PolicyChange[];
  clashes: string[];
  mayWrite: boolean;
  /** The place a link led to; lists show its item. */
  at: string;
  goTo: (path: string) => void;
};

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('outside of the settings');
  return editing;
}

/** The words of the settings, and the language in which names are read. */
export function useSay(): { t: (key: string, values?: object) => string; language: Language } {
  const { t } = useTranslation(undefined, { keyPrefix: 'administer' });
  return { t: t as (key: string, values?: object) => string, language: useLanguage() };
}
