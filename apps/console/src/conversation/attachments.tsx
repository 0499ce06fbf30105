/** Files that came along: type, size, a look at pictures, and the file itself to save. */
import type { Message } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { saySize } from './say-size.ts';

type Attached = Message['attachments'][number];
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];

const addressOf = ({ sha256, name }: Attached) => `/v1/attachments/${sha256}?name=${encodeURIComponent(name)}`;

export function Attachments({ attachments }: { attachments: Attached[] }) {
  const { t } = useTranslation();
  return (
    <ul className="attachments" aria-label={t('thread.attachments', { count: attachments.length })}>
      {attachments.map((attached) => (
        <li key={`${attached.sha256}${attached.name}`}>
          <a className="attachment" href={addressOf(attached)} download={attached.name}>
            {pictures.includes(attached.type) ? (
              <img src={addressOf(attached)} alt={attached.name} loading="lazy" />
            ) : (
              <span className="attachment-icon">
                <Icon name="file" size={20} />
              </span>
            )}
            <span className="attachment-words">
              <span className="cut">{attached.name}</span>
              <span className="small quiet">
                {attached.type.split('/').at(-1)?.slice(0, 16)} · {saySize(attached.bytes)}
              </span>
            </span>
            <Icon name="download" />
          </a>
        </li>
      ))}
    </ul>
  );
}
