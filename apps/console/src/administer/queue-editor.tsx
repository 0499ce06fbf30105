/** One queue: its names, how it shares work, what it requires, when it is open, where it widens to. */
import { Button, Radio } from '@mantine/core';
import type { Queue } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { ChoiceBox, SwitchBox } from './choice-box.tsx';
import { edit } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { Field } from './field.tsx';
import { Part } from './page-head.tsx';
import { PriorityFields } from './priority-fields.tsx';
import { RequiredSkills } from './required-skills.tsx';
import { standards } from './standards.ts';
import { BothBox } from './text-box.tsx';
import { TickBox } from './tick-box.tsx';
import { WhoCanServe } from './who-can-serve.tsx';

const modes: Queue['mode'][] = ['even', 'by-ability', 'longest-idle', 'least-loaded'];

export function QueueEditor({ queue }: { queue: Queue }) {
  const { t, language } = useSay();
  const { policy, base, mayWrite } = useEditing();
  const { t: root } = useTranslation();
  const at = `queues[${queue.code}]`;
  const others = policy.queues.filter(({ code }) => code !== queue.code);
  const isNew = !base.queues.some(({ code }) => code === queue.code);
  return (
    <div className="editor" data-path={at}>
      <Part title={queue.name[language] || queue.code} hint={t('queues.code', { code: queue.code })}>
        <BothBox path={`${at}.name`} label={t('name')} />
        <ModeBox path={`${at}.mode`} />
      </Part>
      <Part title={t('queues.who')} hint={t('queues.who-hint')}>
        <WhoCanServe queue={queue} />
        <RequiredSkills path={`${at}.requires`} />
        <ChoiceBox
          path={`${at}.widensTo`}
          label={t('queues.widens-to')}
          hint={t('queues.widens-hint', { percent: Math.round(policy.assignment.widenAfterShare * 100) })}
          choices={others.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
          none={{ label: t('queues.widens-nowhere'), value: null }}
        />
      </Part>
      <Part title={t('queues.work')}>
        <ChoiceBox
          path={`${at}.calendar`}
          label={t('queues.calendar')}
          hint={t('queues.calendar-hint')}
          choices={Object.keys(policy.calendars).map((code) => ({ value: code, label: code }))}
        />
        <TickBox
          path={`${at}.direct`}
          label={t('queues.direct')}
          hint={t('queues.direct-hint')}
          choices={standards.map((value) => ({ value, label: root(`standard.${value}`) }))}
        />
        <SwitchBox path={`${at}.archived`} label={t('queues.is-archived')} hint={t('queues.archived-hint')} />
      </Part>
      <Part title={t('queues.priority')} hint={t('queues.priority-hint')} path={`${at}.priority`}>
        <PriorityFields at={`${at}.priority`} isOwn />
      </Part>
      {isNew && mayWrite && (
        <Button
          variant="subtle"
          color="red"
          leftSection={<Icon name="trash" size={15} />}
          onClick={() => edit(at, undefined)}
          style={{ justifySelf: 'start' }}
        >
          {t('queues.remove')}
        </Button>
      )}
    </div>
  );
}

function ModeBox({ path }: { path: string }) {
  const { t } = useSay();
  const { policy, mayWrite } = useEditing();
  const chosen = policy.queues.find(({ code }) => path.startsWith(`queues[${code}]`))?.mode ?? 'even';
  return (
    <Field path={path} label={t('queues.mode')} isGroup>
      {({ id }) => (
        <Radio.Group value={chosen} onChange={(mode) => edit(path, mode)} aria-labelledby={`${id}-name`}>
          <div className="cards">
            {modes.map((mode) => (
              <Radio.Card
                key={mode}
                value={mode}
                className="card-choice"
                disabled={!mayWrite}
                data-testid={`mode-${mode}`}
              >
                <Radio.Indicator disabled={!mayWrite} />
                <span>
                  <b>{t(`value.${mode}`)}</b>
                  <span className="small quiet">{t(`mode.${mode}`)}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      )}
    </Field>
  );
}
