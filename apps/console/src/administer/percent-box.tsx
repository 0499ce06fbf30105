/** A share from 0 to 1, written in percent. */
import { useSay } from './editing.ts';
import { ParsedBox, type Reading } from './parsed-box.tsx';

const reading: Reading<number> = {
  read: (text) => {
    const percent = Number(text.replace('%', '').trim().replace(',', '.'));
    return text.trim() !== '' && percent >= 0 && percent <= 100 ? percent / 100 : undefined;
  },
  say: (share) => String(Math.round(share * 1000) / 10),
};

export function PercentBox({ path, label, hint }: { path: string; label: string; hint?: string }) {
  const { t } = useSay();
  const step = (share: number, by: number) => Math.min(1, Math.max(0, Math.round(share * 100 + by) / 100));
  return (
    <ParsedBox
      path={path}
      label={label}
      hint={hint}
      reading={reading}
      wrong={t('wrong.percent')}
      unit="%"
      step={step}
    />
  );
}
