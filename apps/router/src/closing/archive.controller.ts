/** The router's door to the archive. */
import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import type { ArchivePage } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { GiveOrder } from '../desk/give-order.ts';
import { ArchiveQuery, searchArchive } from './search-archive.ts';

@Controller('internal/archive')
@UseGuards(KnowCaller)
export class ArchiveController {
  constructor(private readonly desk: GiveOrder) {}

  @Get()
  search(@Caller() caller: InternalCaller, @Query(parse(ArchiveQuery)) query: ArchiveQuery): Promise<ArchivePage> {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does: 'read-archive' });
    return verdict.ok ? searchArchive(this.desk.postgres, person, query) : refuse(verdict.because);
  }
}
