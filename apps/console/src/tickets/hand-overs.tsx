/** What departments were asked about a ticket and answered, and the two orders: hand it over, write the answer down. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { HandOver, Ticket } from '@trunkline/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../parts/ago.tsx';
import { Dialog, FormFoot } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { policyQuery } from '../parts/queries.ts';
import { TimeLeft } from '../parts/time-left.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useLanguage } from '../parts/use-language.ts';
import { useMayReply } from '../parts/use-role.ts';
import { useWords } from '../parts/use-words.ts';
import { useTicketOrder } from './ticket-queries.ts';

export function HandOvers({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const mayReply = useMayReply();
  const [open, setOpen] = useState<'hand-over' | 'answer' | null>(null);
  const isWorkedOn = ticket.state !== 'solved' && ticket.state !== 'closed';
  const waits = ticket.handOvers.at(-1)?.answeredAt === null;
  const close = () => setOpen(null);
  return (
    <>
      {ticket.handOvers.length > 0 && (
        <ol className="hand-overs">
          {ticket.handOvers.map((one) => (
            <HandOverView key={one.id} one={one} />
          ))}
        </ol>
      )}
      {mayReply && isWorkedOn && (
        <div className="line ticket-acts">
          <Button
            size="compact-sm"
            variant={waits ? 'subtle' : 'default'}
            leftSection={<Icon name="transfer" size={13} />}
            onClick={() => setOpen('hand-over')}
            data-testid="hand-over"
          >
            {t('hand-over.open')}
          </Button>
          {waits && (
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen('answer')} data-testid="write-answer">
              {t('hand-over.write-down')}
            </Button>
          )}
        </div>
      )}
      {open === 'hand-over' && <HandOverDialog ticket={ticket} close={close} />}
      {open === 'answer' && <AnswerDialog ticket={ticket} close={close} />}
    </>
  );
}

export function HandOverView({ one }: { one: HandOver }) {
  const { t } = useTranslation();
  const words = useWords();
  const name = one.name?.[useLanguage()] ?? one.department;
  const seconds = one.dueAt ? (Date.parse(one.dueAt) - Date.parse(one.at)) / 1000 : 0;
  return (
    <li data-testid="hand-over-row" data-answered={one.answeredAt !== null}>
      <p className="line small">
        <b className="cut grow">{name}</b>
        {one.answeredAt === null && one.dueAt && <TimeLeft dueAt={one.dueAt} limitSeconds={seconds} />}
        <span className="quiet">
          <Ago at={one.at} />
        </span>
      </p>
      <p className="small quiet">
        {t(one.isMailed ? 'hand-over.mailed-by' : 'hand-over.handed-by', { who: words.person(one.by) })}
      </p>
      {one.note && <p className="small ticket-content">{one.note}</p>}
      {one.answer !== null && (
        <blockquote className="hand-over-answer" data-testid="department-answer">
          <p className="small quiet">
            {one.answeredBy ? words.person(one.answeredBy) : one.answeredFrom} · <Ago at={one.answeredAt!} />
          </p>
          <p className="ticket-content">{one.answer}</p>
        </blockquote>
      )}
    </li>
  );
}

type DialogProps = { ticket: Ticket; close: () => void };

function HandOverDialog({ ticket, close }: DialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const departments = useQuery(policyQuery).data?.departments ?? [];
  const empty = { department: departments[0]?.code ?? '', note: '' };
  const [form, setForm, forget] = useKept(`hand-over:${ticket.id}:${ticket.handOvers.length}`, empty);
  const { department, note } = form;
  const choose = (code: string) => setForm({ department: code, note });
  const order = useTicketOrder(() => {
    forget();
    close();
  });
  const chosen = departments.find(({ code }) => code === department);
  return (
    <Dialog close={close} title={t('hand-over.title', { number: ticket.number })}>
      <form
        className="ticket-form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { department: department.trim(), note: note.trim() };
          order.mutate({ path: `tickets/${ticket.id}/hand-over`, body, said: 'hand-over.done' });
        }}
      >
        {departments.length === 0 ? (
          <TextInput
            data-autofocus
            label={t('hand-over.department')}
            description={t('hand-over.none-named')}
            maxLength={100}
            value={department}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        ) : (
          <NativeSelect
            data-autofocus
            label={t('hand-over.department')}
            description={chosen && t(chosen.email ? 'hand-over.by-mail' : 'hand-over.by-members', { to: chosen.email })}
            value={department}
            data={departments.map(({ code, name }) => ({ value: code, label: name[language] || code }))}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          />
        )}
        <Textarea
          label={t('hand-over.note')}
          description={t('hand-over.note-hint')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={4000}
          required
          value={note}
          onChange={({ currentTarget }) => setForm({ department, note: currentTarget.value })}
          data-testid="hand-over-note"
        />
        <FormFoot
          close={close}
          go={t('hand-over.go')}
          isReady={department.trim() !== '' && note.trim() !== ''}
          isPending={order.isPending}
          error={order.error}
          testId="hand-over-go"
        />
      </form>
    </Dialog>
  );
}

function AnswerDialog({ ticket, close }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog close={close} title={t('hand-over.write-title', { number: ticket.number })}>
      <AnswerForm ticket={ticket} done={close} />
    </Dialog>
  );
}

/** `done` closes a dialog; on a member's own desk there is none to close. */
export function AnswerForm({ ticket, done }: { ticket: Ticket; done?: () => void }) {
  const { t } = useTranslation();
  const [answer, write, forget] = useKept(`department-answer:${ticket.id}:${ticket.handOvers.length}`, '');
  const order = useTicketOrder(() => {
    forget();
    done?.();
  });
  const field = (
    <Textarea
      label={t('hand-over.answer')}
      autosize
      minRows={3}
      maxRows={12}
      maxLength={8000}
      value={answer}
      onChange={({ currentTarget }) => write(currentTarget.value)}
      data-testid="answer-text"
    />
  );
  return (
    <form
      className="ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { answer: answer.trim() };
        order.mutate({ path: `tickets/${ticket.id}/answer`, body, said: 'hand-over.answered' });
      }}
    >
      {field}
      {done ? (
        <FormFoot
          close={done}
          go={t('hand-over.answer-go')}
          isReady={answer.trim() !== ''}
          isPending={order.isPending}
          error={order.error}
          testId="answer-go"
        />
      ) : (
        <div className="line">
          <Button type="submit" disabled={answer.trim() === ''} loading={order.isPending} data-testid="answer-go">
            {t('hand-over.answer-go')}
          </Button>
        </div>
      )}
    </form>
  );
}
