/** Says that a matter is beyond one: three reasons, a word for the supervisor, by mouse or by `u`. */
import { Button, Modal, Radio, Textarea, Tooltip } from '@mantine/core';
import type { Conversation, Escalate } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import { useSayProblem } from '../parts/say-problem.ts';
import { useKept } from '../parts/use-kept.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useTicketOrder } from './ticket-queries.ts';
import './tickets.css';

const reasons: Escalate['because'][] = ['beyond-competence', 'beyond-authority', 'publicity-risk'];

export function EscalateButton({ conversation, isNarrow }: { conversation: Conversation; isNarrow: boolean }) {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const may = useMayReply() && conversation.state !== 'closed';
  useKeys({ u: () => open(true) }, may);
  if (!may) return null;
  return (
    <>
      <Tooltip
        label={
          <span>
            {t('escalate.hint')} {!isNarrow && <kbd>u</kbd>}
          </span>
        }
      >
        <Button
          size="compact-md"
          variant="default"
          className="escalate"
          aria-label={t('escalate.title')}
          onClick={() => open(true)}
          data-testid="escalate"
        >
          <Icon name="escalate" size={15} />
        </Button>
      </Tooltip>
      <Modal
        opened={isOpen}
        onClose={() => open(false)}
        title={t('escalate.title')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <EscalateForm id={conversation.id} close={() => open(false)} />
      </Modal>
    </>
  );
}

function EscalateForm({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const empty = { because: 'beyond-competence' as Escalate['because'], note: '' };
  const [{ because, note }, setForm, forget] = useKept(`escalate:${id}`, empty);
  const order = useTicketOrder(() => {
    forget();
    close();
  });
  return (
    <form
      className="ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        order.mutate({
          path: `conversations/${id}/escalate`,
          body: { because, note: note.trim() },
          said: 'escalate.done',
        });
      }}
    >
      <Radio.Group
        label={t('escalate.why')}
        value={because}
        onChange={(value) => setForm({ because: value as Escalate['because'], note })}
      >
        <div className="escalate-reasons">
          {reasons.map((reason, at) => (
            <Radio
              key={reason}
              value={reason}
              label={t(`escalate.${reason}`)}
              description={t(`escalate.${reason}-more`)}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('escalate.note')}
        placeholder={t('escalate.note-hint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setForm({ because, note: currentTarget.value })}
      />
      {order.error && (
        <p className="ticket-refused" role="alert">
          {sayProblem(order.error)}
        </p>
      )}
      <Button type="submit" loading={order.isPending} data-testid="escalate-go">
        {t('escalate.go')}
      </Button>
    </form>
  );
}
