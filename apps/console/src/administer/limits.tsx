/** How long everything may take: by channel, limits beside those, their calendars, when a delay is told, what rests. */
import { Button } from '@mantine/core';
import type { TimeLimit } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { tell } from '../parts/tell.ts';
import { ChangedMark } from './changed-mark.tsx';
import { ChoiceBox } from './choice-box.tsx';
import { restingKinds } from './clock-kinds.ts';
import { stepBack } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { LimitRow } from './limit-row.tsx';
import { PageHead, Part } from './page-head.tsx';
import { DurationBox, NumberBox } from './parsed-box.tsx';
import { standards } from './standards.ts';
import { limitColumns, StandardsTable } from './standards-table.tsx';
import { TickBox } from './tick-box.tsx';
import './time-pages.css';
import { useField } from './use-field.ts';

export function Limits() {
  const { t } = useSay();
  return (
    <>
      <PageHead page="limits" />
      <div className="editor">
        <Part title={t('assignment.standards')} hint={t('assignment.standards-hint')}>
          <StandardsTable columns={limitColumns} />
        </Part>
        <OwnLimits />
        <ChannelCalendars />
        <Delays />
        <Rest />
      </div>
    </>
  );
}

const at = 'time.limits';

function OwnLimits() {
  const { t } = useSay();
  const { policy, mayWrite } = useEditing();
  const { set, changes } = useField(at);
  const { limits } = policy.time;
  const add = () => set([...limits, { code: freeCode(limits), clock: 'first-response', when: {}, seconds: 900 }]);
  const remove = (code: string) => {
    set(limits.filter((limit) => limit.code !== code));
    tell(t('removed', { name: code }), 'calm', { words: t('undo'), run: stepBack });
  };
  return (
    <Part title={t('limits.own')} hint={t('limits.own-hint')} path={at}>
      <ChangedMark changes={changes} label={t('limits.own')} />
      {limits.length === 0 && (
        <Empty icon="clock" title={t('limits.none')}>
          {t('limits.none-more')}
        </Empty>
      )}
      <ul className="limits">
        {limits.map((limit, index) => (
          <LimitRow
            // biome-ignore lint/suspicious/noArrayIndexKey: its code is being typed
            key={index}
            limit={limit}
            taken={limits.filter((_one, place) => place !== index).map(({ code }) => code)}
            change={(next) => set(limits.map((one, place) => (place === index ? next : one)))}
            remove={() => remove(limit.code)}
          />
        ))}
      </ul>
      {mayWrite && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="plus" size={14} />}
          style={{ justifySelf: 'start' }}
          onClick={add}
          data-testid="new-limit"
        >
          {t('limits.new')}
        </Button>
      )}
    </Part>
  );
}

function freeCode(limits: readonly TimeLimit[]): string {
  for (let number = limits.length + 1; ; number += 1) {
    if (!limits.some(({ code }) => code === `limit-${number}`)) return `limit-${number}`;
  }
}

function ChannelCalendars() {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const { policy } = useEditing();
  const choices = Object.keys(policy.calendars).map((value) => ({ value, label: value }));
  return (
    <Part title={t('limits.calendars')} hint={t('limits.calendars-hint')}>
      <div className="figures-grid">
        {standards.map((standard) => (
          <ChoiceBox
            key={standard}
            path={`time.channelCalendars.${standard}`}
            label={root(`standard.${standard}`)}
            choices={choices}
            none={{ label: t('limits.of-the-queue'), value: undefined }}
          />
        ))}
      </div>
    </Part>
  );
}

function Delays() {
  const { t } = useSay();
  return (
    <Part title={t('limits.delays')} hint={t('limits.delays-hint')}>
      <div className="figures-grid wide">
        <NumberBox
          path="time.warnAtPercent"
          label={t('assignment.warn')}
          hint={t('assignment.warn-hint')}
          least={1}
          most={99}
          unit="%"
        />
        <DurationBox path="time.delays.fromSeconds" label={t('limits.from')} hint={t('limits.from-hint')} />
        <NumberBox
          path="time.delays.foreseenFromPercent"
          label={t('limits.foreseen')}
          hint={t('limits.foreseen-hint')}
          least={1}
          most={99}
          unit="%"
        />
        <NumberBox
          path="time.delays.surelyFromPercent"
          label={t('limits.surely')}
          hint={t('limits.surely-hint')}
          least={1}
          most={99}
          unit="%"
        />
        <NumberBox path="time.delays.mostInConversation" label={t('limits.most')} hint={t('limits.most-hint')} />
        <NumberBox
          path="time.delays.roundToMinutes"
          label={t('limits.round')}
          hint={t('limits.round-hint')}
          least={1}
          unit={t('minutes')}
        />
      </div>
    </Part>
  );
}

function Rest() {
  const { t } = useSay();
  const { t: root } = useTranslation();
  return (
    <Part title={t('limits.rest')}>
      <div className="pair">
        <TickBox
          path="time.restWithCustomer"
          label={t('limits.rests')}
          hint={t('limits.rests-hint')}
          choices={restingKinds.map((value) => ({ value, label: root(`deadline.${value}`) }))}
        />
        <ChoiceBox
          path="time.onReopening"
          label={t('limits.reopening')}
          choices={(['goes-on', 'begins-anew'] as const).map((value) => ({ value, label: t(`value.${value}`) }))}
        />
      </div>
    </Part>
  );
}
