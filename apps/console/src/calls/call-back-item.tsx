/** One call-back: in line it is taken; whoever has it records the try, moves it, gives it back, or says why nobody need call. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CallBack } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { meQuery, policyQuery } from '../parts/queries.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useMayDecide, useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useCallOrder } from './call-queries.ts';

/** `letGo`: what one does oneself may move the list under the pointer. */
export function CallBackItem({ row, letGo }: { row: CallBack; letGo: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const policy = useQuery(policyQuery).data?.callBacks;
  const me = useQuery(meQuery).data?.staff.id;
  const number = row.address === '' ? t('call.withheld') : row.address;
  const note = row.attempts.at(-1)?.note;
  return (
    <li className="item" data-testid="call-back" data-id={row.conversationId} data-taken={row.takenBy ?? undefined}>
      <div className="line">
        <Link
          className="cut grow"
          to="/inbox/$filter/$conversationId"
          params={{ filter: 'groups', conversationId: row.conversationId }}
        >
          <b>{row.customer.name ?? number}</b>
        </Link>
        <TimeLeft dueAt={row.dueAt} limitSeconds={(policy?.minutes ?? 30) * 60} />
      </div>
      <p className="small quiet cut">
        <span className="selectable">{number}</span> · {words.because({ code: row.reason, values: {} })} ·{' '}
        {words.queue(row.queue)}
      </p>
      <p className="small quiet">
        {t('call-back.attempt', { nth: row.attempts.length + 1, most: policy?.attempts ?? 3 })}
        {note && ` · ${note}`}
      </p>
      {row.takenBy === me ? <Mine row={row} letGo={letGo} /> : <InLine row={row} />}
    </li>
  );
}

/** Nobody's: to be taken. Another's: who has it, and for who leads the way back into line. */
function InLine({ row }: { row: CallBack }) {
  const { t } = useTranslation();
  const words = useWords();
  const order = useCallOrder();
  const [mayReply, leads] = [useMayReply(), useMayDecide()];
  const give = (act: 'take' | 'give-back') =>
    order.mutate({ path: `call-backs/${row.id}/${act}`, said: `call-back.said.${act}` });
  if (row.takenBy === null) {
    return mayReply ? (
      <div className="line call-acts">
        <Button size="compact-sm" loading={order.isPending} onClick={() => give('take')} data-testid="call-back-take">
          {t('call-back.take')}
        </Button>
      </div>
    ) : null;
  }
  return (
    <div className="line call-acts">
      <span className="small grow">{t('call-back.taken', { who: words.person(row.takenBy) })}</span>
      {leads && (
        <Button size="compact-sm" variant="subtle" loading={order.isPending} onClick={() => give('give-back')}>
          {t('call-back.give-back')}
        </Button>
      )}
    </div>
  );
}

type Doing = 'call' | 'move' | 'withdraw';

function Mine({ row, letGo }: { row: CallBack; letGo: () => void }) {
  const { t } = useTranslation();
  const order = useCallOrder();
  const [doing, choose] = useState<Doing>('call');
  const [{ note, at }, setForm, forget] = useKept(`call-back-of:${row.id}`, { note: '', at: '' });
  const dueAt = at === '' ? null : new Date(at).toISOString();
  const give = (act: string, body: object, said = act) => {
    const done = () => {
      forget();
      choose('call');
      letGo();
    };
    order.mutate({ path: `call-backs/${row.id}/${act}`, body, said: `call-back.said.${said}` }, { onSuccess: done });
  };
  return (
    <div data-testid="call-back-mine">
      {doing !== 'withdraw' && (
        <TextInput
          size="xs"
          type="datetime-local"
          label={t(doing === 'move' ? 'call-back.move-to' : 'call-back.next')}
          value={at}
          onChange={({ currentTarget }) => setForm({ note, at: currentTarget.value })}
          data-testid="call-back-at"
        />
      )}
      <TextInput
        size="xs"
        aria-label={t('call-back.note')}
        placeholder={t(doing === 'withdraw' ? 'call-back.why' : 'call-back.note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setForm({ note: currentTarget.value, at })}
      />
      <div className="line call-acts">
        {doing === 'call' &&
          [true, false].map((isReached) => (
            <Button
              key={String(isReached)}
              size="compact-sm"
              variant="default"
              disabled={order.isPending}
              leftSection={<Icon name={isReached ? 'check' : 'clock'} size={13} />}
              onClick={() => give('attempts', { isReached, note: note.trim(), dueAt }, isReached ? 'reached' : 'tried')}
              data-testid={isReached ? 'call-back-reached' : 'call-back-not-reached'}
            >
              {t(isReached ? 'call-back.was-reached' : 'call-back.was-not')}
            </Button>
          ))}
        {doing === 'move' && (
          <Button
            size="compact-sm"
            disabled={dueAt === null || order.isPending}
            onClick={() => give('move', { dueAt, note: note.trim() })}
            data-testid="call-back-move-go"
          >
            {t('call-back.move-go')}
          </Button>
        )}
        {doing === 'withdraw' && (
          <Button
            size="compact-sm"
            disabled={note.trim() === '' || order.isPending}
            onClick={() => give('withdraw', { note: note.trim() })}
            data-testid="call-back-withdraw-go"
          >
            {t('call-back.withdraw-go')}
          </Button>
        )}
        <Others doing={doing} choose={choose} giveBack={() => give('give-back', {})} />
      </div>
    </div>
  );
}

type OthersProps = { doing: Doing; choose: (doing: Doing) => void; giveBack: () => void };

function Others({ doing, choose, giveBack }: OthersProps) {
  const { t } = useTranslation();
  if (doing !== 'call') {
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => choose('call')}>
        {t('cancel')}
      </Button>
    );
  }
  return (
    <>
      {(['move', 'withdraw'] as const).map((other) => (
        <Button
          key={other}
          size="compact-sm"
          variant="subtle"
          onClick={() => choose(other)}
          data-testid={`call-back-${other}`}
        >
          {t(`call-back.${other}`)}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={giveBack} data-testid="call-back-give-back">
        {t('call-back.give-back')}
      </Button>
    </>
  );
}
