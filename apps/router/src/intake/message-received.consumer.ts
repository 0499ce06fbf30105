/** Takes customers' messages in: whose they are, where they belong, what they are about, who should have them. */

import { Controller, Inject } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { CONFIG, Facts, faultPoint, isPlanted, type Key, LiveSettings, Postgres } from '@trunkline/platform';
import { HoldClassifier } from '../understand/hold-classifier.ts';
import { takeIn } from './take-in.ts';

@Controller()
export class MessageReceivedConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly classifier: HoldClassifier,
    @Inject(CONFIG) private readonly config: { SERVICE_KEYS: readonly Key[] },
  ) {}

  @Facts('message.received')
  async take(batch: Fact<'message.received'>[]): Promise<void> {
    if (isPlanted('offset-before-commit')) return;
    await this.postgres.transaction(async (tx) => {
      await takeIn(
        tx,
        batch.map((fact) => fact.data),
        { policy: this.settings.policy, classifier: this.classifier.current, keys: this.config.SERVICE_KEYS },
      );
      faultPoint('intake.before-commit');
    });
    faultPoint('intake.after-commit');
  }
}
