/** One drawing for each thing and act, in one stroke; always beside a word or with one. */
import { drawings } from './drawings.ts';

export type IconName = keyof typeof drawings;

export function Icon({ name, size = 16, label }: { name: IconName; size?: number; label?: string }) {
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from readers where it has no label of its own
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size <= 14 ? 2.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...spoken}
    >
      {label && <title>{label}</title>}
      <path d={drawings[name]} />
    </svg>
  );
}
