/** A mail in whole: its HTML in a frame without scripts, pictures from elsewhere off until asked for. */

import { useQuery } from '@tanstack/react-query';
import type { WholeMessage } from '@trunkline/contracts';
import DOMPurify from 'dompurify';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';

export function WholeMessageView({ receiptId }: { receiptId: string }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const query = useQuery({
    queryKey: ['receipt', receiptId],
    queryFn: ({ signal }) => ask<WholeMessage>(`/v1/receipts/${encodeURIComponent(receiptId)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.error) return <p className="small quiet">{sayProblem(query.error)}</p>;
  if (!query.data) return <p className="small quiet">{t('loading')}</p>;
  const { html, text, headers } = query.data;
  return (
    <div className="whole">
      {html ? <Framed html={html} /> : <pre className="whole-text">{text}</pre>}
      <a className="line small link" href={`/v1/receipts/${encodeURIComponent(receiptId)}/raw`} download>
        <Icon name="download" size={14} />
        {t('thread.original')}
      </a>
      {headers.length > 0 && (
        <details className="small">
          <summary>{t('thread.headers')}</summary>
          <dl className="headers">
            {headers.map(([name, value], index) => (
              <div key={`${name}${index.toString()}`}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function Framed({ html }: { html: string }) {
  const { t } = useTranslation();
  const [pictures, setPictures] = useState(false);
  const [height, setHeight] = useState(160);
  const page = useMemo(() => pageOf(html, pictures), [html, pictures]);
  const hasPictures = /<img[^>]+src\s*=\s*["']?\s*(?:https?:)?\/\//i.test(html);
  return (
    <>
      {hasPictures && !pictures && (
        <button type="button" className="line small link" onClick={() => setPictures(true)}>
          <Icon name="image" size={14} />
          {t('thread.show-pictures')}
        </button>
      )}
      <iframe
        title={t('thread.whole')}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={page}
        style={{ height }}
        onLoad={({ currentTarget }) =>
          setHeight(Math.min(900, (currentTarget.contentDocument?.documentElement.scrollHeight ?? 160) + 8))
        }
      />
    </>
  );
}

/** Cleaned a second time here; without scripts in the frame, and with a policy of its own that lets nothing out. */
function pageOf(html: string, pictures: boolean): string {
  const clean = DOMPurify.sanitize(html, {
    FORBID_TAGS: ['style', 'form', 'input', 'button', 'iframe', 'object', 'embed', 'base', 'meta', 'link'],
    ADD_ATTR: ['target'],
  });
  const images = pictures ? 'data: cid: https: http:' : 'data:';
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${images}">
<base target="_blank"><style>body{margin:8px;font:14px/1.5 system-ui,sans-serif;color:#141a1e;background:#fff;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}${pictures ? '' : 'img:not([src^="data:"]){display:none}'}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid #dde3e6;color:#46525a}</style>${clean}`;
}
