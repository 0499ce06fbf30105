/** What stands before the routes: headers, the console's files, the API's documents, the staff's socket. */

import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from '@trunkline/contracts';
import { CONFIG } from '@trunkline/platform';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { GatewayConfig } from './config.ts';
import { DeskSocket } from './desk/desk.socket.ts';

export function openDoors(app: NestExpressApplication): void {
  const config = app.get<GatewayConfig>(CONFIG);
  const isProduction = config.TRUNKLINE_PROFILE === 'production';
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          // Mantine writes its theme's variables into a style element; scripts stay without inline
          styleSrc: ["'self'", "'unsafe-inline'"],
          // a mail's own pictures: its frame asks for none before somebody clicks, and inherits what the page may at most
          imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
          fontSrc: ["'self'", 'data:'],
          // not every browser takes a socket to the page's own host for 'self'
          connectSrc: ["'self'", (request) => socketsOf(request)],
          frameSrc: ["'self'", 'blob:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: isProduction ? undefined : false,
    }),
  );
  const document = openApiDocument();
  app.use('/v1/openapi.json', (_request: Request, response: Response) => response.json(document));
  SwaggerModule.setup('v1/docs', app, document as never);
  app.useStaticAssets(config.CONSOLE_FILES, { index: 'index.html', maxAge: '1h', setHeaders: cacheByName });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isScreen = request.method === 'GET' && !/^\/(v1|internal|health|metrics)(\/|$)/.test(request.path);
    if (isScreen && !/\.\w+$/.test(request.path)) response.sendFile('index.html', { root: config.CONSOLE_FILES });
    else next();
  });
  app.get(DeskSocket).attach(app.getHttpServer());
}

/** Built files carry a hash in their name; the page itself is asked for anew each time. */
function cacheByName(response: Response, path: string): void {
  response.setHeader('cache-control', path.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable');
}

/** The page's own host as a socket's address: another one would be a way out for whatever got in. */
function socketsOf({ headers: { host = '' } }: IncomingMessage): string {
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
