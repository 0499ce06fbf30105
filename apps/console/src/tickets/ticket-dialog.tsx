/** Opens a ticket; for a complaint it asks what a complaint records. */

import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Conversation, Kind, Ticket, Urgency } from '@trunkline/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { colleaguesQuery, meQuery, policyQuery } from '../parts/queries.ts';
import { useSayProblem } from '../parts/say-problem.ts';
import { useKept } from '../parts/use-kept.ts';
import { isComplaint, readTicketForm, type TicketForm } from './read-ticket-form.ts';
import { useTicketOrder } from './ticket-queries.ts';

const kinds: Kind[] = ['incident', 'inquiry', 'complaint-employee', 'complaint-event', 'suggestion', 'praise'];
export const severities: Urgency[] = ['low', 'normal', 'high', 'critical'];
/** `of`: the ticket of which it becomes a part of its own. */
/** `first`: what is known already. */
type Props = { conversation: Conversation; of?: Ticket; first?: Partial<TicketForm>; close: () => void };

export function TicketDialog({ conversation, of, first, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog close={close} title={of ? t('ticket-page.split-title', { number: of.number }) : t('ticket.new')} size="lg">
      <TicketFormView conversation={conversation} {...(of && { of })} {...(first && { first })} close={close} />
    </Dialog>
  );
}

function TicketFormView({ conversation, of, first, close }: Props) {
  const { t } = useTranslation();
  const sayProblem = useSayProblem();
  const about = of ? `split:${of.id}` : `ticket:${conversation.id}${first ? `:${first.kind}:${first.severity}` : ''}`;
  const [form, setForm, forget] = useKept(about, useFirst(conversation, { of, first }));
  const order = useTicketOrder(() => {
    forget();
    close();
  });
  const put = (part: Partial<TicketForm>) => setForm({ ...form, ...part });
  const read = readTicketForm(form);
  return (
    <form
      className="ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.kind === 'missing') return;
        const path = of ? `tickets/${of.id}/split` : `conversations/${conversation.id}/tickets`;
        order.mutate({ path, body: read.ticket, said: of ? 'ticket-page.split-done' : 'ticket.opened' });
      }}
    >
      <TextInput
        data-autofocus
        label={t('ticket.subject')}
        required
        maxLength={200}
        value={form.subject}
        onChange={({ currentTarget }) => put({ subject: currentTarget.value })}
      />
      <Sorts form={form} put={put} />
      <Switch
        label={t('ticket.tell')}
        checked={form.tellCustomer}
        onChange={({ currentTarget }) => put({ tellCustomer: currentTarget.checked })}
      />
      {isComplaint(form.kind) && <ComplaintFields form={form} put={put} />}
      {order.error && (
        <p className="ticket-refused" role="alert">
          {sayProblem(order.error)}
        </p>
      )}
      <div className="line">
        <span className="small quiet grow">
          {read.kind === 'missing' &&
            t('ticket.missing', { fields: read.fields.map((name) => t(`ticket.field.${name}`)).join(t('list-comma')) })}
        </span>
        <Button variant="default" onClick={close}>
          {t('ticket.cancel')}
        </Button>
        <Button type="submit" disabled={read.kind === 'missing'} loading={order.isPending} data-testid="ticket-open">
          {t('ticket.open')}
        </Button>
      </div>
    </form>
  );
}

type Known = { of: Ticket | undefined; first: Partial<TicketForm> | undefined };

/**
 * The label's kind is the first guess, the customer's address the first way to reach them. A complaint has no owner until
 * somebody is designated: whoever takes it down is not the one who answers it.
 */
function useFirst({ label, urgency, subject, customer }: Conversation, { of, first }: Known): TicketForm {
  const me = useQuery(meQuery).data?.staff.id ?? '';
  const labels = useQuery(policyQuery).data?.taxonomy.topics.flatMap((topic) => topic.labels) ?? [];
  const kind = first?.kind ?? labels.find(({ code }) => code === label)?.kind ?? 'incident';
  return {
    kind,
    severity: of?.severity ?? urgency,
    subject: of ? '' : (subject ?? ''),
    ownerId: isComplaint(kind) ? '' : me,
    department: '',
    content: '',
    reachAt: customer.address.slice(0, 200),
    contactUsed: '',
    happenedAt: '',
    accusedNumber: '',
    tellCustomer: true,
    ...first,
  };
}

type FieldsProps = { form: TicketForm; put: (part: Partial<TicketForm>) => void };

function Sorts({ form, put }: FieldsProps) {
  const { t } = useTranslation();
  const me = useQuery(meQuery).data?.staff;
  // those of the policy are asked with a note, once the ticket is there
  const hasDepartments = (useQuery(policyQuery).data?.departments.length ?? 0) > 0;
  const colleagues = (useQuery(colleaguesQuery).data ?? []).filter(({ id }) => id !== me?.id);
  return (
    <div className="ticket-pair">
      <NativeSelect
        label={t('ticket.field.kind')}
        value={form.kind}
        data={kinds.map((value) => ({ value, label: t(`ticket.kind.${value}`) }))}
        onChange={({ currentTarget }) => {
          const kind = currentTarget.value as Kind;
          put(isComplaint(kind) ? { kind, ownerId: '' } : { kind });
        }}
      />
      <NativeSelect
        label={t('ticket.field.severity')}
        value={form.severity}
        data={severities.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        onChange={({ currentTarget }) => put({ severity: currentTarget.value as Urgency })}
      />
      <NativeSelect
        label={t('ticket.field.ownerId')}
        value={form.ownerId}
        data={[
          ...(isComplaint(form.kind)
            ? [{ value: '', label: t('ticket-page.lead-first') }]
            : form.department || form.ownerId === ''
              ? [{ value: '', label: t('ticket.no-owner') }]
              : []),
          ...(me ? [{ value: me.id as string, label: me.name }] : []),
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => put({ ownerId: currentTarget.value })}
      />
      {!hasDepartments && (
        <TextInput
          label={t('ticket.field.department')}
          placeholder={t('ticket.department-hint')}
          maxLength={100}
          value={form.department}
          onChange={({ currentTarget }) => put({ department: currentTarget.value })}
        />
      )}
    </div>
  );
}

function ComplaintFields({ form, put }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="ticket-complaint">
      <legend>{t('ticket.complaint')}</legend>
      <Textarea
        label={t('ticket.content')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={8000}
        value={form.content}
        onChange={({ currentTarget }) => put({ content: currentTarget.value })}
      />
      <div className="ticket-pair">
        <TextInput
          label={t('ticket.reach-at')}
          required
          maxLength={200}
          value={form.reachAt}
          onChange={({ currentTarget }) => put({ reachAt: currentTarget.value })}
        />
        {form.kind === 'complaint-employee' && (
          <TextInput
            label={t('ticket.accused')}
            required
            maxLength={16}
            value={form.accusedNumber}
            onChange={({ currentTarget }) => put({ accusedNumber: currentTarget.value })}
          />
        )}
        <TextInput
          label={t('ticket.happened-at')}
          required={form.kind === 'complaint-employee'}
          type="datetime-local"
          value={form.happenedAt}
          onChange={({ currentTarget }) => put({ happenedAt: currentTarget.value })}
        />
        <TextInput
          label={t('ticket.contact-used')}
          required={form.kind === 'complaint-employee'}
          maxLength={200}
          value={form.contactUsed}
          onChange={({ currentTarget }) => put({ contactUsed: currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
