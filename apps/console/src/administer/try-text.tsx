/** Asks the server what a text is about, by the policy in force. */
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TriedText } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { useWords } from '../parts/use-words.ts';
import { useSay } from './editing.ts';
import { Part } from './page-head.tsx';

export function TryText() {
  const { t } = useSay();
  const sayProblem = useSayProblem();
  const [text, setText] = useState('');
  const tried = useMutation({
    mutationFn: (text: string) => ask<TriedText>('/v1/classify/try', { body: { text } }),
  });
  return (
    <Part title={t('try.title')} hint={t('try.hint')}>
      <form
        className="try"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) tried.mutate(text.trim());
        }}
      >
        <Textarea
          aria-label={t('try.text')}
          placeholder={t('try.text')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={20_000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={tried.isPending} disabled={text.trim() === ''}>
          {t('try.go')}
        </Button>
      </form>
      <div role="status">
        {tried.error && (
          <p className="problem" data-severity="error">
            {sayProblem(tried.error)}
          </p>
        )}
        {tried.data && <Answer answer={tried.data} />}
      </div>
    </Part>
  );
}

function Answer({ answer }: { answer: TriedText }) {
  const { t } = useSay();
  const { t: root } = useTranslation();
  const words = useWords();
  const { label, confidence, evidence, queue, language } = answer;
  return (
    <dl className="try-answer" data-testid="try-answer">
      <div>
        <dt>{t('taxonomy.label')}</dt>
        <dd>
          <b>{words.label(label) ?? root('card.unclassified')}</b>{' '}
          <span className="quiet">{t('try.sure', { percent: Math.round(confidence * 100) })}</span>
        </dd>
      </div>
      <div>
        <dt>{t('try.by')}</dt>
        <dd>{evidence.length > 0 ? evidence.slice(0, 8).join(root('list-comma')) : t('value.none')}</dd>
      </div>
      <div>
        <dt>{t('rules.queue')}</dt>
        <dd className="line">
          <Icon name="forth" size={13} />
          {words.queue(queue)} · {root(`language.${language}`, { defaultValue: language })}
        </dd>
      </div>
    </dl>
  );
}
