/** The door for those who watch the desk: agents and queues, each as far as the person may see them. */
import { Controller, Get, UseGuards } from '@nestjs/common';
import type { AgentRows, QueueRows, StaffV1 } from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, LiveSettings, Postgres, refuse } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { listAgents } from './list-agents.ts';
import { listQueues } from './list-queues.ts';

@Controller('internal')
@UseGuards(KnowCaller)
export class WatchController {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Get('agents')
  async agents(@Caller() caller: InternalCaller): Promise<AgentRows> {
    const items = await listAgents(this.postgres, this.settings, this.person(caller, 'list-agents'));
    return { items };
  }

  @Get('queues')
  async queues(@Caller() caller: InternalCaller): Promise<QueueRows> {
    const items = await listQueues(this.postgres, this.settings, this.person(caller, 'list-queues'));
    return { items };
  }

  private person(caller: InternalCaller, does: Act): StaffV1 {
    const person = this.settings.person(caller.sub) ?? refuse('try-again');
    const verdict = may({ person, does });
    return verdict.ok ? person : refuse(verdict.because);
  }
}
