/** The draft before it goes out: every change, everything that does not hold with a way there, and publishing with a note. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PolicyV1 } from '@trunkline/contracts';
import { useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { policyQuery } from '../parts/queries.ts';
import { Refused } from '../parts/refused.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { changesBetween } from './changes-between.ts';
import { ChangesList } from './changes-list.tsx';
import { settle } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { fillIn } from './fill-in.ts';
import { Part } from './page-head.tsx';
import { useSayChange } from './say-change.ts';
import { useSayFault } from './say-fault.ts';

export function DraftReview({ tryIt }: { tryIt: () => void }) {
  const { t } = useSay();
  const { changes, base, inForce } = useEditing();
  if (changes.length === 0) {
    return (
      <Empty icon="pencil" title={t('versions.no-draft')}>
        {t('versions.no-draft-more')}
      </Empty>
    );
  }
  return (
    <div className="split wide-left">
      <div className="editor">
        {inForce.version > base.version && (
          <Part title={t('versions.theirs', { version: inForce.version })} hint={t('versions.theirs-hint')}>
            <ChangesList changes={changesBetween(base, inForce)} />
          </Part>
        )}
        <Part
          title={t('draft.changes', { count: changes.length })}
          hint={t('versions.against', { version: base.version })}
        >
          <ChangesList changes={changes} isDraft />
        </Part>
      </div>
      <div className="editor">
        <ProblemList />
        <Publish tryIt={tryIt} />
      </div>
    </div>
  );
}

function ProblemList() {
  const { t } = useSay();
  const sayFault = useSayFault();
  const { problems, state, goTo } = useEditing();
  const say = useSayChange();
  return (
    <Part title={t('versions.problems')}>
      <div role="status" aria-live="polite">
        {state === 'unknown' && <p className="quiet">{t('versions.not-checked')}</p>}
        {state === 'asking' && problems.length === 0 && <p className="quiet">{t('draft.checking')}</p>}
        {state === 'known' && problems.length === 0 && (
          <p className="line holds">
            <Icon name="check" size={16} />
            {t('versions.holds')}
          </p>
        )}
      </div>
      <ul className="problem-list">
        {problems.map((problem) => (
          <li
            key={problem.path + problem.because.code + problem.en}
            className="problem"
            data-severity={problem.severity}
            data-testid="problem-row"
          >
            <Icon
              name={problem.severity === 'error' ? 'failed' : 'alert'}
              size={15}
              label={t(`severity.${problem.severity}`)}
            />
            <span className="grow">
              {sayFault(problem)}
              <button type="button" className="link small" onClick={() => goTo(problem.path || 'document')}>
                {say.place(problem.path)}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Publish({ tryIt }: { tryIt: () => void }) {
  const { t } = useSay();
  const { problems, base, inForce, state } = useEditing();
  const sayProblem = useSayProblem();
  const [note, setNote] = useState('');
  const publish = usePublish();
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const isBehind = inForce.version > base.version;
  const isOvertaken = publish.error instanceof Refused && publish.error.reason === 'edited-meanwhile';
  const stands = isWrong ? 'versions.wrong' : isBehind ? 'versions.behind' : null;
  const go = () => !stands && publish.mutate(note.trim());
  return (
    <Part title={t('versions.publish')} hint={t('versions.publish-hint')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextInput
          label={t('versions.note')}
          placeholder={t('versions.note-hint')}
          maxLength={500}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {publish.error && (
          <p className="problem" data-severity="error" role="alert">
            {isOvertaken ? t('versions.overtaken') : sayProblem(publish.error)}
          </p>
        )}
        <div className="line form-foot wrap">
          <Button variant="default" onClick={tryIt} leftSection={<Icon name="play" size={14} />}>
            {t('dry-run.begin')}
          </Button>
          <span className="grow" />
          <Button
            type="submit"
            loading={publish.isPending}
            disabled={stands !== null || state === 'asking'}
            data-testid="publish"
          >
            {t('versions.publish-as', { version: base.version + 1 })}
          </Button>
        </div>
        {stands && <p className="quiet small">{t(stands)}</p>}
      </form>
    </Part>
  );
}

function usePublish() {
  const client = useQueryClient();
  const { t } = useSay();
  const { policy, base } = useEditing();
  return useMutation({
    mutationFn: (note: string) =>
      ask<PolicyV1>('/v1/policies', {
        body: { policy: { ...policy, version: base.version }, note, baseVersion: base.version },
      }),
    onSuccess: (published) => {
      settle(fillIn(published));
      client.setQueryData(policyQuery.queryKey, published);
      tell(t('versions.published', { version: published.version }));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['policy'] });
      void client.invalidateQueries({ queryKey: ['policies'] });
    },
  });
}
