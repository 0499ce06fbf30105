/** On the card: what makes it sensitive, which words decided, who marked it, and what else is about the same matter. */
import { ActionIcon, Popover, TextInput, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Sign } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { SameMatter } from './same-matter.tsx';
import { signsOfQuery, useSignOrder } from './sign-queries.ts';
import './signs.css';

export function ConversationSigns({ id }: { id: string }) {
  const { t } = useTranslation();
  const signs = useQuery(signsOfQuery(id)).data ?? [];
  return (
    <>
      {signs.length > 0 && (
        <section className="card-section" aria-label={t('sign.title')} data-testid="signs">
          <h3>{t('sign.title')}</h3>
          <ul className="signs">
            {signs.map((sign) => (
              <SignBadge key={sign.id} sign={sign} />
            ))}
          </ul>
        </section>
      )}
      <SameMatter id={id} />
    </>
  );
}

function SignBadge({ sign }: { sign: Sign }) {
  const { t } = useTranslation();
  const words = useWords();
  const mayDecide = useMayDecide();
  const who =
    sign.by === 'person' ? words.person(sign.personId) : t(sign.words.length > 0 ? 'sign.detected' : 'sign.counted');
  return (
    <li className="sign" data-testid="sign" data-kind={sign.kind}>
      <div className="line">
        <span className="chip" data-tone="late">
          <Icon name="alert" size={12} />
          {words.because({ code: sign.kind, values: {} })}
        </span>
        <span className="small quiet grow cut">
          {who} · <Ago at={sign.at} />
        </span>
        {mayDecide && <TakeBack sign={sign} />}
      </div>
      {sign.because && <p className="small">{words.because(sign.because)}</p>}
      {sign.words.length > 0 && (
        <p className="sign-words">
          {sign.words.map((word) => (
            <q key={word}>{word}</q>
          ))}
        </p>
      )}
      {sign.note && <p className="small">{sign.note}</p>}
      {sign.seenAt && (
        <p className="small quiet">
          {t('sign.seen-by', { who: words.person(sign.seenBy) })} · <Ago at={sign.seenAt} />
        </p>
      )}
    </li>
  );
}

/** Asks for the reason: it stays in the thread. */
function TakeBack({ sign }: { sign: Sign }) {
  const { t } = useTranslation();
  const order = useSignOrder();
  const [reason, setReason] = useKept(`take-back:${sign.id}`, '');
  const path = `conversations/${sign.conversationId}/signs/${sign.id}`;
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={260}>
      <Popover.Target>
        <Tooltip label={t('sign.take-back')}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('sign.take-back')}>
            <Icon name="close" size={13} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            order.mutate({ path, method: 'DELETE', body: { reason: reason.trim() }, done: 'sign.taken-back' });
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            label={t('sign.take-back')}
            placeholder={t('sign.why')}
            maxLength={1000}
            required
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
