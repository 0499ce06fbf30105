/** One click marks a conversation as sensitive: six signs, by mouse, by `m` and a figure, or by name. */
import { Button, Menu, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, SignKind } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { useMayDecide, useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { incidentsQuery, signKinds, signsOfQuery, useSignOrder } from './sign-queries.ts';
import './signs.css';
import { UnsatisfiedDialog } from './unsatisfied-dialog.tsx';

type Props = { conversation: Pick<Conversation, 'id'>; isNarrow: boolean };

export function MarkSensitive({ conversation: { id }, isNarrow }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const order = useSignOrder();
  const mayReply = useMayReply();
  const [isOpen, open] = useState(false);
  const [isAsking, askWhy] = useState(false);
  const signs = useQuery(signsOfQuery(id)).data ?? [];
  const name = (kind: SignKind) => words.because({ code: kind, values: {} });
  const mark = (kind: SignKind) => {
    open(false);
    order.mutate({ path: `conversations/${id}/signs`, body: { kind }, done: 'sign.marked' });
  };
  useKeys({ m: () => open(true) });
  const said = [...new Set(signs.map(({ kind }) => name(kind)))].join(t('list-comma'));
  return (
    <>
      <Menu opened={isOpen} onChange={open} position="bottom-end" width={230} trapFocus returnFocus>
        <Menu.Target>
          <Tooltip
            label={
              <span>
                {said || t('sign.mark-hint')} {!isNarrow && <kbd>m</kbd>}
              </span>
            }
          >
            <Button
              size="compact-md"
              variant="default"
              className="mark-sensitive"
              data-flagged={signs.length > 0 || undefined}
              data-testid="mark-sensitive"
              aria-label={t('sign.mark')}
            >
              <Icon name="alert" size={15} />
            </Button>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown
          onKeyDown={(event) => {
            const kind = signKinds[Number(event.key) - 1];
            if (kind) mark(kind);
          }}
        >
          <Menu.Label>{t('sign.mark')}</Menu.Label>
          {signKinds.map((kind, at) => (
            <Menu.Item
              key={kind}
              onClick={() => mark(kind)}
              rightSection={<kbd>{at + 1}</kbd>}
              data-testid={`mark-${kind}`}
            >
              {name(kind)}
            </Menu.Item>
          ))}
          <AddToIncident id={id} order={order} />
          {mayReply && <Menu.Divider />}
          {mayReply && <Menu.Item onClick={() => askWhy(true)}>{t('sign.unsatisfied')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <UnsatisfiedDialog
        opened={isAsking}
        close={() => askWhy(false)}
        say={(reason) => {
          askWhy(false);
          order.mutate({
            path: `conversations/${id}/outcome`,
            body: { satisfied: false, reason },
            done: 'sign.outcome-said',
          });
        }}
      />
    </>
  );
}

/** A supervisor sees that it belongs to what many report. */
function AddToIncident({ id, order }: { id: string; order: ReturnType<typeof useSignOrder> }) {
  const { t } = useTranslation();
  const words = useWords();
  const mayDecide = useMayDecide();
  const incidents = useQuery({ ...incidentsQuery, enabled: mayDecide }).data ?? [];
  const others = incidents.filter(({ members }) => !members.some((member) => member.id === id));
  if (!mayDecide || others.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      {others.map((incident) => (
        <Menu.Item
          key={incident.id}
          onClick={() =>
            order.mutate({
              path: `incidents/${incident.id}/members`,
              body: { conversationId: id },
              done: 'incident.added',
            })
          }
          data-testid="add-to-incident"
        >
          {t('incident.add', { label: words.label(incident.label) })}
        </Menu.Item>
      ))}
    </>
  );
}
