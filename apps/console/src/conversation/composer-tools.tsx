/** What may go with a reply: a file picked, a row of quick replies; switched off with the reason where the channel has none. */
import { ActionIcon, FileButton, Tooltip } from '@mantine/core';
import type { ChannelRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { addChoice } from './enclosed-view.tsx';
import { putUpFiles } from './put-up-file.ts';
import { saySize } from './say-size.ts';

type Props = { conversationId: string; channel: ChannelRow | undefined; isOff: boolean };

export function ComposerTools({ conversationId, channel, isOff }: Props) {
  const { t } = useTranslation();
  const takesFiles = channel?.maxFileBytes !== null;
  const about = takesFiles
    ? channel?.maxFileBytes
      ? t('file.add-limit', { size: saySize(channel.maxFileBytes) })
      : t('file.add')
    : t('file.none');
  return (
    <span className="line composer-tools">
      <FileButton multiple onChange={(files) => putUpFiles(conversationId, files, channel?.maxFileBytes ?? null)}>
        {(props) => (
          <Tooltip label={about}>
            <ActionIcon
              {...props}
              variant="subtle"
              color="gray"
              aria-label={about}
              disabled={isOff || !takesFiles}
              data-testid="pick-file"
            >
              <Icon name="clip" size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
      <Tooltip label={t('choice.title')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('choice.title')}
          disabled={isOff}
          onClick={() => addChoice(conversationId)}
          data-testid="add-choice"
        >
          <Icon name="choices" size={17} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
