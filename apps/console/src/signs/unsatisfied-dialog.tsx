/** Notes that a customer is not satisfied, and with what: without that it helps nobody. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { opened: boolean; close: () => void; say: (reason: string) => void };

export function UnsatisfiedDialog({ opened, close, say }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('sign.unsatisfied')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className="line"
        onSubmit={(event) => {
          event.preventDefault();
          say(reason.trim());
          setReason('');
        }}
      >
        <TextInput
          className="grow"
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          placeholder={t('sign.with-what')}
          aria-label={t('sign.with-what')}
          maxLength={1000}
        />
        <Button type="submit" disabled={!reason.trim()}>
          {t('sign.note')}
        </Button>
      </form>
    </Modal>
  );
}
