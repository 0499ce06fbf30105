/** Where the draft stands: how many changes, whether it holds, whether somebody published meanwhile, and the way on. */
import { Button } from '@mantine/core';
import { Icon } from '../parts/icon.tsx';
import { modKey } from '../parts/mod-key.ts';
import { tell } from '../parts/tell.ts';
import { bringDraftOver, stepBack, throwAway } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import type { Page } from './pages.ts';
import { useSayChange } from './say-change.ts';

export function DraftBar({ page }: { page: Page }) {
  const { t } = useSay();
  const { changes, mayWrite, inForce } = useEditing();
  const count = changes.length;
  return (
    <div className="draft-bar" data-changed={count > 0 || undefined}>
      <div className="line grow" role="status">
        <Icon name={mayWrite ? (count > 0 ? 'pencil' : 'check') : 'eye'} size={16} />
        <span className="cut">
          {mayWrite && count > 0 ? (
            <b data-testid="draft-count">{t('draft.changes', { count })}</b>
          ) : (
            t(mayWrite ? 'draft.none' : 'draft.read-only', { version: inForce.version })
          )}
        </span>
        <Holding />
      </div>
      {count > 0 && <Ways page={page} />}
      <Behind />
    </div>
  );
}

function Holding() {
  const { t } = useSay();
  const { problems, changes, state, goTo } = useEditing();
  const wrong = problems.filter(({ severity }) => severity === 'error');
  if (wrong[0]) {
    return (
      <button type="button" className="chip" data-tone="failed" onClick={() => goTo(wrong[0]?.path || 'versions')}>
        <Icon name="failed" size={13} />
        {t('draft.wrong', { count: wrong.length })}
      </button>
    );
  }
  if (changes.length === 0 || state === 'unknown') return null;
  return <span className="small quiet">{t(state === 'known' ? 'draft.holds' : 'draft.checking')}</span>;
}

function Ways({ page }: { page: Page }) {
  const { t } = useSay();
  const { goTo } = useEditing();
  const discard = () => {
    throwAway();
    tell(t('draft.thrown-away'), 'calm', { words: t('undo'), run: stepBack });
  };
  return (
    <div className="line draft-ways">
      <Button size="compact-sm" variant="subtle" color="gray" onClick={discard} data-testid="draft-discard">
        {t('draft.throw-away')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={stepBack} title={`${modKey} Z`}>
        {t('draft.back')}
      </Button>
      {page !== 'versions' && (
        <Button size="compact-sm" onClick={() => goTo('versions')} title={`${modKey} S`} data-testid="draft-publish">
          {t('draft.look')}
        </Button>
      )}
    </div>
  );
}

/** Somebody published a newer version than the one this draft was begun on. */
function Behind() {
  const { t, language } = useSay();
  const { base, inForce, mayWrite } = useEditing();
  const say = useSayChange();
  if (!mayWrite || inForce.version <= base.version) return null;
  const bring = () => {
    const lost = bringDraftOver(inForce);
    const names = lost.map(({ path }) => say.place(path)).join(language === 'zh' ? '；' : '; ');
    tell(lost.length > 0 ? t('draft.lost', { names }) : t('draft.brought'), lost.length > 0 ? 'failed' : 'calm');
  };
  return (
    <div className="draft-behind" role="alert" data-testid="draft-behind">
      <Icon name="alert" size={16} />
      <span className="grow">{t('draft.behind', { version: inForce.version, base: base.version })}</span>
      <Button size="compact-sm" variant="default" onClick={bring} data-testid="draft-bring-over">
        {t('draft.bring-over')}
      </Button>
    </div>
  );
}
