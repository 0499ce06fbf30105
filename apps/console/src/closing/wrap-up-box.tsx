/** On the card, after the end: what is kept of the conversation, saved as it is typed, and the time left for it. */
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation, WrapUp, WrapUpDraft } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { meQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { useNow } from '../parts/use-now.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import './closing.css';

const results = ['solved', 'partly', 'not-solved', 'passed-on'] as const;
const attitudes = ['calm', 'disappointed', 'upset', 'angry', 'threatens'] as const;

export function WrapUpBox({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data?.staff.id;
  const order = useWrapUpOrder(conversation.id);
  const { mutate: give } = order;
  useOfferAct(
    'wrap-up',
    useCallback(() => give({ path: '', method: 'POST', body: {} }), [give]),
  );
  const { wrapUp, state, agentId } = conversation;
  const isOver = state === 'solved' || state === 'closed';
  if (!wrapUp && !(isOver && agentId === me)) return null;
  return (
    <section className="card-section" aria-label={t('wrapUp.title')} data-testid="wrap-up">
      <h3>{t('wrapUp.title')}</h3>
      {!wrapUp && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="pencil" size={14} />}
          loading={order.isPending}
          onClick={() => give({ path: '', method: 'POST', body: {} })}
          data-testid="begin-wrap-up"
        >
          {t('wrapUp.begin')}
        </Button>
      )}
      {wrapUp && wrapUp.agentId === me && !wrapUp.doneAt && (
        <WrapUpForm key={wrapUp.id} wrapUp={wrapUp} id={conversation.id} />
      )}
      {wrapUp && (wrapUp.agentId !== me || wrapUp.doneAt) && <KeptWrapUp wrapUp={wrapUp} />}
    </section>
  );
}

type Order = { path: '' | '/done'; method: 'POST' | 'PUT'; body: Partial<WrapUpDraft> };

function useWrapUpOrder(id: string) {
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  return useMutation({
    mutationFn: ({ path, method, body }: Order) =>
      ask<Conversation>(`/v1/conversations/${id}/wrap-up${path}`, { method, body }),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSuccess: (_page, { method }) => {
      if (method === 'PUT') return;
      for (const key of ['conversation', 'me', 'agents']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}

function WrapUpForm({ wrapUp, id }: { wrapUp: WrapUp; id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const order = useWrapUpOrder(id);
  const { summary, isConfirmed, result, attitude } = wrapUp;
  const [draft, setDraft] = useState<WrapUpDraft>({ summary, isConfirmed, result, attitude });
  const keep = useDebouncedCallback((body: WrapUpDraft) => order.mutate({ path: '', method: 'PUT', body }), {
    delay: 400,
    flushOnUnmount: true,
  });
  const put = (part: Partial<WrapUpDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    // the card may fold away and come back: what is typed stands on the page at once
    client.setQueryData<Conversation>(['conversation', id], (page) =>
      page?.wrapUp ? { ...page, wrapUp: { ...page.wrapUp, ...next } } : page,
    );
    keep(next);
  };
  const needs = (field: 'summary' | 'result' | 'attitude') => wrapUp.requires?.includes(field) ?? false;
  const choose = (name: 'result' | 'attitude', values: readonly string[]) => (
    <NativeSelect
      label={t(`wrapUp.${name}`)}
      withAsterisk={needs(name)}
      value={draft[name] ?? ''}
      data={[
        { value: '', label: t('wrapUp.not-said') },
        ...values.map((value) => ({ value, label: t(name === 'result' ? `wrapUp.${value}` : `attitude.${value}`) })),
      ]}
      onChange={({ currentTarget }) => put({ [name]: currentTarget.value || null })}
      data-testid={`wrap-up-${name}`}
    />
  );
  return (
    <form
      className="wrap-up-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep.cancel();
        // refused, what was typed in the last moment is kept all the same
        order.mutate({ path: '/done', method: 'POST', body: draft }, { onError: () => keep(draft) });
      }}
    >
      <TimeForIt wrapUp={wrapUp} />
      <Textarea
        label={t('wrapUp.summary')}
        withAsterisk={needs('summary')}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.summary}
        onChange={({ currentTarget }) => put({ summary: currentTarget.value })}
        data-testid="wrap-up-summary"
      />
      <Checkbox
        size="xs"
        label={t('wrapUp.confirmed')}
        checked={draft.isConfirmed}
        onChange={({ currentTarget }) => put({ isConfirmed: currentTarget.checked })}
      />
      {choose('result', results)}
      {choose('attitude', attitudes)}
      {wrapUp.missing?.includes('label') && <p className="small quiet">{t('wrapUp.needs-label')}</p>}
      <Button
        type="submit"
        size="compact-md"
        loading={order.isPending && order.variables.path === '/done'}
        data-testid="wrap-up-done"
      >
        {t('wrapUp.done')}
      </Button>
    </form>
  );
}

function TimeForIt({ wrapUp: { dueAt, backAt } }: { wrapUp: WrapUp }) {
  const { t } = useTranslation();
  const now = useNow();
  if (dueAt === null) return null;
  const seconds = Math.max(0, Math.ceil((Date.parse(dueAt) - now) / 1000));
  return (
    <p className="small quiet tabular" data-testid="wrap-up-time">
      {backAt === null && seconds > 0 ? t('wrapUp.time-left', { seconds }) : t('wrapUp.time-over')}
    </p>
  );
}

function KeptWrapUp({ wrapUp }: { wrapUp: WrapUp }) {
  const { t } = useTranslation();
  const { summary, isConfirmed, result, attitude, seconds } = wrapUp;
  const parts = [
    result && t(`wrapUp.${result}`),
    attitude && t(`attitude.${attitude}`),
    isConfirmed && t('wrapUp.confirmed'),
    seconds !== null && t('wrapUp.took', { seconds: Math.round(seconds) }),
  ];
  return (
    <>
      {summary && <p>{summary}</p>}
      <p className="small quiet">{parts.filter(Boolean).join(' · ')}</p>
    </>
  );
}
