/** How long everything may take: by channel, limits beside those, their calendars, when a delay is told, what rests. */
import type { TimeLimit } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { ChoiceBox } from './choice-box.tsx';
import { restingKinds } from './clock-kinds.ts';
import { useEditing, useSay } from './editing.ts';
import { LimitRow } from './limit-row.tsx';
import { ListPart } from './list-part.tsx';
import { PageHead, Part } from './page-head.tsx';
import { DurationBox, NumberBox } from './parsed-box.tsx';
import { standards } from './standards.ts';
import { limitColumns, StandardsTable } from './standards-table.tsx';
import { TickBox } from './tick-box.tsx';
import './time-pages.css';
import { useList } from './use-list.ts';

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
  const list = useList<TimeLimit>(at);
  const limits = list.items;
  const add = () => list.add({ code: freeCode(limits), clock: 'first-response', when: {}, seconds: 900 });
  return (
    <ListPart
      path={at}
      title={t('limits.own')}
      hint={t('limits.own-hint')}
      none={limits.length === 0 && { icon: 'clock', title: t('limits.none'), more: t('limits.none-more') }}
      hasOwnProblems
      add={{ words: t('limits.new'), run: add, testId: 'new-limit' }}
    >
      <ul className="limits">
        {limits.map((limit, index) => (
          <LimitRow
            // biome-ignore lint/suspicious/noArrayIndexKey: its code is being typed
            key={index}
            limit={limit}
            taken={limits.filter((_one, place) => place !== index).map(({ code }) => code)}
            change={list.at(index).change}
            remove={() => list.at(index).remove(limit.code)}
          />
        ))}
      </ul>
    </ListPart>
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
