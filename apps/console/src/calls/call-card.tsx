/** The call of a conversation: how it stands, who with whom, what happened when, its recording, and what one may say of it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Call, CallMoved, CallState, Conversation } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { meQuery } from '../parts/queries.ts';
import { sayClock, sayInstant } from '../parts/say-time.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useNow } from '../parts/use-now.ts';
import { useWords } from '../parts/use-words.ts';
import { useCallOrder } from './call-queries.ts';
import './calls.css';
import { sayLength } from './say-length.ts';

const tones: Record<CallState, string | undefined> = {
  ringing: 'accent',
  answered: 'accent',
  ended: undefined,
  missed: 'late',
  dropped: 'late',
};

export function CallCard({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { call } = conversation;
  if (!call) return null;
  return (
    <section className="card-section" aria-label={t('call.title')} data-testid="call-card">
      <h3>{t('call.title')}</h3>
      <div className="line">
        <span className="chip" data-tone={tones[call.state]} data-testid="call-state">
          <Icon name="call" size={13} />
          {t(`call.state.${call.state}`)}
        </span>
        <Length call={call} />
      </div>
      <Facts call={call} />
      {call.voicemail && <blockquote className="call-voicemail selectable">{call.voicemail}</blockquote>}
      {call.callBackId && <p className="small quiet">{t('call.owed')}</p>}
      <ByHand conversation={conversation} call={call} />
    </section>
  );
}

/** Runs while they speak. */
function Length({ call }: { call: Call }) {
  const nowMs = useNow();
  if (call.answeredAt === null) return null;
  const until = call.endedAt === null ? nowMs : Date.parse(call.endedAt);
  const seconds =
    call.endedAt !== null && call.seconds !== null ? call.seconds : (until - Date.parse(call.answeredAt)) / 1000;
  return <span className="quiet call-length">{sayLength(seconds)}</span>;
}

function Facts({ call }: { call: Call }) {
  const { t } = useTranslation();
  const words = useWords();
  const agent = call.agentId ? words.person(call.agentId) : (call.unknownAgent ?? null);
  return (
    <dl className="pairs">
      <dt>{t(call.direction === 'in' ? 'call.from' : 'call.to')}</dt>
      <dd className="selectable">{call.address === '' ? t('call.withheld') : call.address}</dd>
      {call.dialled && (
        <>
          <dt>{t('call.dialled')}</dt>
          <dd className="selectable">{call.dialled}</dd>
        </>
      )}
      {agent && (
        <>
          <dt>{t('call.agent')}</dt>
          <dd>
            <span className="cut">{agent}</span>
            {!call.agentId && <span className="quiet small">{t('call.unknown-agent')}</span>}
          </dd>
        </>
      )}
      <When label={t('call.rang')} at={call.rangAt} />
      <When label={t('call.answered')} at={call.answeredAt} />
      <When label={t('call.ended')} at={call.endedAt} />
      {call.recordingUrl && (
        <>
          <dt>{t('call.recording')}</dt>
          <dd>
            <a
              className="link"
              href={call.recordingUrl}
              target="_blank"
              rel="noreferrer noopener"
              data-testid="call-recording"
            >
              {t('call.listen')}
            </a>
          </dd>
        </>
      )}
    </dl>
  );
}

function When({ label, at }: { label: string; at: string | null }) {
  const language = useLanguage();
  if (at === null) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <time dateTime={at} title={sayInstant(at, language)}>
          {sayClock(at, language)}
        </time>
      </dd>
    </>
  );
}

const ways: { state: CallMoved['state']; icon: 'check' | 'close' | 'parked' }[] = [
  { state: 'ended', icon: 'check' },
  { state: 'dropped', icon: 'close' },
];

/** Nobody else reports a call that was opened by hand. */
function ByHand({ conversation, call }: { conversation: Conversation; call: Call }) {
  const { t } = useTranslation();
  const order = useCallOrder();
  const me = useQuery(meQuery).data?.staff.id;
  const goesOn = call.state === 'ringing' || call.state === 'answered';
  if (!call.isByHand || !goesOn || conversation.agentId !== me) return null;
  return (
    <div className="line call-acts">
      {ways.map(({ state, icon }) => (
        <Button
          key={state}
          size="compact-sm"
          variant="default"
          className="grow"
          disabled={order.isPending}
          leftSection={<Icon name={icon} size={13} />}
          onClick={() =>
            order.mutate({
              path: `conversations/${conversation.id}/calls/${call.id}/moved`,
              body: { state },
              said: `call.said.${state}`,
            })
          }
          data-testid={`call-${state}`}
        >
          {t(`call.act.${state}`)}
        </Button>
      ))}
    </div>
  );
}
