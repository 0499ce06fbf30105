/** Where the parts of the screen say what an act of a next step does: a dialog opens, an order is given. */
import { useEffect, useSyncExternalStore } from 'react';

type Run = () => void;
const acts = new Map<string, Run>();
const heard = new Set<() => void>();
const say = () => {
  for (const hear of heard) hear();
};

/** While mounted, `run` stands behind the act's code (`NextStep.act`). The last one who offers it counts. */
export function useOfferAct(code: string, run: Run): void {
  useEffect(() => {
    acts.set(code, run);
    say();
    return () => {
      if (acts.get(code) === run) acts.delete(code);
      say();
    };
  }, [code, run]);
}

/** What stands behind a code now; undefined where no part of the screen offers it. */
export const useActOf = (code: string | null): Run | undefined =>
  useSyncExternalStore(
    (hear) => {
      heard.add(hear);
      return () => heard.delete(hear);
    },
    () => (code === null ? undefined : acts.get(code)),
  );
