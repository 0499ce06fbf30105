/** The one-time set-up of an empty desk: whoever holds the link from the log becomes the first administrator. */

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { NewSetUp } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { OpenTheDesk } from './open-the-desk.ts';

@Controller('v1/set-up')
export class SetUpController {
  constructor(private readonly desk: OpenTheDesk) {}

  @Post()
  @HttpCode(201)
  setUp(@Body(parse(NewSetUp)) body: NewSetUp) {
    return this.desk.setUp(body);
  }
}
