/** The code of a thing that is being named: it goes with the name until somebody types another, or it is published. */
import { makeCode } from './make-code.ts';

type Named = { code: string; name: { en: string } };
type Beside = { taken: readonly string[] /** Published: everything that names it would lose it. */; isKnown: boolean };

export function followName({ code, name }: Named, typed: string, { taken, isKnown }: Beside): string {
  const isOurs = /^item-\d+$/.test(code) || code === makeCode(name.en);
  const next = makeCode(typed);
  return isOurs && !isKnown && next !== '' && !taken.includes(next) ? next : code;
}
