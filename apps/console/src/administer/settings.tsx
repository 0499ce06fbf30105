/** The settings: pages over one draft of the policy, and the people beside it. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { Bones } from '../parts/bones.tsx';
import { meQuery, policyQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { useMayRun } from '../parts/use-role.ts';
import { addSettingsTexts } from '../texts/administer-texts.ts';
import { openDraft, stepBack, useDraft } from './draft.ts';
import { DraftBar } from './draft-bar.tsx';
import { type Editing, EditingContext } from './editing.ts';
import { fillIn } from './fill-in.ts';
import { PageNav } from './page-nav.tsx';
import { PageView } from './page-view.tsx';
import { isPage, type Page, pageOf } from './pages.ts';
import { showPlace } from './show-place.ts';
import { useProblems } from './use-problems.ts';
import './settings.css';
import './lists.css';
import './policy-views.css';

addSettingsTexts();

export function Settings() {
  const params = useParams({ strict: false });
  const page: Page = isPage(params.page ?? '') ? (params.page as Page) : 'queues';
  const inForce = useQuery(policyQuery);
  const editing = useEditingOf();
  useKeys({
    'mod+s': () => editing?.goTo('versions'),
    'mod+z': (event) =>
      (event.target as HTMLElement).closest('input:not([type="checkbox"]), textarea') ? false : stepBack(),
  });
  if (inForce.error && !inForce.data) {
    return (
      <main className="settings">
        <Refusal error={inForce.error} again={() => void inForce.refetch()} />
      </main>
    );
  }
  return (
    <main className="settings">
      {editing ? (
        <EditingContext value={editing}>
          <PageNav page={page} />
          <div className="settings-side">
            <DraftBar page={page} />
            <div className="settings-page scroll" id="settings-page">
              <PageView page={page} key={page} />
            </div>
          </div>
        </EditingContext>
      ) : (
        <Bones shape="card" />
      )}
    </main>
  );
}

/** Administrators work on their draft; who may only look sees the policy in force. */
function useEditingOf(): Editing | null {
  const me = useQuery(meQuery).data?.staff;
  const known = useQuery(policyQuery).data;
  const inForce = useMemo(() => known && fillIn(known), [known]);
  const mayWrite = useMayRun();
  const draft = useDraft();
  const { at = '' } = useSearch({ strict: false }) as { at?: string };
  const goTo = useGoTo(at);
  useEffect(() => {
    if (me && inForce && mayWrite) openDraft(me.id, inForce);
  }, [me, inForce, mayWrite]);
  const open = mayWrite ? (draft?.person === me?.id ? draft : null) : null;
  const { problems, state } = useProblems(open?.policy, mayWrite);
  return useMemo(() => {
    if (!me || !inForce || (mayWrite && !open)) return null;
    const { policy, base, changes, clashes } = open ?? { policy: inForce, base: inForce, changes: [], clashes: [] };
    return { policy, base, changes, clashes, problems, state, inForce, mayWrite, at, goTo };
  }, [me, inForce, mayWrite, open, problems, state, at, goTo]);
}

/** Leads to a page by its name, or to a place of the policy, which is brought into sight and takes the focus. */
function useGoTo(at: string): Editing['goTo'] {
  const navigate = useNavigate();
  const wanted = useRef('');
  const goTo = useMemo(
    () => (path: string) => {
      const isName = isPage(path);
      wanted.current = isName ? '' : path;
      void navigate({
        to: '/settings/$page',
        params: { page: isName ? path : pageOf(path) },
        search: isName ? {} : { at: path },
      });
      if (!isName) requestAnimationFrame(() => showPlace(path));
    },
    [navigate],
  );
  useEffect(() => {
    if (at === '' || wanted.current !== at) return;
    wanted.current = '';
    const timer = setTimeout(() => showPlace(at), 60);
    return () => clearTimeout(timer);
  });
  return goTo;
}
