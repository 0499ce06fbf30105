/** The desk's routes about canned answers, question trees and macros: each asks the router. */
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, UseGuards } from '@nestjs/common';
import { type Guides, type MacroRun, type StaffV1, TreePath } from '@trunkline/contracts';
import { parse } from '@trunkline/platform';
import { Does, Person, SignedIn } from '../sign-in/signed-in.ts';
import { AskOwner } from './ask-owner.ts';

const Id = () => Param('id', ParseUUIDPipe);

@Controller('v1/conversations')
@UseGuards(SignedIn)
export class GuidesController {
  constructor(private readonly owner: AskOwner) {}

  @Get(':id/guides')
  @Does('see-guides')
  show(@Person() person: StaffV1, @Id() id: string): Promise<Guides> {
    return this.owner.ask(person, 'router', { path: `/internal/conversations/${id}/guides` });
  }

  @Put(':id/trees/:tree')
  @Does('walk-tree')
  walk(
    @Person() person: StaffV1,
    @Id() id: string,
    @Param('tree') tree: string,
    @Body(parse(TreePath)) body: TreePath,
  ): Promise<Guides> {
    const path = `/internal/conversations/${id}/trees/${encodeURIComponent(tree)}`;
    return this.owner.ask(person, 'router', { method: 'PUT', path, body });
  }

  @Post(':id/macros/:macro')
  @HttpCode(200)
  @Does('run-macro')
  run(
    @Person() person: StaffV1,
    @Id() id: string,
    @Param('macro') macro: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<MacroRun> {
    const path = `/internal/conversations/${id}/macros/${encodeURIComponent(macro)}`;
    const once = key === undefined ? {} : { idempotencyKey: key };
    return this.owner.ask(person, 'router', { method: 'POST', path, ...once });
  }
}
