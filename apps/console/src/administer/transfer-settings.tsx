/** Transfers: where the customer is asked first and how long, how often it is handed on, and the places outside. */
import { NativeSelect, Textarea } from '@mantine/core';
import type { ExternalPlace } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';
import { NamedList } from './named-list.tsx';
import { PageHead, Part } from './page-head.tsx';
import { NumberBox } from './parsed-box.tsx';
import { standards } from './standards.ts';
import { TickBox } from './tick-box.tsx';
import { useField } from './use-field.ts';

export function TransferSettings() {
  const { t } = useSay();
  const { t: root } = useTranslation();
  return (
    <>
      <PageHead page="transfer" />
      <div className="editor">
        <Part title={t('transfers.consent')} hint={t('transfers.consent-hint')}>
          <TickBox
            path="transfer.asksConsent"
            label={t('transfers.asks')}
            choices={standards.map((value) => ({ value, label: root(`standard.${value}`) }))}
          />
          <div className="figures-grid">
            <NumberBox
              path="transfer.consentSeconds"
              label={t('transfers.seconds')}
              hint={t('transfers.seconds-hint')}
              least={10}
              most={86_400}
              unit={t('transfers.unit')}
            />
            <NumberBox
              path="transfer.bouncesUntilSupervisor"
              label={t('transfers.bounces')}
              hint={t('transfers.bounces-hint')}
              least={1}
              most={20}
            />
          </div>
        </Part>
        <NamedList<ExternalPlace>
          path="transfer.external"
          title={t('transfers.external')}
          hint={t('transfers.external-hint')}
          none={{ icon: 'send', title: t('transfers.no-external'), more: t('transfers.no-external-more') }}
          add={t('transfers.new')}
          fresh={(code) => ({ code, name: { en: '', zh: '' }, text: { en: '', zh: '' }, when: {} })}
          more={(place, change, named) => <PlaceMore {...{ place, change, named }} />}
        />
      </div>
    </>
  );
}

type More = { place: ExternalPlace; change: (place: ExternalPlace) => void; named: (name: string) => string };

function PlaceMore({ place, change, named }: More) {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const { readOnly } = useField('transfer.external');
  const labels = policy.taxonomy.topics.flatMap((topic) => topic.labels);
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={named(t('transfers.when'))}
        value={place.when.label ?? ''}
        disabled={readOnly}
        data={[
          { value: '', label: t('transfers.by-hand') },
          ...labels.map(({ code, name }) => ({ value: code, label: name[language] || code })),
        ]}
        onChange={({ currentTarget: { value } }) => change({ ...place, when: value ? { label: value } : {} })}
      />
      {(['en', 'zh'] as const).map((spoken) => (
        <Textarea
          key={spoken}
          size="xs"
          className="named-wide"
          lang={spoken === 'zh' ? 'zh-Hans' : 'en'}
          aria-label={named(t(`transfers.text-${spoken}`))}
          placeholder={t(`transfers.text-${spoken}`)}
          autosize
          minRows={1}
          readOnly={readOnly}
          value={place.text[spoken]}
          onChange={({ currentTarget }) => change({ ...place, text: { ...place.text, [spoken]: currentTarget.value } })}
        />
      ))}
    </>
  );
}
