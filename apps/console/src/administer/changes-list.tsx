/** Differences as people read them, page by page: what, from what to what; of the draft each with a way back. */
import { ActionIcon } from '@mantine/core';
import type { PolicyChange } from '@trunkline/contracts';
import { Icon } from '../parts/icon.tsx';
import { undo } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { listDifference } from './list-difference.ts';
import { pageIcons, pageOf, pages } from './pages.ts';
import { useSayChange } from './say-change.ts';
import { useSayRule } from './say-rule.ts';
import { isTree } from './walk-path.ts';

/** `isDraft`: may be taken back one by one. */
export function ChangesList({ changes, isDraft }: { changes: PolicyChange[]; isDraft?: boolean }) {
  const { t } = useSay();
  const groups = pages
    .map((page) => ({ page, rows: changes.filter(({ path }) => pageOf(path) === page) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <div className="changes">
      {groups.map(({ page, rows }) => (
        <section key={page} aria-label={t(`page.${page}`)}>
          <h4>
            <Icon name={pageIcons[page]} size={14} />
            {t(`page.${page}`)}
          </h4>
          <ul>
            {rows.map((change) => (
              <ChangeRow key={change.kind + change.path} change={change} isDraft={isDraft ?? false} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ChangeRow({ change, isDraft }: { change: PolicyChange; isDraft: boolean }) {
  const { t } = useSay();
  const { clashes, goTo } = useEditing();
  const say = useSayChange();
  const place = say.place(change.path);
  const isClash = isDraft && clashes.includes(change.path);
  return (
    <li className="change" data-testid="change-row" data-kind={change.kind}>
      <span className="change-place">
        {isDraft && change.kind !== 'removed' ? (
          <button type="button" className="link" onClick={() => goTo(change.path)}>
            {place}
          </button>
        ) : (
          place
        )}
        {isClash && (
          <span className="chip" data-tone="soon">
            {t('changed.clash')}
          </span>
        )}
      </span>
      <Difference change={change} />
      {isDraft && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('changed.undo', { name: place })}
          onClick={() => undo(change)}
          data-testid="change-undo"
        >
          <Icon name="reopen" size={15} />
        </ActionIcon>
      )}
    </li>
  );
}

function Difference({ change: { kind, path, from, to } }: { change: PolicyChange }) {
  const { t } = useSay();
  const say = useSayChange();
  if (kind === 'moved') return <span className="change-what quiet">{t('changed.order')}</span>;
  if (Array.isArray(from) && Array.isArray(to)) return <Lists from={from} to={to} path={path} />;
  const isText = [from, to].some((value) => typeof value === 'string' && value.length > 48);
  return (
    <span className={isText ? 'change-what long' : 'change-what'}>
      {kind !== 'added' && <del>{say.value(from, path)}</del>}
      {kind === 'changed' && !isText && <Icon name="forth" size={13} label={t('changed.to')} />}
      {kind !== 'removed' ? <ins>{say.value(to, path)}</ins> : <span className="quiet">{t('changed.removed')}</span>}
    </span>
  );
}

function Lists({ from, to, path }: { from: unknown[]; to: unknown[]; path: string }) {
  const { t } = useSay();
  const say = useSayChange();
  const sayRule = useSayRule();
  const { added, removed, isReordered } = listDifference(from, to);
  const one = (item: unknown) =>
    isTree(item) && typeof item.queue === 'string'
      ? sayRule(item as Parameters<typeof sayRule>[0])
      : say.value(item, path);
  const shown = 6;
  return (
    <span className="change-what long">
      {removed.slice(0, shown).map((item) => (
        <del key={JSON.stringify(item)}>{one(item)}</del>
      ))}
      {removed.length > shown && (
        <span className="quiet small">{t('changed.more-removed', { count: removed.length - shown })}</span>
      )}
      {added.slice(0, shown).map((item) => (
        <ins key={JSON.stringify(item)}>{one(item)}</ins>
      ))}
      {added.length > shown && (
        <span className="quiet small">{t('changed.more-added', { count: added.length - shown })}</span>
      )}
      {isReordered && <span className="quiet">{t('changed.order')}</span>}
    </span>
  );
}
