/** Takes customers' messages in: whose they are, where they belong, what they are about, who should have them. */

import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, faultPoint, isPlanted, LiveSettings, Postgres } from '@trunkline/platform';
import { HoldClassifier } from '../understand/hold-classifier.ts';
import { takeIn } from './take-in.ts';

@Controller()
export class MessageReceivedConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly classifier: HoldClassifier,
  ) {}

  @Facts('message.received')
  async take(batch: Fact<'message.received'>[]): Promise<void> {
    if (isPlanted('offset-before-commit')) return;
    await this.postgres.transaction(async (tx) => {
      await takeIn(
        tx,
        batch.map((fact) => fact.data),
        { policy: this.settings.policy, classifier: this.classifier.current },
      );
      faultPoint('intake.before-commit');
    });
    faultPoint('intake.after-commit');
  }
}
