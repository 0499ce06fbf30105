/** A person as a round sign with their first letters, always in the same colour. */
import type { CSSProperties } from 'react';

const hueOf = (name: string) => [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/);
  if (/[\u3400-\u9fff]/.test(name)) return [...name.trim()].slice(-1).join('');
  return (
    words
      .slice(0, 2)
      .map((word) => [...word][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}

export function Face({ name, size = 28, presence }: { name: string; size?: number; presence?: string | undefined }) {
  const style = { width: size, height: size, fontSize: Math.round(size * 0.4), '--hue': hueOf(name) } as CSSProperties;
  return (
    <span className="face" style={style} aria-hidden="true">
      {lettersOf(name)}
      {presence && <span className="presence" data-state={presence} />}
    </span>
  );
}
