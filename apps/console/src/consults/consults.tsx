/** On the floor: what agents, and rules in their place, ask the supervisor; the longest waiting first. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConsultRow } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { useNameOf } from '../parts/use-name-of.ts';
import { useMayDecide } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { Box } from '../supervise/box.tsx';
import { useStill } from '../supervise/use-still.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { consultsQuery } from './consult-queries.ts';

export function Consults() {
  const { t } = useTranslation();
  const open = useQuery(consultsQuery).data ?? [];
  const { rows, waiting, letGo, holds } = useStill(open);
  if (rows.length === 0 && waiting === 0) return null;
  return (
    <Box title={t('consult.title')} count={open.length} newer={{ waiting, letGo }} {...holds} data-testid="consults">
      <ul className="items">
        {rows.map((row) => (
          <ConsultItem key={row.id} row={row} />
        ))}
      </ul>
    </Box>
  );
}

function ConsultItem({ row }: { row: ConsultRow }) {
  const { t } = useTranslation();
  const words = useWords();
  const nameOf = useNameOf();
  const mayDecide = useMayDecide();
  const [isOpen, open] = useState(false);
  return (
    <li className="item" data-testid="consult-row" data-id={row.id} data-kind={row.kind}>
      <div className="line">
        <span className="chip" data-tone="late">
          <Icon name="why" size={12} />
          {t(`consult.kind-${row.kind}`)}
        </span>
        <b className="cut grow">{nameOf(row)}</b>
        <span className="small quiet">
          <Ago at={row.askedAt} />
        </span>
      </div>
      <blockquote className="consult-wanted">{row.wanted}</blockquote>
      <div className="line">
        <span className="small quiet grow cut">
          {row.askedBy ? words.person(row.askedBy) : t('consult.by-rule')} · {words.queue(row.queue)}
        </span>
        <Button
          component={Link}
          to={`/inbox/groups/${row.conversationId}`}
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="eye" size={14} />}
        >
          {t('floor.look')}
        </Button>
        {mayDecide && (
          <Button size="compact-sm" onClick={() => open(true)} data-testid="consult-answer">
            {t('consult.answer-short')}
          </Button>
        )}
      </div>
      {isOpen && <AnswerDialog consult={row} close={() => open(false)} />}
    </li>
  );
}
