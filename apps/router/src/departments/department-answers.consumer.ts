/** Hears what departments answer by mail; what is not theirs is put aside with its reason, where people see it. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, PermanentError, Postgres, type Tx } from '@trunkline/platform';
import { judgeAnswer } from '@trunkline/rules';
import { holdConversations } from '../intake/conversations.store.ts';
import { findHandOver, wasTaken } from './hand-overs.store.ts';
import { takeAnswer } from './take-answer.ts';

@Controller()
export class DepartmentAnswersConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** Heard twice it is one. One that throws is heard alone again, and parked. */
  @Facts('department.answered')
  async hear(batch: Fact<'department.answered'>[]): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      for (const { data } of batch) await this.take(tx, data);
    });
  }

  private async take(tx: Tx, data: Fact<'department.answered'>['data']): Promise<void> {
    const { policy } = this.settings;
    const handOver = await findHandOver(tx, data.handOverId);
    if (!handOver) throw new PermanentError(data.handOverId, 'hand-over-unknown');
    const department = policy.departments.find(({ code }) => code === handOver.department);
    const judged = judgeAnswer(data, department);
    if (!judged.ok) throw new PermanentError(`${data.from} · ${handOver.department}`, judged.because);
    const held = (await holdConversations(tx, [handOver.conversationId])).get(handOver.conversationId)!;
    if (await wasTaken(tx, data.receiptId)) return;
    const { text, attachments, from, receiptId } = data;
    await takeAnswer(tx, held, { handOver, answer: { text, attachments, by: null, from, receiptId }, policy });
  }
}
