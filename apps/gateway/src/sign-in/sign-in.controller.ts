/** Signing in and out, and who one is. */

import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { type Me, NewPresence, NewSession, type PresenceNow, type Session, type StaffV1 } from '@trunkline/contracts';
import { CONFIG, parse, refuse } from '@trunkline/platform';
import type { Request, Response } from 'express';
import type { GatewayConfig } from '../config.ts';
import { AskOwner } from '../desk/ask-owner.ts';
import { StaffStore } from '../staff/staff.store.ts';
import { CountTries } from './count-tries.ts';
import { isPassword } from './hash-password.ts';
import { SessionsStore } from './sessions.store.ts';
import { cookieName, Does, isOwnOrigin, Person, SignedIn } from './signed-in.ts';

@Controller('v1')
export class SignInController {
  constructor(
    private readonly staff: StaffStore,
    private readonly sessions: SessionsStore,
    private readonly tries: CountTries,
    private readonly owner: AskOwner,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Post('sessions')
  async signIn(
    @Body(parse(NewSession)) asked: NewSession,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    if (request.headers.origin !== undefined && !isOwnOrigin(request, this.config)) refuse('foreign-origin');
    const key = `${request.ip} ${asked.email.toLowerCase()}`;
    this.tries.begin(key);
    const known = await this.staff.findForSignIn(asked.email);
    if (!(await isPassword(known?.passwordHash ?? null, asked.password)) || !known?.record.active) {
      refuse('wrong-sign-in');
    }
    this.tries.passed(key);
    const { token, expiresAt } = await this.sessions.open(known.record.id);
    response.cookie(cookieName, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.TRUNKLINE_PROFILE === 'production',
      path: '/',
      expires: expiresAt,
    });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @UseGuards(SignedIn)
  async signOut(@Req() request: Request & { token: string }, @Res({ passthrough: true }) response: Response) {
    await this.sessions.revoke(request.token);
    response.clearCookie(cookieName, { path: '/' });
  }

  @Get('me')
  @UseGuards(SignedIn)
  async me(@Person() person: StaffV1): Promise<Me> {
    const presence = await this.owner
      .ask<PresenceNow>(person, 'router', { path: `/internal/presence/${person.id}` })
      .catch(() => null);
    return { staff: person, presence };
  }

  @Put('me/presence')
  @UseGuards(SignedIn)
  @Does('set-own-presence')
  setPresence(@Person() person: StaffV1, @Body(parse(NewPresence)) body: NewPresence): Promise<PresenceNow> {
    return this.owner.ask(person, 'router', { method: 'PUT', path: `/internal/presence/${person.id}`, body });
  }
}
