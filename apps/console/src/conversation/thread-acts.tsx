/** A thread put right: messages from one on get a conversation of their own, or this one is merged into another; each is undone by the other. */
import { Button, Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Conversation } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';

/** Returns the orders; the thread that results is opened, and the telling leads back. */
export function useThreadOrder(conversation: Conversation) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { t } = useTranslation();
  const { filter = 'mine' } = useParams({ strict: false });
  const sayProblem = useSayProblem();
  const open = (conversationId: string) =>
    void navigate({ to: '/inbox/$filter/$conversationId', params: { filter, conversationId } });
  const order = useMutation({
    mutationFn: ({ id, verb, body }: { id: string; verb: 'split' | 'merge'; body: object; isBack?: boolean }) =>
      ask<Conversation>(`/v1/conversations/${id}/${verb}`, { body }),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries(),
  });
  const split = (fromMessageId: string, done?: (made: Conversation) => void) =>
    order.mutate(
      { id: conversation.id, verb: 'split', body: { fromMessageId } },
      {
        onSuccess: (made) => {
          done?.(made);
          open(made.id);
          const run = () =>
            order.mutate(
              { id: made.id, verb: 'merge', body: { into: conversation.id } },
              { onSuccess: () => open(conversation.id) },
            );
          tell(t('thread-act.split-done'), 'calm', { words: t('undo'), run });
        },
      },
    );
  const merge = (into: string, firstMessageId: string | undefined) =>
    order.mutate(
      { id: conversation.id, verb: 'merge', body: { into } },
      {
        onSuccess: () => {
          open(into);
          const run = () =>
            order.mutate(
              { id: into, verb: 'split', body: { fromMessageId: firstMessageId } },
              { onSuccess: (made) => open(made.id) },
            );
          tell(t('thread-act.merge-done'), 'calm', firstMessageId ? { words: t('undo'), run } : undefined);
        },
      },
    );
  return { split, merge, isPending: order.isPending };
}

type Props = { conversation: Conversation; firstMessageId: string | undefined; close: () => void };

export function MergeDialog({ conversation, firstMessageId, close }: Props) {
  const { t } = useTranslation();
  const { merge, isPending } = useThreadOrder(conversation);
  const [into, choose] = useState('');
  const others = conversation.others.filter(
    ({ channel, state }) => channel === conversation.channel && state !== 'closed',
  );
  return (
    <Dialog title={t('thread-act.merge')} close={close} size={480}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          merge(into, firstMessageId);
          close();
        }}
      >
        <p className="small quiet">{t('thread-act.merge-hint')}</p>
        {others.length === 0 && <p>{t('thread-act.nothing-to-merge')}</p>}
        <Radio.Group value={into} onChange={choose} aria-label={t('thread-act.merge')}>
          <div className="form merge-choices scroll">
            {others.map(({ id, subject, lastWords, lastAt, state }) => (
              <Radio
                key={id}
                value={id}
                label={
                  <span className="two-lines">
                    <span className="cut">{subject ?? lastWords}</span>
                    <span className="small quiet">
                      {t(`state.${state}`)} · <Ago at={lastAt} />
                    </span>
                  </span>
                }
              />
            ))}
          </div>
        </Radio.Group>
        <FormFoot close={close} go={t('thread-act.merge-go')} isReady={into !== ''} isPending={isPending} />
      </form>
    </Dialog>
  );
}

export function SplitHere({ conversation, messageId }: { conversation: Conversation; messageId: string }) {
  const { t } = useTranslation();
  const { split, isPending } = useThreadOrder(conversation);
  return (
    <Button
      className="split-here"
      size="compact-xs"
      variant="default"
      leftSection={<Icon name="split" size={13} />}
      loading={isPending}
      onClick={() => split(messageId)}
      data-testid="split-here"
    >
      {t('thread-act.split-here')}
    </Button>
  );
}
