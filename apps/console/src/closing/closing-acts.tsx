/** On a conversation's page: the acts of the way to its end, and the warning where the closing question was not asked. */
import { Button } from '@mantine/core';
import type { Conversation } from '@trunkline/contracts';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useOrder } from '../parts/use-order.ts';
import { useOfferAct } from '../procedure/offer-act.ts';
import './closing.css';

type Props = { conversation: Conversation; write: () => void };

export function ClosingActs({ conversation, write }: Props) {
  const order = useOrder();
  const { id } = conversation;
  const [isWarned, warn] = useState(false);
  const give = order.mutate;
  useOfferAct(
    'ask-anything-else',
    useCallback(() => give({ id, verb: 'anything-else' }), [give, id]),
  );
  const isUnasked = conversation.closing?.askedAt == null;
  useOfferAct(
    'resolve',
    useCallback(() => (isUnasked ? warn(true) : give({ id, verb: 'resolve' })), [give, id, isUnasked]),
  );
  useOfferAct('reply', write);
  return isWarned ? <UnaskedWarning id={id} close={() => warn(false)} /> : null;
}

/** Whoever has not asked is told so once, with both ways out. */
export function UnaskedWarning({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const order = useOrder();
  const run = (verb: 'anything-else' | 'resolve') => {
    order.mutate({ id, verb });
    close();
  };
  return (
    <Dialog close={close} title={t('closing.unasked')}>
      <p>{t('closing.unasked-more')}</p>
      <div className="line form-foot">
        <Button variant="default" className="grow" onClick={() => run('resolve')} data-testid="resolve-anyway">
          {t('closing.resolve-anyway')}
        </Button>
        <Button
          data-autofocus
          className="grow"
          leftSection={<Icon name="send" size={14} />}
          onClick={() => run('anything-else')}
          data-testid="ask-first"
        >
          {t('closing.ask-first')}
        </Button>
      </div>
    </Dialog>
  );
}
