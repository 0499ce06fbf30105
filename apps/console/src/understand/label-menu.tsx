/** The label of a conversation, and putting it right with one click: a list to type in, by topic. */
import { Menu, TextInput, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { policyQuery } from '../parts/queries.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useWords } from '../parts/use-words.ts';
import './understand.css';
import { usePutRight } from './use-put-right.ts';

export function LabelMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const words = useWords();
  const { classified } = conversation;
  const [asked, ask] = useState('');
  const putRight = usePutRight(conversation.id);
  const percent = Math.round(classified.confidence * 100);
  return (
    <Menu position="bottom-start" width={280} onClose={() => ask('')} withinPortal trapFocus>
      <Menu.Target>
        <UnstyledButton className="line" aria-label={t('understand.put-right')} data-testid="label">
          {classified.label ? (
            <span className="chip">{words.label(classified.label)}</span>
          ) : (
            <span className="quiet">{t('card.unclassified')}</span>
          )}
          <span className="small quiet">
            {classified.by ? t('understand.put-right-by', { who: words.person(classified.by) }) : `${percent} %`}
          </span>
          <Icon name="down" size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <TextInput
          m={4}
          size="xs"
          data-autofocus
          value={asked}
          onChange={({ currentTarget }) => ask(currentTarget.value)}
          placeholder={t('understand.find')}
          aria-label={t('understand.find')}
        />
        <Labels asked={asked} now={classified.label} choose={(label) => putRight.mutate(label)} />
      </Menu.Dropdown>
    </Menu>
  );
}

type LabelsProps = { asked: string; now: string | null; choose: (label: string | null) => void };

function Labels({ asked, now, choose }: LabelsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const topics = useQuery(policyQuery).data?.taxonomy.topics ?? [];
  const isMeant = (...names: string[]) => names.join(' ').toLowerCase().includes(asked.trim().toLowerCase());
  const shown = topics.flatMap(({ code, name, labels }) => {
    const meant = labels.filter((label) => isMeant(name[language], label.name.en, label.name.zh));
    return meant.length > 0 ? [{ code, name: name[language], labels: meant }] : [];
  });
  return (
    <div className="scroll label-list">
      {shown.map((topic) => (
        <div key={topic.code}>
          <Menu.Label>{topic.name}</Menu.Label>
          {topic.labels.map((label) => (
            <Menu.Item
              key={label.code}
              disabled={label.code === now}
              rightSection={label.code === now ? <Icon name="check" size={13} /> : null}
              onClick={() => choose(label.code)}
            >
              {label.name[language]}
            </Menu.Item>
          ))}
        </div>
      ))}
      {shown.length === 0 && <p className="small quiet label-none">{t('understand.none-found')}</p>}
      {now !== null && asked === '' && (
        <>
          <Menu.Divider />
          <Menu.Item onClick={() => choose(null)}>{t('understand.none')}</Menu.Item>
        </>
      )}
    </div>
  );
}
