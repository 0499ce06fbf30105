/** The door of understanding: labels put right, corrections decided, the classifier fitted and tried. */
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, UseGuards } from '@nestjs/common';
import {
  type ConversationId,
  type CorrectionId,
  NewLabel,
  type StaffV1,
  type TriedText,
  TryText,
} from '@trunkline/contracts';
import { Caller, type InternalCaller, KnowCaller, parse, refuse } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import { z } from 'zod';
import { GiveOrder } from '../desk/give-order.ts';
import { listCorrections } from './corrections.store.ts';
import { decideCorrection } from './decide-correction.ts';
import { HoldClassifier } from './hold-classifier.ts';
import { judgeText, queueFor } from './judge-text.ts';
import { relabel } from './relabel.ts';
import { showClassifier } from './show-classifier.ts';

const CorrectionsQuery = z.object({
  state: z.enum(['proposed', 'approved', 'rejected']).optional(),
  cursor: z.uuid().optional(),
});
type CorrectionsQuery = z.infer<typeof CorrectionsQuery>;

@Controller('internal')
@UseGuards(KnowCaller)
export class UnderstandController {
  constructor(
    private readonly desk: GiveOrder,
    private readonly classifier: HoldClassifier,
  ) {}

  @Post('conversations/:id/label')
  @HttpCode(200)
  label(
    @Caller() caller: InternalCaller,
    @Param('id', ParseUUIDPipe) conversationId: ConversationId,
    @Body(parse(NewLabel)) { label }: NewLabel,
  ) {
    return relabel(this.desk, { by: caller.sub, conversationId, does: 'label', label });
  }

  @Get('corrections')
  corrections(@Caller() caller: InternalCaller, @Query(parse(CorrectionsQuery)) query: CorrectionsQuery) {
    const { id: personId, role, groups } = this.person(caller, 'read-classifier');
    const seen = role === 'administrator' ? null : groups;
    return listCorrections(this.desk.postgres, { state: query.state, cursor: query.cursor, groups: seen, personId });
  }

  @Post('corrections/:id/approve')
  @HttpCode(200)
  approve(@Caller() caller: InternalCaller, @Param('id', ParseUUIDPipe) id: CorrectionId) {
    return decideCorrection(this.desk, { by: caller.sub, id, state: 'approved' });
  }

  @Post('corrections/:id/reject')
  @HttpCode(200)
  reject(@Caller() caller: InternalCaller, @Param('id', ParseUUIDPipe) id: CorrectionId) {
    return decideCorrection(this.desk, { by: caller.sub, id, state: 'rejected' });
  }

  @Get('classifier')
  show(@Caller() caller: InternalCaller) {
    this.person(caller, 'read-classifier');
    return showClassifier(this.desk.postgres, this.classifier.isFitting);
  }

  /** Answers once the new version judges. */
  @Post('classifier/fit')
  @HttpCode(200)
  async fit(@Caller() caller: InternalCaller) {
    const person = this.person(caller, 'fit-classifier');
    if (!(await this.classifier.fit({ because: 'ordered', by: person.id }))) refuse('nothing-new-to-learn');
    return showClassifier(this.desk.postgres, this.classifier.isFitting);
  }

  @Post('classify/try')
  @HttpCode(200)
  try(@Caller() caller: InternalCaller, @Body(parse(TryText)) { text }: TryText): TriedText {
    this.person(caller, 'try-text');
    const { policy } = this.desk.settings;
    const judged = judgeText(text, policy, this.classifier.current);
    const { language, label, topic, confidence, evidence, classifierVersion } = judged;
    return { language, label, topic, confidence, evidence, queue: queueFor(judged, policy), classifierVersion };
  }

  private person(caller: InternalCaller, does: Act): StaffV1 {
    const person = this.desk.person(caller.sub);
    const verdict = may({ person, does });
    return verdict.ok ? person : refuse(verdict.because);
  }
}
