/** Every channel as it stands: on or off, through which doors, what it can do, and where its settings are. */
import { useQuery } from '@tanstack/react-query';
import type { ChannelRow } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { saySize } from '../conversation/say-size.ts';
import { Bones } from '../parts/bones.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { channelsQuery } from '../parts/queries.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useEditing, useSay } from './editing.ts';
import { PageHead, Part } from './page-head.tsx';
import type { Page } from './pages.ts';

/** Settings of the policy hang on the standard, not on a channel's name. */
const pageOfStandard: Partial<Record<ChannelRow['standard'], Page>> = { chat: 'chat', call: 'hotline', mail: 'mail' };

export function ChannelList() {
  const { t } = useSay();
  const query = useQuery(channelsQuery);
  const rows = [...(query.data ?? [])].sort((one, other) => Number(other.isOn) - Number(one.isOn));
  return (
    <>
      <PageHead page="channels" />
      <div className="editor">
        <Part title={t('channels.all')} hint={t('channels.all-hint')}>
          {query.isPending && <Bones shape="card" />}
          {query.error && !query.data && <Refusal error={query.error} again={() => void query.refetch()} />}
          {query.data?.length === 0 && (
            <Empty icon="chat" title={t('channels.none')}>
              {t('channels.none-more')}
            </Empty>
          )}
          <ul className="channel-list">
            {rows.map((row) => (
              <ChannelItem key={row.name} row={row} />
            ))}
          </ul>
        </Part>
      </div>
    </>
  );
}

function ChannelItem({ row }: { row: ChannelRow }) {
  const { t, language } = useSay();
  const { t: root } = useTranslation();
  const { goTo } = useEditing();
  const page = pageOfStandard[row.standard];
  return (
    <li className="channel-row" data-on={row.isOn || undefined} data-testid="channel-row" data-name={row.name}>
      <span className="channel-icon">
        <Icon name={row.standard} size={20} label={root(`standard.${row.standard}`)} />
      </span>
      <span className="channel-words grow">
        <span className="line">
          <b>{row.label[language]}</b>
          <span className="chip" data-tone={row.isOn ? 'accent' : undefined}>
            <Icon name={row.isOn ? 'check' : 'close'} size={12} />
            {t(row.isOn ? 'channels.on' : 'channels.off')}
          </span>
          {row.isPreview && (
            <span className="chip" data-tone="soon" title={t('channels.preview-hint')}>
              {t('channels.preview')}
            </span>
          )}
        </span>
        <span className="small quiet">
          {row.accounts.length > 0
            ? row.accounts.join(' · ')
            : t(row.isOn ? 'channels.no-accounts' : 'channels.off-more', { name: row.name })}
        </span>
        <Talents row={row} />
      </span>
      {page && (
        <button type="button" className="link small" onClick={() => goTo(page)}>
          {t('channels.settings')}
        </button>
      )}
    </li>
  );
}

function Talents({ row }: { row: ChannelRow }) {
  const { t } = useSay();
  const talents: [string, boolean][] = [
    [
      row.maxFileBytes === null ? t('channels.no-files') : t('channels.files', { size: saySize(row.maxFileBytes) }),
      row.maxFileBytes !== null,
    ],
    [t('channels.quick-replies'), row.quickReplies],
    [t('channels.read'), row.readReceipts],
    [t('channels.typing'), row.typing],
  ];
  return (
    <ul className="talents small">
      {talents.map(([words, has]) => (
        <li key={words} data-has={has || undefined}>
          <Icon name={has ? 'check' : 'close'} size={12} label={t(has ? 'value.yes' : 'value.no')} />
          {words}
        </li>
      ))}
      <li data-has>
        <Icon name="clock" size={12} />
        {row.replyWindowHours === null ? t('channels.any-time') : t('channels.window', { count: row.replyWindowHours })}
      </li>
    </ul>
  );
}
