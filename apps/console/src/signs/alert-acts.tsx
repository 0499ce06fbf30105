/** What a supervisor does with an alert where it stands: helps with a word, takes over, looks, has seen it. */
import { Button, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SignRow } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { newKey } from '../parts/new-key.ts';
import { useKept } from '../parts/use-kept.ts';
import { useOrder } from '../parts/use-order.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useSignOrder } from './sign-queries.ts';

export function AlertActs({ row }: { row: SignRow }) {
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  const order = useSignOrder();
  const takeOver = useOrder();
  const { conversation } = row;
  const [helps, help] = useState(false);
  const seen = () => order.mutate({ path: `signs/${row.id}/seen`, done: 'sign.now-seen' });
  if (helps) return <Help row={row} close={() => help(false)} />;
  return (
    <div className="line alert-acts">
      {mayDecide && conversation.state !== 'closed' && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="note" size={14} />}
            onClick={() => help(true)}
            data-testid="alert-help"
          >
            {t('alert.help')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="takeOver" size={14} />}
            loading={takeOver.isPending}
            onClick={() => takeOver.mutate({ id: conversation.id, verb: 'take-over' }, { onSuccess: seen })}
            data-testid="alert-take-over"
          >
            {t('alert.take-over')}
          </Button>
        </>
      )}
      <span className="grow" />
      <Button
        component={Link}
        to={`/inbox/groups/${conversation.id}`}
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="eye" size={14} />}
      >
        {t('floor.look')}
      </Button>
      <Button size="compact-sm" loading={order.isPending} onClick={seen} data-testid="alert-seen">
        {t('sign.seen')}
      </Button>
    </div>
  );
}

type HelpProps = { row: SignRow; close: () => void };

/** The word stands in the conversation as a note: whoever has it reads it at once, the customer never does. */
function Help({ row, close }: HelpProps) {
  const { t } = useTranslation();
  const order = useSignOrder();
  const [once] = useState(newKey);
  const [instruction, setInstruction, forget] = useKept(`alert-help:${row.id}`, '');
  const body = { instruction: instruction.trim() };
  const sent = () => {
    forget();
    close();
  };
  return (
    <form
      className="alert-help"
      onSubmit={(event) => {
        event.preventDefault();
        order.mutate({ path: `signs/${row.id}/help`, body, once, done: 'alert.helped' }, { onSuccess: sent });
      }}
    >
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxLength={4000}
        aria-label={t('alert.instruction')}
        placeholder={t('alert.instruction')}
        value={instruction}
        onChange={({ currentTarget }) => setInstruction(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Escape' && close()}
      />
      <div className="line">
        <span className="grow" />
        <Button size="compact-sm" variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          size="compact-sm"
          disabled={body.instruction === ''}
          loading={order.isPending}
          data-testid="alert-help-go"
        >
          {t('alert.send')}
        </Button>
      </div>
    </form>
  );
}
