/** The rules that give a conversation its queue: the first that matches, in this order. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { ChangedMark } from './changed-mark.tsx';
import { ChoiceBox } from './choice-box.tsx';
import { useEditing, useSay } from './editing.ts';
import { Problems } from './field.tsx';
import { moveItem } from './move-item.ts';
import { PageHead } from './page-head.tsx';
import { RuleRow } from './rule-row.tsx';
import { useField } from './use-field.ts';

const at = 'routing.rules';

export function RoutingRules() {
  const { t, language } = useSay();
  const { policy, mayWrite } = useEditing();
  const { set, changes } = useField(at);
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const { rules } = policy.routing;
  const queues = policy.queues.map(({ code, name }) => ({ value: code, label: name[language] || code }));
  useEffect(() => {
    if (held === null) return;
    list.current?.querySelectorAll<HTMLElement>('.rule-grip')[held]?.focus();
    setHeld(null);
  }, [held]);
  const move = (from: number, to: number) => {
    if (!mayWrite || to < 0 || to >= rules.length) return;
    set(moveItem(rules, from, to));
    setHeld(to);
  };
  return (
    <>
      <PageHead page="rules">
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => set([...rules, { standard: 'chat', queue: policy.routing.otherwise }])}
            data-testid="new-rule"
          >
            {t('new.rule')}
          </Button>
        )}
      </PageHead>
      <section className="part rules" aria-label={t('page.rules')} data-path={at}>
        <div className="part-head line">
          <p className="quiet small grow">{t('rules.order')}</p>
          <ChangedMark changes={changes} label={t('page.rules')} />
        </div>
        {rules.length === 0 && (
          <Empty icon="transfer" title={t('rules.none')}>
            {t('rules.none-more')}
          </Empty>
        )}
        <ol ref={list}>
          {rules.map((rule, index) => (
            <RuleRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place to be known by
              key={index}
              rule={rule}
              index={index}
              queues={queues}
              change={(next) => set(rules.map((one, place) => (place === index ? next : one)))}
              remove={() => set(rules.filter((_one, place) => place !== index))}
              move={(by) => move(index, index + by)}
              drag={() => setDragged(index)}
              drop={() => dragged !== null && move(dragged, index)}
            />
          ))}
        </ol>
        <Problems path={rules.length === 0 ? at : 'routing.none'} />
        <div className="rule-otherwise">
          <ChoiceBox
            path="routing.otherwise"
            label={t('rules.otherwise')}
            hint={t('rules.otherwise-hint')}
            choices={queues}
          />
        </div>
      </section>
    </>
  );
}
