/** The draft as one JSON document: read whole, changed, held against its schema, and taken over only where it holds its shape. */
import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PolicyProblem, PolicyV1 } from '@trunkline/contracts';
import { useRef, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { stepBack, write } from './draft.ts';
import { useEditing, useSay } from './editing.ts';
import { findPlace } from './find-place.ts';
import { PageHead } from './page-head.tsx';
import { readJson } from './read-json.ts';
import { askProblems } from './use-problems.ts';

export function PolicyDocument() {
  const { t } = useSay();
  const sayProblem = useSayProblem();
  const { policy, mayWrite, at } = useEditing();
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? JSON.stringify(policy, null, 2);
  const [settled] = useDebouncedValue(shown, 400);
  const read = readJson(shown);
  const query = useQuery({
    queryKey: ['document-problems', settled],
    queryFn: ({ signal }) => askProblems(JSON.parse(settled), signal),
    enabled: mayWrite && text !== null && readJson(settled).ok,
    gcTime: 10_000,
  });
  const box = useRef<HTMLTextAreaElement>(null);
  const problems = text === null ? [] : (query.data ?? []);
  const breaks = problems.filter(({ because }) => because.code === 'breaks-the-schema');
  const isKnown = settled === shown && !query.isFetching;
  const isReady = text !== null && read.ok && isKnown && query.isSuccess && breaks.length === 0;
  const select = (from: number, to: number) => showIn(box.current, from, to);
  const take = () => {
    if (!read.ok) return;
    write({ ...(read.value as PolicyV1), version: policy.version });
    setText(null);
    tell(t('document.taken'), 'calm', { words: t('undo'), run: stepBack });
  };
  return (
    <>
      <PageHead page="document">
        {mayWrite && (
          <div className="line">
            <Button size="compact-sm" variant="default" disabled={text === null} onClick={() => setText(null)}>
              {t('document.reset')}
            </Button>
            <Button
              size="compact-sm"
              disabled={!isReady}
              loading={text !== null && read.ok && !isKnown}
              onClick={take}
              data-testid="document-take"
            >
              {t('document.take')}
            </Button>
          </div>
        )}
      </PageHead>
      <div role="status" className="document-status">
        {!read.ok && (
          <button
            type="button"
            className="problem as-button"
            data-severity="error"
            onClick={() => select(read.at, read.at + 1)}
          >
            <Icon name="failed" size={14} />
            {t('document.not-json', { line: read.line, column: read.column })}
          </button>
        )}
        {query.error && <p className="problem">{sayProblem(query.error)}</p>}
        {read.ok &&
          problems.map((problem) => (
            <DocumentProblem key={problem.path + problem.because.code} problem={problem} text={shown} select={select} />
          ))}
      </div>
      <Textarea
        ref={box}
        className="document"
        aria-label={t('page.document')}
        rows={36}
        spellCheck={false}
        value={shown}
        readOnly={!mayWrite}
        onFocus={() => at && text === null && select(...placeOf(shown, at))}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </>
  );
}

type ProblemProps = { problem: PolicyProblem; text: string; select: (from: number, to: number) => void };

function DocumentProblem({ problem, text, select }: ProblemProps) {
  const { language } = useSay();
  return (
    <button
      type="button"
      className="problem as-button"
      data-severity={problem.severity}
      onClick={() => select(...placeOf(text, problem.path))}
    >
      <Icon name={problem.severity === 'error' ? 'failed' : 'alert'} size={14} />
      <code>{problem.path || '/'}</code>
      <span>{problem[language]}</span>
    </button>
  );
}

function placeOf(text: string, path: string): [from: number, to: number] {
  const from = findPlace(text, path);
  const end = text.indexOf('\n', from);
  return [from, end < 0 ? text.length : end];
}

/** Selects a stretch of the text and scrolls it into the middle. */
function showIn(box: HTMLTextAreaElement | null, from: number, to: number): void {
  if (!box) return;
  box.focus({ preventScroll: true });
  box.setSelectionRange(from, to);
  const lines = box.value.split('\n').length;
  const line = box.value.slice(0, from).split('\n').length;
  box.scrollTop = (line / lines) * box.scrollHeight - box.clientHeight / 2;
  box.scrollIntoView({ block: 'nearest' });
}
