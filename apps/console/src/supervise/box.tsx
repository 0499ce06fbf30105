/** A box of the floor: its title with how many there are, what came meanwhile, and what is in it. */
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = Omit<ComponentProps<'section'>, 'title'> & {
  title: string;
  count: number;
  /** Where the list keeps still under the pointer: how many came meanwhile, and letting them in. */
  newer?: { waiting: number; letGo: () => void };
  children: ReactNode;
};

export function Box({ title, count, newer, children, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <section className="box" aria-label={title} {...rest}>
      <header className="box-head">
        <h2 className="grow">{title}</h2>
        <span className="small quiet">{count > 0 && count}</span>
      </header>
      {newer && (
        <div aria-live="polite">
          {newer.waiting > 0 && (
            <button type="button" className="newer" onClick={newer.letGo}>
              {t('floor.newer', { count: newer.waiting })}
            </button>
          )}
        </div>
      )}
      {children}
    </section>
  );
}
