/** Serves the chat bubble to host pages, and the invented shop that shows it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { refuse } from '@trunkline/platform';
import { type Desk, deskOf } from '../channel.ts';
import type { WebchatConfig } from './config.ts';

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};
const plainName = /^[\w-]{1,80}\.(js|css|html|svg)$/;
const forever = 'public, max-age=31536000, immutable';
const aWhile = 'public, max-age=300';
const pagePolicy =
  "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

@Controller()
export class PagesController {
  constructor(@Inject(deskOf('webchat')) private readonly desk: Desk<WebchatConfig> | null) {}

  @Get('chat/widget.js')
  loader(@Res() response: ServerResponse): Promise<void> {
    return this.give(response, ['widget.js'], aWhile);
  }

  /** Named by their content, so they never change. */
  @Get('chat/assets/:name')
  asset(@Param('name') name: string, @Res() response: ServerResponse): Promise<void> {
    return this.give(response, ['assets', name], forever);
  }

  @Get('demo')
  shop(@Res() response: ServerResponse): Promise<void> {
    return this.give(response, ['demo', 'index.html'], 'no-cache');
  }

  @Get('demo/:name')
  shopPart(@Param('name') name: string, @Res() response: ServerResponse): Promise<void> {
    return this.give(response, ['demo', name], 'no-cache');
  }

  private async give(response: ServerResponse, path: string[], caching: string): Promise<void> {
    const name = path.at(-1) as string;
    const isShop = path[0] === 'demo';
    if (!this.desk || !plainName.test(name) || (isShop && !this.desk.config.demo)) refuse('not-found');
    const file = join(this.desk.config.widgetDir, ...path);
    const size = await stat(file).then(
      (found) => found.size,
      () => refuse('not-found'),
    );
    response.writeHead(200, {
      'content-type': types[name.split('.').at(-1) as string],
      'content-length': size,
      'cache-control': caching,
      'x-content-type-options': 'nosniff',
      // any page may fetch the bubble; whom it may speak to is decided at the socket
      ...(isShop
        ? { 'content-security-policy': pagePolicy, 'referrer-policy': 'same-origin' }
        : { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }),
    });
    createReadStream(file).pipe(response);
  }
}
