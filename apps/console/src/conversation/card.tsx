/** The card: what to do next, who it is, which limits run, why it is here, and what was before. */
import type { Conversation } from '@trunkline/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CallCard } from '../calls/call-card.tsx';
import { PlanCallBack } from '../calls/plan-call-back.tsx';
import { ClosingActs } from '../closing/closing-acts.tsx';
import { ClosingOnCard } from '../closing/closing-on-card.tsx';
import { WrapUpBox } from '../closing/wrap-up-box.tsx';
import { ComplaintsOnCard } from '../complaints/complaints-on-card.tsx';
import { AnswerHere } from '../consults/answer-here.tsx';
import { CustomerPanel } from '../customers/customer-panel.tsx';
import { ProtectedNote } from '../customers/protected-note.tsx';
import { VisitorPanel } from '../customers/visitor-panel.tsx';
import { FormBox } from '../forms/form-box.tsx';
import { Trees } from '../guides/trees.tsx';
import { NextStepBox } from '../procedure/next-step-box.tsx';
import { ConversationSigns } from '../signs/conversation-signs.tsx';
import { SubmissionsOnCard } from '../submissions/submissions.tsx';
import { Tickets } from '../tickets/tickets.tsx';
import './card.css';
import { Deadlines } from './deadlines.tsx';
import { Others } from './others.tsx';
import { WhyPanel } from './why-panel.tsx';

type Props = { conversation: Conversation; write: () => void };

export function Card({ conversation, write }: Props) {
  const { t } = useTranslation();
  return (
    <div className="card">
      <NextStepBox conversation={conversation} write={write} />
      <ClosingActs conversation={conversation} write={write} />
      <AnswerHere conversation={conversation} />
      <PlanCallBack conversation={conversation} />
      <ClosingOnCard conversation={conversation} />
      <WrapUpBox conversation={conversation} />
      <FormBox conversation={conversation} />
      <Trees conversation={conversation} />
      <CallCard conversation={conversation} />
      <ConversationSigns id={conversation.id} />
      <ComplaintsOnCard conversation={conversation} />
      <SubmissionsOnCard conversation={conversation} />
      <CustomerPanel conversation={conversation} />
      <VisitorPanel conversation={conversation} />
      <Section title={t('card.deadlines')}>
        <Deadlines conversation={conversation} />
      </Section>
      <Tickets conversation={conversation} />
      <Section title={t('why.title')}>
        <WhyPanel conversation={conversation} />
      </Section>
      <Section title={t('card.others')}>
        <ProtectedNote conversationId={conversation.id} what="history" />
        <Others conversation={conversation} />
      </Section>
    </div>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card-section" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
