/** Lets only other services in at `/internal`, and says which one asks, on whose behalf. */
import type { IncomingMessage } from 'node:http';
import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Service } from '@trunkline/contracts';
import type { PlatformConfig } from '../config.ts';
import { refuse } from '../errors.ts';
import { CONFIG, type Me, SERVICE } from '../tokens.ts';
import { readServiceToken } from './service-token.ts';

/** `sub` is a person's id, or the name of the asking service. */
export type InternalCaller = { service: Service; sub: string };
type WithCaller = IncomingMessage & { caller?: InternalCaller };

@Injectable()
export class KnowCaller implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: PlatformConfig,
    @Inject(SERVICE) private readonly me: Me,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithCaller>();
    const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (!token) refuse('wrong-token');
    const claims = await readServiceToken(this.config.SERVICE_KEYS, token, this.me.name).catch(() =>
      refuse('wrong-token'),
    );
    request.caller = { service: claims.from, sub: claims.sub };
    return true;
  }
}

/** The caller of a route behind `KnowCaller`. */
export const Caller = createParamDecorator(
  (_nothing: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithCaller>().caller,
);
