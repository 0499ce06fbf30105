/** The wiring of the router on one screen. */
import { Module } from '@nestjs/common';
import { DeskController } from './desk/desk.controller.ts';
import { GiveOrder } from './desk/give-order.ts';
import { MaySeeController } from './desk/may-see.controller.ts';
import { MessageReceivedConsumer } from './intake/message-received.consumer.ts';
import { DeadlinesConsumer } from './to-customer/deadlines.consumer.ts';
import { DeliveriesConsumer } from './to-customer/deliveries.consumer.ts';

@Module({
  controllers: [DeskController, MaySeeController, MessageReceivedConsumer, DeadlinesConsumer, DeliveriesConsumer],
  providers: [GiveOrder],
})
export class AppModule {}
