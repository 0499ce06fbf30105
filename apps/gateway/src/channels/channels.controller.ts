/** Which channels there are, and what each can carry. */
import { Controller, Get, UseGuards } from '@nestjs/common';
import type { ChannelRows, StaffV1 } from '@trunkline/contracts';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { KnowChannels } from './know-channels.ts';

@Controller('v1/channels')
@UseGuards(SignedIn)
export class ChannelsController {
  constructor(private readonly channels: KnowChannels) {}

  @Get()
  @Does('list-channels')
  list(@Person() person: StaffV1): Promise<ChannelRows> {
    return this.channels.list(person);
  }
}
