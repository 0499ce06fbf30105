/** What one may do with this conversation, as buttons, keys and commands alike. */

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import type { Conversation } from '@trunkline/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnaskedWarning } from '../closing/closing-acts.tsx';
import { AskSupervisor } from '../consults/ask-supervisor.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { offerCommands } from '../parts/use-commands.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useOrder, type Verb } from '../parts/use-order.ts';
import { MarkSensitive } from '../signs/mark-sensitive.tsx';
import { EscalateButton } from '../tickets/escalate-button.tsx';
import type { Ground } from './drafts.ts';
import { TransferDialog } from './transfer-dialog.tsx';
import { useVerbs } from './use-verbs.ts';

type Act = { verb: Verb; icon: IconName; keys?: string; run: () => void };
type Props = { conversation: Conversation; write: (on: Ground) => void; isNarrow: boolean };
const look: Record<Verb, { icon: IconName; keys?: string }> = {
  accept: { icon: 'check' },
  decline: { icon: 'close' },
  transfer: { icon: 'transfer', keys: 't' },
  'take-over': { icon: 'takeOver' },
  resolve: { icon: 'solve', keys: 'e' },
  close: { icon: 'parked' },
  reopen: { icon: 'reopen' },
  'anything-else': { icon: 'send' },
};

export function Acts({ conversation, write, isNarrow }: Props) {
  const { t } = useTranslation();
  const order = useOrder();
  const [transferring, setTransferring] = useState(false);
  const verbs = useVerbs(conversation);
  const [isWarned, warn] = useState(false);
  // where both sit there, the customer is asked before the end
  const isUnasked = conversation.live && !conversation.call && conversation.closing?.askedAt == null;
  const { id } = conversation;
  const acts: Act[] = verbs.map((verb) => ({
    verb,
    ...look[verb],
    run: () => {
      if (verb === 'transfer') setTransferring(true);
      else if (verb === 'resolve' && isUnasked) warn(true);
      else order.mutate({ id, verb });
    },
  }));
  const byKey = Object.fromEntries(acts.filter(({ keys }) => keys).map(({ keys, run }) => [keys, run]));
  useKeys({ r: () => write('reply'), n: () => write('note'), ...byKey });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the acts change only with what may be done
  useEffect(
    () =>
      offerCommands(
        acts.map(({ verb, icon, keys, run }) => ({
          name: t(`act.${verb}`),
          icon,
          run,
          ...(keys ? { keys: keys.toUpperCase() } : {}),
        })),
      ),
    [verbs.join(), id, t],
  );
  return (
    <>
      {isNarrow ? <ActMenu acts={acts} /> : <ActButtons acts={acts} />}
      <MarkSensitive conversation={conversation} isNarrow={isNarrow} />
      <AskSupervisor conversation={conversation} />
      {isWarned && <UnaskedWarning id={id} close={() => warn(false)} />}
      <EscalateButton conversation={conversation} isNarrow={isNarrow} />
      <TransferDialog opened={transferring} close={() => setTransferring(false)} conversation={conversation} />
    </>
  );
}

function ActButtons({ acts }: { acts: Act[] }) {
  const { t } = useTranslation();
  return (
    <div className="line acts" role="toolbar" aria-label={t('act.label')}>
      {acts.map(({ verb, icon, keys, run }, index) => (
        <Tooltip
          key={verb}
          label={
            <span>
              {t(`act.${verb}-hint`)} {keys && <kbd>{keys}</kbd>}
            </span>
          }
        >
          <Button
            size="compact-md"
            variant={index === 0 ? 'light' : 'default'}
            leftSection={<Icon name={icon} size={15} />}
            onClick={run}
            data-testid={`act-${verb}`}
          >
            {t(`act.${verb}`)}
          </Button>
        </Tooltip>
      ))}
    </div>
  );
}

function ActMenu({ acts }: { acts: Act[] }) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('act.label')}>
          <Icon name="more" size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ verb, icon, run }) => (
          <Menu.Item key={verb} leftSection={<Icon name={icon} />} onClick={run}>
            {t(`act.${verb}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
