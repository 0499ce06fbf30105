/** Lets only signed-in staff pass, by the console's cookie or a program's bearer token, and asks whether they may. */

import type { IncomingMessage } from 'node:http';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { StaffV1 } from '@trunkline/contracts';
import { CONFIG, LiveSettings, refuse } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import type { Request } from 'express';
import type { GatewayConfig } from '../config.ts';
import { StaffStore } from '../staff/staff.store.ts';
import { SessionsStore } from './sessions.store.ts';
import { WhoWasHere } from './who-was-here.ts';

export const cookieName = 'trunkline_session';
type SignedRequest = Request & { person?: StaffV1; token?: string };

export const ACT = Symbol('act');
/** What this route does, in the words of `rules/may`: whoever may not is refused before anything is asked. */
export const Does = (act: Act) => SetMetadata(ACT, act);
/** The signed-in person. */
export const Person = createParamDecorator((_nothing: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<SignedRequest>().person;
});

@Injectable()
export class SignedIn implements CanActivate {
  constructor(
    private readonly sessions: SessionsStore,
    private readonly staff: StaffStore,
    private readonly settings: LiveSettings,
    private readonly here: WhoWasHere,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? readCookie(request.headers.cookie);
    if (!token) refuse('not-signed-in');
    if (!bearer && request.method !== 'GET' && !isOwnOrigin(request, this.config)) refuse('foreign-origin');
    const id = await this.sessions.whose(token);
    const person = id === null ? null : (this.settings.person(id) ?? (await this.staff.find(id)));
    if (!person?.active) refuse('not-signed-in');
    const does = this.reflector.get<Act | undefined>(ACT, context.getHandler());
    if (does && !may({ person, does, thing: ownThing(person) }).ok) refuse('not-allowed');
    this.here.note(person.id);
    Object.assign(request, { person, token });
    return true;
  }
}

export function readCookie(header: string | undefined): string | undefined {
  const found = header?.split(';').find((part) => part.trim().startsWith(`${cookieName}=`));
  return found?.trim().slice(cookieName.length + 1);
}

/** A browser says where a request comes from; a cookie alone must not be enough for another page's form. */
export function isOwnOrigin(request: Pick<IncomingMessage, 'headers'>, config: GatewayConfig): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return request.headers['sec-fetch-site'] === undefined;
  if (config.PUBLIC_URL !== '') return origin === new URL(config.PUBLIC_URL).origin;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

/** A thing that is theirs in every way: what they may not do even to this, they may never do. */
const ownThing = ({ id, groups, departments }: StaffV1) => ({
  queue: groups[0] ?? '',
  agentId: id,
  departments: departments ?? [],
});
