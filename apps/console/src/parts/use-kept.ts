/** State of a form that outlives its dialog, the page and the browser, until what it says was sent. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { makeForms, type Store } from './keep-form.ts';
import { meQuery } from './queries.ts';

const nowhere: Store = { getItem: () => null, setItem: () => {}, removeItem: () => {}, key: () => null, length: 0 };
const store = (): Store => {
  try {
    return localStorage;
  } catch {
    return nowhere; // forbidden: it lives as long as the page
  }
};
const forms = makeForms(store(), Date.now);
forms.sweep();

/** `thing` names the form and what it is about, like `ticket:<conversation>`. `forget` once it was sent. */
export function useKept<T>(thing: string, first: T): [value: T, set: (value: T) => void, forget: () => void] {
  const person = useQuery(meQuery).data?.staff.id ?? '';
  const began = useRef(first);
  const [value, setValue] = useState(() => forms.read(person, thing, first));
  const set = useCallback(
    (next: T) => {
      setValue(next);
      forms.keep(person, thing, { first: began.current, value: next });
    },
    [person, thing],
  );
  const forget = useCallback(() => {
    setValue(began.current);
    forms.forget(person, thing);
  }, [person, thing]);
  return [value, set, forget];
}
