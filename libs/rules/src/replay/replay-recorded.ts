/** Plays a record by the policy it was decided by: says whether the decisions come out the same, and what people did. */
import type { PolicyV1 } from '@trunkline/contracts';
import { Engine } from '../assign/engine.ts';
import { CheckDecisions, type Difference } from './check-decisions.ts';
import { FollowEngine } from './follow-engine.ts';
import type { LoggedInput, LogStart } from './routing-log.ts';
import type { Script } from './script.ts';
import { WaitBook } from './wait-book.ts';
import { WriteScript } from './write-script.ts';

export class ReplayRecorded {
  inputs = 0;
  /** The instant heard last, in ms. */
  at: number;
  readonly book: WaitBook;
  private readonly follow: FollowEngine;
  private step: number;
  private readonly check = new CheckDecisions();
  private readonly script: WriteScript;

  constructor(start: LogStart) {
    const remembered = structuredClone(start.remembered);
    const engine = new Engine(start.policy);
    engine.restore(remembered, start.at);
    this.step = start.step;
    this.at = Date.parse(start.at);
    this.follow = new FollowEngine(engine, start.remembered.conversations);
    this.book = new WaitBook(this.at, start.remembered.agents, start.remembered.conversations);
    this.script = new WriteScript(start);
  }

  /** In force at the end. */
  get policy(): PolicyV1 {
    return this.follow.engine.policy;
  }

  get compared(): number {
    return this.check.compared;
  }

  hear(logged: LoggedInput): void {
    const { input, isParked } = logged;
    const { conversationId } = input;
    if (!isParked) this.script.before(input, this.standOf(conversationId));
    const heard = this.follow.hear(structuredClone(input), isParked);
    this.inputs += 1;
    this.step = input.step;
    this.at = Date.parse(this.follow.engine.at);
    this.check.hear(logged, heard);
    this.book.note(heard, this.at);
    this.script.after(heard, this.at);
  }

  firstDifference(goesOn = false): Difference | null {
    return this.check.first(goesOn);
  }

  /** As it stands now: a record that goes on from here. */
  snapshot(): LogStart {
    const { engine } = this.follow;
    return { step: this.step, at: engine.at, policy: engine.policy, remembered: engine.snapshot() };
  }

  scriptUntil(until: number): Script {
    return this.script.finish(until);
  }

  private standOf(id: LoggedInput['input']['conversationId']) {
    return this.follow.standOf(id ?? ('' as never));
  }
}
