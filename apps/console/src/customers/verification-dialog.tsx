/** Shows who somebody is by a code: sent to a known address, typed in here; after three tries only a supervisor helps. */
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation, Verification } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bones } from '../parts/bones.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { sayMoment, sayStretch } from '../parts/say-time.ts';
import { tell } from '../parts/tell.ts';
import { useChannelName } from '../parts/use-channel-name.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { useMayDecide, useMayReply } from '../parts/use-role.ts';
import { verificationQuery } from './customer-queries.ts';

type Props = { conversation: Conversation; close: () => void };
type Verb = { way: '' | '/try' | '/vouch'; body: object };

export function VerificationDialog({ conversation, close }: Props) {
  const { t } = useTranslation();
  const query = useQuery(verificationQuery(conversation.id));
  return (
    <Dialog title={t('verify.title')} close={close} size={460}>
      {query.data ? (
        <Standing conversation={conversation} verification={query.data} close={close} />
      ) : query.error ? (
        <Refusal error={query.error} again={() => void query.refetch()} />
      ) : (
        <Bones shape="card" />
      )}
    </Dialog>
  );
}

function Standing({ conversation, verification, close }: Props & { verification: Verification }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const mayReply = useMayReply();
  const mayVouch = useMayDecide();
  const order = useVerify(conversation.id, close);
  const { state } = verification;
  return (
    <div className="form verify">
      <Now verification={verification} />
      {order.error && (
        <p className="refused" role="alert">
          {sayProblem(order.error)}
        </p>
      )}
      {mayReply && state === 'code-sent' && <TypeCode order={order} />}
      {mayReply && (state === 'none' || state === 'code-sent') && (
        <SendCode verification={verification} order={order} isAgain={state === 'code-sent'} />
      )}
      {state === 'locked' && !mayVouch && <p className="verify-way">{t('verify.ask-supervisor')}</p>}
      {mayVouch && state !== 'verified' && <VouchFor order={order} />}
      <Protects verification={verification} />
    </div>
  );
}

function Now({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nowMs = useNow();
  const { state, by, sentTo, expiresAt, triesLeft } = verification;
  const stretch = expiresAt ? sayStretch(Date.parse(expiresAt) - nowMs, language) : '';
  return (
    <p className="verify-now" data-state={state} aria-live="polite">
      <Icon name={state === 'verified' ? 'verified' : state === 'locked' ? 'lock' : 'unverified'} size={18} />
      <span>
        {state === 'verified'
          ? t(`verify.by-${by ?? 'code'}`, { at: expiresAt ? sayMoment(expiresAt, nowMs, language) : '' })
          : state === 'code-sent'
            ? t('verify.waiting', { to: sentTo, stretch, count: triesLeft ?? 0 })
            : t(`verify.about-${state}`)}
      </span>
    </p>
  );
}

type Order = ReturnType<typeof useVerify>;

function SendCode({ verification, order, isAgain }: { verification: Verification; order: Order; isAgain: boolean }) {
  const { t } = useTranslation();
  const channelName = useChannelName();
  const { mayGoTo } = verification;
  const [chosen, choose] = useState<string>(mayGoTo[0]?.addressId ?? '');
  if (mayGoTo.length === 0) return <p className="verify-way">{t('verify.nowhere')}</p>;
  return (
    <form
      className="form verify-part"
      onSubmit={(event) => {
        event.preventDefault();
        order.mutate({ way: '', body: { addressId: chosen } });
      }}
    >
      <Radio.Group label={t('verify.where')} value={chosen} onChange={choose}>
        <div className="form verify-where">
          {mayGoTo.map(({ addressId, channel, shown }) => (
            <Radio key={addressId} value={addressId} label={`${shown} (${channelName(channel)})`} />
          ))}
        </div>
      </Radio.Group>
      <Button
        type="submit"
        variant={isAgain ? 'default' : 'filled'}
        loading={order.isPending}
        leftSection={<Icon name="send" size={14} />}
        data-testid="send-code"
      >
        {t(isAgain ? 'verify.send-again' : 'verify.send')}
      </Button>
    </form>
  );
}

function TypeCode({ order }: { order: Order }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const isCode = /^\d{6}$/.test(code);
  return (
    <form
      className="line verify-code"
      onSubmit={(event) => {
        event.preventDefault();
        if (isCode) order.mutate({ way: '/try', body: { code } }, { onSettled: () => setCode('') });
      }}
    >
      <TextInput
        data-autofocus
        className="grow"
        label={t('verify.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="······"
        maxLength={6}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value.replace(/\D/g, '').slice(0, 6))}
        data-testid="code-box"
      />
      <Button type="submit" disabled={!isCode} loading={order.isPending} data-testid="try-code">
        {t('verify.try')}
      </Button>
    </form>
  );
}

function VouchFor({ order }: { order: Order }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <details className="verify-part">
      <summary>{t('verify.vouch')}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (note.trim()) order.mutate({ way: '/vouch', body: { note: note.trim() } });
        }}
      >
        <Textarea
          label={t('verify.vouch-why')}
          description={t('verify.vouch-hint')}
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={note.trim() === ''} loading={order.isPending}>
          {t('verify.vouch-go')}
        </Button>
      </form>
    </details>
  );
}

/** What is locked is said, each with the way out. */
export function Protects({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  if (verification.protects.length === 0) return null;
  const isOpen = verification.state === 'verified';
  return (
    <div className="protects" data-open={isOpen || undefined}>
      <h4>{t(isOpen ? 'verify.unlocked' : 'verify.locked')}</h4>
      <ul>
        {verification.protects.map((what) => (
          <li key={what} className="line small">
            <Icon name={isOpen ? 'check' : 'lock'} size={13} />
            {t(`verify.protects.${what}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useVerify(conversationId: string, close: () => void) {
  const client = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: ({ way, body }: Verb) =>
      ask<Verification>(`/v1/conversations/${conversationId}/verification${way}`, { body }),
    onSuccess: (verification) => {
      client.setQueryData(verificationQuery(conversationId).queryKey, verification);
      if (verification.state !== 'verified') return;
      tell(t('verify.done'));
      close();
    },
    onSettled: () => {
      for (const key of ['verification', 'conversation', 'customer', 'conversations'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
