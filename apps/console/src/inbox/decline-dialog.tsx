/** Declining asks why: one click for the usual reasons, or one's own words. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const usual = ['busy', 'other-topic', 'break', 'language'] as const;

type Props = { opened: boolean; close: () => void; decline: (note: string) => void };

export function DeclineDialog({ opened, close, decline }: Props) {
  const { t } = useTranslation();
  const [own, setOwn] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('decline.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="decline">
        {usual.map((reason, index) => (
          <Button
            key={reason}
            variant="default"
            justify="space-between"
            fullWidth
            data-autofocus={index === 0 || undefined}
            onClick={() => decline(t(`decline.${reason}`))}
          >
            {t(`decline.${reason}`)}
          </Button>
        ))}
        <form
          className="line"
          onSubmit={(event) => {
            event.preventDefault();
            decline(own.trim());
          }}
        >
          <TextInput
            className="grow"
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
            placeholder={t('decline.own')}
            aria-label={t('decline.own')}
            maxLength={500}
          />
          <Button type="submit" disabled={!own.trim()}>
            {t('offer.decline')}
          </Button>
        </form>
      </div>
    </Modal>
  );
}
