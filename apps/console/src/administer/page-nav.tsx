/** The pages of the settings, with how much of each is unpublished and what does not hold there. */
import { Link } from '@tanstack/react-router';
import { Icon } from '../parts/icon.tsx';
import { useEditing, useSay } from './editing.ts';
import { type Page, pageGroups, pageIcons, pageOf } from './pages.ts';

export function PageNav({ page }: { page: Page }) {
  const { t } = useSay();
  return (
    <nav className="settings-nav scroll" aria-label={t('title')}>
      <h1>{t('title')}</h1>
      {pageGroups.map((group) => (
        <div key={group.name} className="settings-group">
          <span className="settings-group-name" id={`group-${group.name}`}>
            {t(`group.${group.name}`)}
          </span>
          <ul aria-labelledby={`group-${group.name}`}>
            {group.pages.map((one) => (
              <li key={one}>
                <PageLink page={one} isOpen={one === page} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function PageLink({ page, isOpen }: { page: Page; isOpen: boolean }) {
  const { t } = useSay();
  const { changes, problems } = useEditing();
  const isHere = ({ path }: { path: string }) => pageOf(path) === page;
  const count = page === 'versions' ? changes.length : changes.filter(isHere).length;
  const isWrong = problems.some((problem) => problem.severity === 'error' && isHere(problem));
  return (
    <Link
      to="/settings/$page"
      params={{ page }}
      search={{}}
      className="settings-link"
      data-open={isOpen || undefined}
      aria-current={isOpen ? 'page' : undefined}
    >
      <Icon name={pageIcons[page]} size={16} />
      <span className="grow cut">{t(`page.${page}`)}</span>
      {isWrong && <Icon name="failed" size={14} label={t('severity.error')} />}
      {count > 0 && (
        <span className="settings-count">
          {count}
          <span className="hidden"> {t('changed.mark')}</span>
        </span>
      )}
    </Link>
  );
}
