/** The head of a page: its name, one sentence about what it is for, and what may be begun here. */
import type { ReactNode } from 'react';
import { useSay } from './editing.ts';
import type { Page } from './pages.ts';

export function PageHead({ page, children }: { page: Page; children?: ReactNode }) {
  const { t } = useSay();
  return (
    <header className="page-head">
      <div className="grow">
        <h2>{t(`page.${page}`)}</h2>
        <p className="quiet">{t(`about.${page}`)}</p>
      </div>
      {children}
    </header>
  );
}

/** A box of fields with a heading. */
export function Part({
  title,
  hint,
  path,
  children,
}: {
  title: string;
  hint?: string;
  path?: string;
  children: ReactNode;
}) {
  return (
    <section className="part" aria-label={title} data-path={path}>
      <div className="part-head">
        <h3>{title}</h3>
        {hint && <p className="quiet small">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
