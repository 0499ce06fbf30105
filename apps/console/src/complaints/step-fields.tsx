/** Fields of the steps that record more than words. */
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepDraft } from './step-draft.ts';

type Props = { draft: StepDraft; change: (part: Partial<StepDraft>) => void };
const severities: StepDraft['severity'][] = ['low', 'normal', 'high', 'critical'];
const ways: StepDraft['how'][] = ['here', 'call', 'mail', 'in-person'];
const results: NonNullable<StepDraft['result']>[] = ['satisfied', 'unsatisfied', 'not-reached'];

export function SeverityField({ draft, change }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      data-autofocus
      label={t('complaint.severity')}
      value={draft.severity}
      data={severities.map((value) => ({ value, label: t(`urgency.${value}`) }))}
      onChange={({ currentTarget }) => change({ severity: currentTarget.value as StepDraft['severity'] })}
    />
  );
}

export function AgreeFields({ draft, change, plan }: Props & { plan: string }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="small complaint-said">{t('complaint.plan-is', { plan })}</p>
      <Radio.Group
        label={t('complaint.agreed')}
        value={draft.agreed === null ? '' : String(draft.agreed)}
        onChange={(value) => change({ agreed: value === 'true' })}
      >
        <div className="complaint-choices">
          <Radio value="true" label={t('complaint.agreed-yes')} data-autofocus />
          <Radio value="false" label={t('complaint.agreed-no')} />
        </div>
      </Radio.Group>
      <div className="complaint-pair">
        <NativeSelect
          label={t('complaint.how')}
          value={draft.how}
          data={ways.map((value) => ({ value, label: t(`complaint.how-${value}`) }))}
          onChange={({ currentTarget }) => change({ how: currentTarget.value as StepDraft['how'] })}
        />
        <TextInput
          type="datetime-local"
          label={t('complaint.at')}
          value={draft.at}
          onChange={({ currentTarget }) => change({ at: currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('complaint.words')}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.words}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
        data-testid="step-words"
      />
    </>
  );
}

export function FollowUpFields({ draft, change }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('complaint.result')}
      value={draft.result ?? ''}
      onChange={(value) => change({ result: value as StepDraft['result'] })}
    >
      <div className="complaint-choices">
        {results.map((value) => (
          <Radio key={value} value={value} label={t(`complaint.result-${value}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
