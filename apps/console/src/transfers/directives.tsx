/** On the floor: what is not transferred now, in which words, for how long; a supervisor makes one and ends it. */
import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Directive } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../parts/gateway.ts';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { tell } from '../parts/tell.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useLanguage } from '../parts/use-language.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { DirectiveDialog } from './directive-dialog.tsx';
import { directivesQuery } from './transfer-queries.ts';

export function Directives() {
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  const rows = useQuery(directivesQuery).data ?? [];
  const [isMaking, make] = useState(false);
  if (rows.length === 0 && !mayDecide) return null;
  return (
    <Box title={t('directive.title')} count={rows.length} data-testid="directives">
      {rows.length === 0 && <p className="small quiet directive-none">{t('directive.none')}</p>}
      <ul className="items">
        {rows.map((row) => (
          <DirectiveItem key={row.id} row={row} mayDecide={mayDecide} />
        ))}
      </ul>
      {mayDecide && (
        <div className="directive-new">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => make(true)}
            data-testid="directive-new"
          >
            {t('directive.new')}
          </Button>
        </div>
      )}
      {isMaking && <DirectiveDialog close={() => make(false)} />}
    </Box>
  );
}

function DirectiveItem({ row, mayDecide }: { row: Directive; mayDecide: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const language = useLanguage();
  const sayProblem = useSayProblem();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => ask(`/v1/directives/${row.id}`, { method: 'DELETE' }),
    onSuccess: () => tell(t('directive.ended')),
    onError: (error) => tell(sayProblem(error), 'failed'),
    onSettled: () => client.invalidateQueries({ queryKey: ['directives'] }),
  });
  const about = row.label ?? row.topic;
  const limitSeconds = (Date.parse(row.untilAt) - Date.parse(row.fromAt)) / 1000;
  return (
    <li className="item" data-testid="directive-row" data-id={row.id}>
      <div className="line">
        <b className="cut grow">
          {about ? words.label(about) : t('directive.all')} · {words.queue(row.queue)}
        </b>
        <TimeLeft dueAt={row.untilAt} limitSeconds={limitSeconds} />
        {mayDecide && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('directive.end')}
            loading={end.isPending}
            onClick={() => end.mutate()}
            data-testid="directive-end"
          >
            <Icon name="close" size={14} />
          </ActionIcon>
        )}
      </div>
      <p className="small">
        <q>{row.text[language]}</q> <span className="quiet">{words.person(row.by)}</span>
      </p>
    </li>
  );
}
