/** Forms that were begun, kept in this browser by person and thing: a crash, a reload or a closed dialog takes nothing. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'trunkline:form:';
const keptDays = 14;
type Kept = { at: number; value: unknown };

/** `now` in ms. What is as it was at first is not kept; what is older than two weeks is forgotten. */
export function makeForms(store: Store, now: () => number) {
  const keyOf = (person: string, thing: string) => `${prefix}${person}:${thing}`;
  const parse = (raw: string | null): Kept | null => {
    try {
      const kept = JSON.parse(raw ?? 'null') as Kept | null;
      return kept && now() - kept.at < keptDays * 86_400_000 ? kept : null;
    } catch {
      return null;
    }
  };
  const forget = (person: string, thing: string) => store.removeItem(keyOf(person, thing));
  return {
    /** What has the shape of `first` only: fields that came since are as in it. */
    read<T>(person: string, thing: string, first: T): T {
      const kept = parse(store.getItem(keyOf(person, thing)));
      if (kept === null || typeof kept.value !== typeof first) return first;
      return isForm(first) && isForm(kept.value) ? { ...first, ...kept.value } : (kept.value as T);
    },
    keep(person: string, thing: string, { first, value }: { first: unknown; value: unknown }): void {
      try {
        if (JSON.stringify(value) === JSON.stringify(first)) forget(person, thing);
        else store.setItem(keyOf(person, thing), JSON.stringify({ at: now(), value } satisfies Kept));
      } catch {
        // full: it lives at least as long as the page
      }
    },
    forget,
    /** What nobody came back to. */
    sweep(): void {
      const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
      for (const key of keys) if (key.startsWith(prefix) && !parse(store.getItem(key))) store.removeItem(key);
    },
  };
}

const isForm = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
