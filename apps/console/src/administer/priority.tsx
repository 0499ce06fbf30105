/** What weighs more than waiting, in minutes, with two examples that show at once what a figure does. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing, useSay } from './editing.ts';
import { urgencies } from './kinds.ts';
import { PageHead, Part } from './page-head.tsx';
import { PriorityFields } from './priority-fields.tsx';
import { sayDuration } from './read-duration.ts';
import { standards } from './standards.ts';
import { boostOf, type Example, minutesAhead } from './weigh.ts';

const plain: Example = { standard: 'mail', urgency: 'normal', isVip: false, isComplaint: false, isSensitive: false };
const marks = ['isVip', 'isComplaint', 'isSensitive'] as const;

export function Priority() {
  const { t } = useSay();
  return (
    <>
      <PageHead page="priority" />
      <div className="split even">
        <Part title={t('priority.minutes')} hint={t('priority.minutes-hint')}>
          <PriorityFields at="priority" />
        </Part>
        <Preview />
      </div>
    </>
  );
}

function Preview() {
  const { t, language } = useSay();
  const { policy } = useEditing();
  const [one, setOne] = useState<Example>({ ...plain, standard: 'chat', urgency: 'high', isVip: true });
  const [other, setOther] = useState<Example>(plain);
  const ahead = minutesAhead(one, other, policy);
  const say = useSayExample();
  const [first, second] = ahead >= 0 ? [one, other] : [other, one];
  const stretch = sayDuration(Math.round(Math.abs(ahead) * 60), language);
  return (
    <Part title={t('priority.preview')} hint={t('priority.preview-hint')}>
      <div className="pair">
        <ExampleBox title={t('priority.one')} example={one} change={setOne} />
        <ExampleBox title={t('priority.other')} example={other} change={setOther} />
      </div>
      <p className="verdict" role="status" data-testid="priority-verdict">
        {ahead === 0
          ? t('priority.equal')
          : t('priority.goes-before', { first: say(first), second: say(second), stretch })}
      </p>
      <p className="quiet small">
        {t('priority.sum', { one: boostOf(one, policy), other: boostOf(other, policy), cap: policy.priority.cap })}
      </p>
    </Part>
  );
}

function useSayExample(): (example: Example) => string {
  const { t } = useSay();
  const { t: root } = useTranslation();
  return (example) =>
    t('priority.example', {
      standard: root(`standard.${example.standard}`),
      urgency: root(`urgency.${example.urgency}`),
      marks: marks
        .filter((mark) => example[mark])
        .map((mark) => t(`priority.a-${mark}`))
        .join(''),
    });
}

function ExampleBox({ title, example, change }: { title: string; example: Example; change: (next: Example) => void }) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const put = (part: Partial<Example>) => change({ ...example, ...part });
  return (
    <fieldset className="example">
      <legend>{title}</legend>
      <NativeSelect
        size="xs"
        aria-label={t('rules.standard')}
        value={example.standard}
        data={standards.map((value) => ({ value, label: root(`standard.${value}`) }))}
        onChange={({ currentTarget }) => put({ standard: currentTarget.value as Example['standard'] })}
      />
      <NativeSelect
        size="xs"
        aria-label={t('taxonomy.urgency')}
        value={example.urgency}
        data={urgencies.map((value) => ({ value, label: root(`urgency.${value}`) }))}
        onChange={({ currentTarget }) => put({ urgency: currentTarget.value as Example['urgency'] })}
      />
      {marks.map((mark) => (
        <Checkbox
          key={mark}
          size="xs"
          label={t(`priority.${mark}`)}
          checked={example[mark]}
          onChange={({ currentTarget }) => put({ [mark]: currentTarget.checked })}
        />
      ))}
    </fieldset>
  );
}
