/** Files of a chat, by HTTP: the visitor puts them up and fetches them with the pass that the socket gave, and no other. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Inject,
  Options,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { type Attachment, chatFileMaxBytes } from '@trunkline/contracts';
import { Refusal, readBytes, refuse } from '@trunkline/platform';
import { type Desk, deskOf } from '../channel.ts';
import { keepFile } from '../keep-file.ts';
import { KeepFiles } from '../keep-files.ts';
import { sendFile } from '../send-file.ts';
import { hasFile, type Whose } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';
import { keepPace } from './keep-pace.ts';
import { readPass } from './sign-pass.ts';

/** Any page may ask; what is answered hangs on the pass, which only the chat's own tab has. */
const fromAnywhere = 'access-control-allow-origin';

@Controller('chat/files')
export class FilesController {
  private readonly mayPutUp = keepPace({ most: 30, withinMs: 60_000 });

  constructor(
    @Inject(deskOf('webchat')) private readonly desk: Desk<WebchatConfig> | null,
    private readonly files: KeepFiles,
  ) {}

  @Options(['', ':sha256'])
  @HttpCode(204)
  @Header(fromAnywhere, '*')
  @Header('access-control-allow-methods', 'GET, POST')
  @Header('access-control-allow-headers', 'authorization, content-type, x-file-type')
  @Header('access-control-max-age', '86400')
  options(): void {}

  @Post()
  @Header(fromAnywhere, '*')
  async putUp(
    @Req() request: IncomingMessage,
    @Headers('authorization') bearer: string | undefined,
    @Headers('x-file-type') type = '',
    @Query('name') name?: unknown,
  ): Promise<Attachment> {
    const whose = this.whoseIs(bearer);
    const pace = this.mayPutUp(putUpBy(whose), Date.now());
    if (pace.kind === 'too-many') throw new Refusal('too-many', { values: { seconds: pace.seconds } });
    const content = await readBytes(request, chatFileMaxBytes);
    if (content.length === 0) refuse('nothing-to-send');
    const file = await keepFile({ name: typeof name === 'string' ? name : '', type, content });
    await this.files.putUp(file, putUpBy(whose));
    return { sha256: file.sha256, name: file.name, type: file.type, bytes: file.bytes };
  }

  @Get(':sha256')
  async read(
    @Param('sha256') sha256: string,
    @Headers('authorization') bearer: string | undefined,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const whose = this.whoseIs(bearer);
    if (!/^[0-9a-f]{64}$/.test(sha256) || !this.desk) refuse('not-found');
    const name = (await hasFile(this.desk.postgres, whose, sha256)) ?? refuse('not-found');
    const file = (await this.files.read(sha256)) ?? refuse('not-found');
    response.setHeader(fromAnywhere, '*');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    sendFile(response, { ...file, name });
  }

  private whoseIs(bearer = ''): Whose {
    if (!this.desk) refuse('not-found');
    const whose = readPass(bearer.replace(/^Bearer /, ''), this.desk.config.visitorKeys, Date.now());
    if (!whose || !this.desk.config.sites.has(whose.account)) refuse('wrong-token');
    return whose;
  }
}

/** No person of the staff has such a name, so nobody's files are another's. */
export const putUpBy = ({ account, address }: Whose) => `visitor ${account} ${address}`;
