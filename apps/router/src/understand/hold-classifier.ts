/** Holds the classifier that judges: the newest version of the taxonomy in force; fits one where there is none. */
import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { AgentId, FittedBecause, PolicyV1 } from '@trunkline/contracts';
import { CONFIG, type Config, LiveSettings, Log, Postgres, writeFacts } from '@trunkline/platform';
import { readTaxonomyModel, type TaxonomyModel } from '@trunkline/rules';
import type { routerConfig } from '../config.ts';
import { insertVersion, isFitted, newestVersion, readModel } from './classifiers.store.ts';
import { approvedLessons } from './corrections.store.ts';
import { fitOnce } from './fit-once.ts';

const lookEveryMs = 5_000;

export type Classifier = { version: number; taxonomy: string; model: TaxonomyModel };

@Injectable()
export class HoldClassifier implements OnModuleInit, OnModuleDestroy {
  private held: Classifier | undefined;
  private fitting: Promise<boolean> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Pick<Config<typeof routerConfig>, 'FITTED_HOME'>,
  ) {}

  /** Nothing is taken in before there is something to understand it with. */
  async onModuleInit(): Promise<void> {
    await this.look();
    if (!this.held) await this.fit({ because: 'first-start', by: null });
    this.timer = setInterval(() => void this.keepUp(), lookEveryMs).unref();
    this.settings.onChange('policy', () => void this.keepUp());
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  get current(): Classifier {
    if (!this.held) throw new Error('there is no classifier yet');
    return this.held;
  }

  get isFitting(): boolean {
    return this.fitting !== undefined;
  }

  /** False where the same was fitted before: there is nothing new to learn. */
  async fit(why: { because: FittedBecause; by: AgentId | null }): Promise<boolean> {
    this.fitting ??= this.fitNow(why).finally(() => {
      this.fitting = undefined;
    });
    return this.fitting;
  }

  private async fitNow({ because, by }: { because: FittedBecause; by: AgentId | null }): Promise<boolean> {
    const { policy } = this.settings;
    const lessons = await approvedLessons(this.postgres);
    const taxonomy = digestOf(policy);
    const basis = digest([taxonomy, lessons]);
    if (await isFitted(this.postgres, basis)) return false;
    const fitted = await fitOnce({ policy, lessons }, this.config.FITTED_HOME);
    const sha256 = createHash('sha256').update(fitted.model).digest('hex');
    const version = await this.postgres.transaction(async (tx) => {
      const made = await insertVersion(tx, {
        ...fitted,
        ...{ basis, taxonomy, because, by, sha256 },
        policyVersion: policy.version,
        corrections: lessons.length,
      });
      if (made === undefined) return undefined;
      const { texts, labels } = fitted;
      const data = { version: made, policyVersion: policy.version, because, by, texts, labels, sha256 };
      await writeFacts(tx, [{ type: 'classifier.fitted', key: 'classifier', data }]);
      return made;
    });
    this.log.info('a classifier was fitted', { version, because, ms: fitted.fitMs, texts: fitted.texts });
    await this.look();
    return version !== undefined;
  }

  /** Another replica may have fitted one; a new policy may need one. */
  private async keepUp(): Promise<void> {
    if (!this.timer) return; // a service that stops fits nothing more
    try {
      await this.look();
      if (this.held?.taxonomy !== digestOf(this.settings.policy))
        await this.fit({ because: 'taxonomy-changed', by: null });
    } catch (error) {
      this.log.warn('the classifier was not brought up to date', { error });
    }
  }

  private async look(): Promise<void> {
    const newest = await newestVersion(this.postgres, digestOf(this.settings.policy));
    if (!newest || newest.version === this.held?.version) return;
    const read = readTaxonomyModel(await readModel(this.postgres, newest.version));
    if (read.kind === 'refused')
      return this.log.error('a classifier cannot be read', { ...newest, because: read.because });
    this.held = { ...newest, model: read.model };
  }
}

const digest = (what: unknown) => createHash('sha256').update(JSON.stringify(what)).digest('hex');
const digests = new WeakMap<PolicyV1, string>();

/** Of what a classifier is fitted to: topics with their labels, words and examples. */
function digestOf(policy: PolicyV1): string {
  const known = digests.get(policy) ?? digest(policy.taxonomy.topics);
  digests.set(policy, known);
  return known;
}
