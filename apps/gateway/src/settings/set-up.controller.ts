/** One-time links: the log's makes the first administrator of an empty desk, a person's lets them set their password. */

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { NewOwnPassword, NewSetUp } from '@trunkline/contracts';
import { Postgres, parse, refuse } from '@trunkline/platform';
import { hashPassword } from '../sign-in/hash-password.ts';
import { SessionsStore } from '../sign-in/sessions.store.ts';
import { setPassword, takeLink } from '../staff/set-up-links.store.ts';
import { OpenTheDesk } from './open-the-desk.ts';

@Controller('v1/set-up')
export class SetUpController {
  constructor(
    private readonly desk: OpenTheDesk,
    private readonly postgres: Postgres,
    private readonly sessions: SessionsStore,
  ) {}

  @Post()
  @HttpCode(201)
  setUp(@Body(parse(NewSetUp)) body: NewSetUp) {
    return this.desk.setUp(body);
  }

  /** Whoever was signed in as them is no longer: a link is asked for where a password was lost, too. */
  @Post('password')
  @HttpCode(201)
  ownPassword(@Body(parse(NewOwnPassword)) { token, password }: NewOwnPassword) {
    return this.postgres.transaction(async (tx) => {
      const person = (await takeLink(tx, token)) ?? refuse('wrong-token');
      await setPassword(tx, person.id, await hashPassword(password));
      await this.sessions.revokeAllOf(tx, person.id);
      return { email: person.email };
    });
  }
}
