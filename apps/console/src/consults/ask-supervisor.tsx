/** Asks the supervisor on duty what to do, by mouse or by `q`; what they say stands in the conversation. */
import { Button, Textarea, Tooltip } from '@mantine/core';
import type { Conversation } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import { useConsultOrder } from './consult-queries.ts';
import './consults.css';

export function AskSupervisor({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const isOver = conversation.state === 'solved' || conversation.state === 'closed';
  const may = useMayReply() && !isOver;
  const show = useCallback(() => open(true), []);
  useKeys({ q: show }, may);
  useOfferAct('ask-supervisor', show);
  if (!may) return null;
  return (
    <>
      <Tooltip
        label={
          <span>
            {t('consult.hint')} <kbd>q</kbd>
          </span>
        }
      >
        <Button size="compact-md" variant="default" aria-label={t('consult.ask')} onClick={show} data-testid="consult">
          <Icon name="why" size={15} />
        </Button>
      </Tooltip>
      {isOpen && <AskForm id={conversation.id} close={() => open(false)} />}
    </>
  );
}

function AskForm({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const [wanted, setWanted, forget] = useKept(`consult:${id}`, '');
  const order = useConsultOrder(() => {
    forget();
    close();
  });
  return (
    <Dialog close={close} title={t('consult.ask')}>
      <form
        className="consult-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { kind: 'other', wanted: wanted.trim() };
          order.mutate({ path: `conversations/${id}/consults`, body, said: 'consult.asked' });
        }}
      >
        <Textarea
          data-autofocus
          label={t('consult.wanted')}
          description={t('consult.wanted-hint')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={8000}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
          data-testid="consult-wanted"
        />
        <FormFoot
          close={close}
          go={t('consult.go')}
          isReady={wanted.trim() !== ''}
          isPending={order.isPending}
          error={order.error}
          testId="consult-go"
        />
      </form>
    </Dialog>
  );
}
