/** A call without a telephone system, in two clicks: the button, and who it is with. */
import { ActionIcon, Button, Popover, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { NewCall } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useOpenCall } from './call-queries.ts';
import './calls.css';

export function OpenCall() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-end" trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label={t('call.open')} disabled={isOpen}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('call.open')}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            data-testid="call-open"
          >
            <Icon name="call" />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('call.open')}>
        <OpenCallForm close={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function OpenCallForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const empty = { address: '', name: '', direction: 'in' as NewCall['direction'] };
  const [form, setForm, forget] = useKept('open-call', empty);
  const put = (part: Partial<typeof empty>) => setForm({ ...form, ...part });
  const { address, name, direction } = form;
  const order = useOpenCall(({ id }) => {
    forget();
    close();
    void navigate({ to: '/inbox/$filter/$conversationId', params: { filter: 'mine', conversationId: id } });
  });
  const isReady = address.trim().length >= 3;
  return (
    <form
      className="call-form"
      onSubmit={(event) => {
        event.preventDefault();
        const said = name.trim();
        if (isReady) order.mutate({ address: address.trim(), direction, ...(said && { name: said }) });
      }}
    >
      <SegmentedControl
        fullWidth
        size="xs"
        value={direction}
        onChange={(value) => put({ direction: value as NewCall['direction'] })}
        aria-label={t('call.direction')}
        data={(['in', 'out'] as const).map((value) => ({ value, label: t(`call.${value}`) }))}
      />
      <TextInput
        data-autofocus
        type="tel"
        label={t('call.number')}
        required
        maxLength={64}
        value={address}
        onChange={({ currentTarget }) => put({ address: currentTarget.value })}
        data-testid="call-number"
      />
      <TextInput
        label={t('call.name')}
        maxLength={255}
        value={name}
        onChange={({ currentTarget }) => put({ name: currentTarget.value })}
      />
      <Button type="submit" fullWidth disabled={!isReady} loading={order.isPending} data-testid="call-start">
        {t('call.start')}
      </Button>
    </form>
  );
}
