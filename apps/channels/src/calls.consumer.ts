/** Hears `call.directed`: the channel tells its telephone system whom to ring up. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, Log } from '@trunkline/platform';
import { Desks } from './open-channels.ts';

@Controller()
export class CallsConsumer {
  constructor(
    private readonly desks: Desks,
    private readonly log: Log,
  ) {}

  /** Nobody waits for the telephone system here: what it did not hear, the call asks for by itself. */
  @Facts('call.directed')
  async direct(batch: Fact<'call.directed'>[]): Promise<void> {
    for (const { data } of batch) {
      const { channel, desk } = this.desks.of(data.channel) ?? {};
      if (!channel?.directCall) continue;
      void channel
        .directCall(data, desk as never)
        .catch((error) => this.log.warn('a call was not directed', { channel: channel.name, call: data.call, error }));
    }
  }
}
