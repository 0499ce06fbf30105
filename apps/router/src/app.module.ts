/** The wiring of the router on one screen. */
import { Module } from '@nestjs/common';
import { AlarmsConsumer } from './alarms/alarms.consumer.ts';
import { QuestionsController } from './answers/questions.controller.ts';
import { VisitorsConsumer } from './broken-off/visitors.consumer.ts';
import { CallBacksController } from './call-backs/call-backs.controller.ts';
import { CallChangedConsumer } from './calls/call-changed.consumer.ts';
import { CallsController } from './calls/calls.controller.ts';
import { CloseSilentCalls } from './calls/close-silent-calls.ts';
import { DeadlinesConsumer } from './clocks/deadlines.consumer.ts';
import { ArchiveController } from './closing/archive.controller.ts';
import { ClosingController } from './closing/closing.controller.ts';
import { ComplaintsController } from './complaints/complaints.controller.ts';
import { ConsultsController } from './consults/consults.controller.ts';
import { CustomersController } from './customers/customers.controller.ts';
import { DepartmentAnswersConsumer } from './departments/department-answers.consumer.ts';
import { DepartmentsController } from './departments/departments.controller.ts';
import { DeskController } from './desk/desk.controller.ts';
import { GiveOrder } from './desk/give-order.ts';
import { MaySeeController } from './desk/may-see.controller.ts';
import { ExplainController } from './dispatch/explain.controller.ts';
import { HoldTheLease } from './dispatch/hold-the-lease.ts';
import { KeepLog } from './dispatch/keep-log.ts';
import { RoutingLogController } from './dispatch/routing-log.controller.ts';
import { FollowUpsController } from './follow-ups/follow-ups.controller.ts';
import { FormsController } from './forms/forms.controller.ts';
import { GuidesController } from './guides/guides.controller.ts';
import { MessageReceivedConsumer } from './intake/message-received.consumer.ts';
import { PresenceController } from './presence/presence.controller.ts';
import { WatchController } from './presence/watch.controller.ts';
import { BooksOfMessages } from './selftest/books.controller.ts';
import { SelftestController } from './selftest/selftest.controller.ts';
import { IncidentsController } from './signs/incidents.controller.ts';
import { SignsController } from './signs/signs.controller.ts';
import { TellMembers } from './signs/tell-members.ts';
import { WatchSpikes } from './signs/watch-spikes.ts';
import { SubmissionsController } from './submissions/submissions.controller.ts';
import { ThreadsController } from './threads/threads.controller.ts';
import { TicketTiesController } from './ticket-ties/ticket-ties.controller.ts';
import { TicketsController } from './tickets/tickets.controller.ts';
import { DeliveriesConsumer } from './to-customer/deliveries.consumer.ts';
import { TransfersController } from './transfers/transfers.controller.ts';
import { HoldClassifier } from './understand/hold-classifier.ts';
import { UnderstandController } from './understand/understand.controller.ts';
import { VerifyController } from './verify/verify.controller.ts';
import { WaitsController } from './wait/waits.controller.ts';

@Module({
  controllers: [
    CallBacksController,
    QuestionsController,
    CallsController,
    DepartmentAnswersConsumer,
    DepartmentsController,
    FormsController,
    GuidesController,
    WaitsController,
    ArchiveController,
    ClosingController,
    ComplaintsController,
    ConsultsController,
    TransfersController,
    CustomersController,
    DeskController,
    ExplainController,
    FollowUpsController,
    IncidentsController,
    MaySeeController,
    PresenceController,
    RoutingLogController,
    SelftestController,
    BooksOfMessages,
    SignsController,
    SubmissionsController,
    ThreadsController,
    TicketTiesController,
    TicketsController,
    UnderstandController,
    VerifyController,
    WatchController,
    MessageReceivedConsumer,
    AlarmsConsumer,
    VisitorsConsumer,
    CallChangedConsumer,
    DeadlinesConsumer,
    DeliveriesConsumer,
  ],
  providers: [GiveOrder, HoldTheLease, KeepLog, WatchSpikes, TellMembers, CloseSilentCalls, HoldClassifier],
})
export class AppModule {}
