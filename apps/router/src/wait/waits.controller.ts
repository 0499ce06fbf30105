/** The router's door for those who wait on a page: their place and wait, and what was said, by mail. */
import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { TranscriptAsked, type Waits, WaitsAsked } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, LiveSettings, Postgres, parse, refuse } from '@trunkline/platform';
import { mailTranscript } from './mail-transcript.ts';
import { tellWaits } from './tell-waits.ts';

@Controller('internal')
@UseGuards(KnowCaller)
export class WaitsController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Post('waits')
  @HttpCode(200)
  waits(@Caller() caller: InternalCaller, @Body(parse(WaitsAsked)) { visitors }: WaitsAsked): Promise<Waits> {
    if (caller.service !== 'channels') refuse('not-allowed');
    return tellWaits({ postgres: this.postgres, settings: this.settings }, visitors);
  }

  @Post('transcripts')
  @HttpCode(204)
  async transcript(
    @Caller() caller: InternalCaller,
    @Body(parse(TranscriptAsked)) asked: TranscriptAsked,
  ): Promise<void> {
    if (caller.service !== 'channels') refuse('not-allowed');
    await this.postgres.transaction((tx) => mailTranscript(tx, asked, this.settings.policy));
  }
}
