/** The wiring of the gateway on one screen. */
import { Module } from '@nestjs/common';
import { CallBackFactsConsumer } from './calls/call-back-facts.consumer.ts';
import { CallBacksController } from './calls/call-backs.controller.ts';
import { CallsController } from './calls/calls.controller.ts';
import { ChannelsController } from './channels/channels.controller.ts';
import { KnowChannels } from './channels/know-channels.ts';
import { ReplyWindows } from './channels/reply-windows.ts';
import { ConsultFactsConsumer } from './consults/consult-facts.consumer.ts';
import { ConsultsController } from './consults/consults.controller.ts';
import { TransfersController } from './consults/transfers.controller.ts';
import { CustomerFactsConsumer } from './customers/customer-facts.consumer.ts';
import { CustomersController } from './customers/customers.controller.ts';
import { Accused } from './desk/accused.ts';
import { AskOwner } from './desk/ask-owner.ts';
import { ClosingController } from './desk/closing.controller.ts';
import { DeskController } from './desk/desk.controller.ts';
import { DeskSocket } from './desk/desk.socket.ts';
import { FormsController } from './desk/forms.controller.ts';
import { GuidesController } from './desk/guides.controller.ts';
import { LiveFactsConsumer } from './desk/live-facts.consumer.ts';
import { OpenChats } from './desk/open-chats.ts';
import { PutUpFileController } from './desk/put-up-file.controller.ts';
import { ReadFilesController } from './desk/read-files.controller.ts';
import { TellSeen } from './desk/tell-seen.ts';
import { HolidaysController } from './holidays/holidays.controller.ts';
import { EscalationsConsumer } from './notify/escalations.consumer.ts';
import { NotifyController } from './notify/notify.controller.ts';
import { SendDue } from './notify/send-due.ts';
import { RosterController } from './roster/roster.controller.ts';
import { BooksController } from './selftest/books.controller.ts';
import { SelftestController } from './selftest/selftest.controller.ts';
import { DryRunsController } from './settings/dry-runs.controller.ts';
import { OpenTheDesk } from './settings/open-the-desk.ts';
import { PoliciesController } from './settings/policies.controller.ts';
import { RunDryRuns } from './settings/run-dry-runs.ts';
import { SetUpController } from './settings/set-up.controller.ts';
import { CountTries } from './sign-in/count-tries.ts';
import { SessionsStore } from './sign-in/sessions.store.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { SignedIn } from './sign-in/signed-in.ts';
import { WhoWasHere } from './sign-in/who-was-here.ts';
import { IncidentsController } from './signs/incidents.controller.ts';
import { SignFactsConsumer } from './signs/sign-facts.consumer.ts';
import { SignsController } from './signs/signs.controller.ts';
import { StaffController } from './staff/staff.controller.ts';
import { StaffStore } from './staff/staff.store.ts';
import { SubmissionsController } from './submissions/submissions.controller.ts';
import { ParkedController } from './supervise/parked.controller.ts';
import { WatchController } from './supervise/watch.controller.ts';
import { ComplaintsController } from './tickets/complaints.controller.ts';
import { DepartmentsController } from './tickets/departments.controller.ts';
import { TicketFactsConsumer } from './tickets/ticket-facts.consumer.ts';
import { TicketTiesController } from './tickets/ticket-ties.controller.ts';
import { TicketsController } from './tickets/tickets.controller.ts';
import { TimeController } from './time/time.controller.ts';
import { UnderstandController } from './understand/understand.controller.ts';
import { VisitorsController } from './visitors/visitors.controller.ts';

@Module({
  controllers: [
    SignInController,
    ClosingController,
    DeskController,
    UnderstandController,
    ReadFilesController,
    PutUpFileController,
    ChannelsController,
    SignsController,
    IncidentsController,
    SubmissionsController,
    DepartmentsController,
    FormsController,
    GuidesController,
    TicketTiesController,
    TicketsController,
    CallBackFactsConsumer,
    CallBacksController,
    CallsController,
    ComplaintsController,
    ConsultsController,
    TransfersController,
    ConsultFactsConsumer,
    CustomersController,
    VisitorsController,
    // `policies/current` stands before `policies/:version`
    WatchController,
    ParkedController,
    SelftestController,
    BooksController,
    StaffController,
    DryRunsController,
    PoliciesController,
    SetUpController,
    RosterController,
    NotifyController,
    HolidaysController,
    TimeController,
    EscalationsConsumer,
    LiveFactsConsumer,
    SignFactsConsumer,
    TicketFactsConsumer,
    CustomerFactsConsumer,
  ],
  providers: [
    StaffStore,
    SessionsStore,
    CountTries,
    WhoWasHere,
    SignedIn,
    AskOwner,
    KnowChannels,
    ReplyWindows,
    OpenChats,
    DeskSocket,
    Accused,
    TellSeen,
    OpenTheDesk,
    RunDryRuns,
    SendDue,
  ],
})
export class AppModule {}
