/** The wiring of sla on one screen. */
import { Module } from '@nestjs/common';
import { AlarmsConsumer } from './alarms/alarms.consumer.ts';
import { DeadlinesController } from './clocks/deadlines.controller.ts';
import { FireDue } from './clocks/fire-due.ts';
import { HoldTheLease } from './clocks/hold-the-lease.ts';
import { SetClocksConsumer } from './clocks/set-clocks.consumer.ts';
import { EscalationsController } from './escalations/escalations.controller.ts';
import { PresenceConsumer } from './escalations/presence.consumer.ts';
import { WatchStaff } from './escalations/watch-staff.ts';

@Module({
  controllers: [SetClocksConsumer, AlarmsConsumer, PresenceConsumer, DeadlinesController, EscalationsController],
  providers: [FireDue, HoldTheLease, WatchStaff],
})
export class AppModule {}
