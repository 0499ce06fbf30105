/** One message to all members of an incident, in both languages; at its end it may be the last one, or none. */
import { Textarea } from '@mantine/core';
import type { IncidentRow } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { newKey } from '../parts/new-key.ts';
import { useKept } from '../parts/use-kept.ts';
import { useSignOrder } from './sign-queries.ts';

type Props = { row: IncidentRow; isEnd: boolean; close: () => void };

export function IncidentDialog({ row, isEnd, close }: Props) {
  const { t } = useTranslation();
  const order = useSignOrder();
  const [once] = useState(newKey);
  const [text, setText, forget] = useKept(`incident:${row.id}:${isEnd ? 'end' : 'tell'}`, { en: '', zh: '' });
  const sent = () => {
    forget();
    close();
  };
  const said = { en: text.en.trim(), zh: text.zh.trim() };
  const isWhole = said.en !== '' && said.zh !== '';
  const isEmpty = said.en === '' && said.zh === '';
  const go = isEnd ? (isEmpty ? 'close-silently' : 'close-and-tell') : 'send';
  return (
    <Dialog
      close={close}
      title={isEnd ? t('incident.close') : t('incident.tell', { count: row.memberCount })}
      size="lg"
    >
      <form
        className="incident-form"
        onSubmit={(event) => {
          event.preventDefault();
          const given = isEnd
            ? { path: `incidents/${row.id}/close`, body: { text: isEmpty ? null : said }, done: 'sign.incident-closed' }
            : { path: `incidents/${row.id}/message`, body: { text: said }, once, done: 'incident.sent' };
          order.mutate(given, { onSuccess: sent });
        }}
      >
        <p className="small quiet">{t(isEnd ? 'incident.close-hint' : 'incident.tell-hint')}</p>
        {(['en', 'zh'] as const).map((language) => (
          <Textarea
            key={language}
            label={t(`incident.${language}`)}
            autosize
            minRows={3}
            maxLength={4000}
            value={text[language]}
            onChange={({ currentTarget }) => setText({ ...text, [language]: currentTarget.value })}
          />
        ))}
        <FormFoot
          {...{ close }}
          go={t(`incident.${go}`)}
          isReady={isWhole || (isEnd && isEmpty)}
          isPending={order.isPending}
          error={order.error}
          testId="incident-go"
        />
      </form>
    </Dialog>
  );
}
