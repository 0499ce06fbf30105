/** A delay was foreseen a moment ago: is the customer still to be told? */

/** What is known under the conversation's lock. */
export type DelayStanding = {
  /** The kind of clock that will be late (`ClockKind`). */
  clock: string;
  state: string;
  /** An answer that was not refused on its way went out since the customer's last words. */
  isAnswered: boolean;
  /** Of a promise: its ticket was answered or solved meanwhile. */
  isPromiseKept: boolean;
  isAutomatic: boolean;
  hasAddress: boolean;
  /** Somebody vouches for the address, or a person of the desk has answered it before. */
  isKnownAddress: boolean;
  /** Another conversation of the address was told of a delay within a day. */
  wasToldElsewhere: boolean;
  /** Empty: switched off. */
  text: string;
};
export type DelayTold =
  | { kind: 'tells' }
  | {
      kind: 'keeps-silent';
      because:
        | 'solved'
        | 'closed'
        | 'answered'
        | 'nobody-has-to-answer'
        | 'no-address'
        | 'told-lately'
        | 'text-is-switched-off';
    };

const stopsAtAnswer = new Set(['first-response', 'next-response']);

/**
 * What ended or was answered meanwhile needs no notice. An address that nobody has answered yet may be a victim's whose
 * name a stranger uses: it hears of one conversation a day and no more (promises C, V2).
 */
export function mayTellDelay(standing: DelayStanding): DelayTold {
  const silent = (because: Extract<DelayTold, { kind: 'keeps-silent' }>['because']): DelayTold => ({
    kind: 'keeps-silent',
    because,
  });
  // a complaint's promise outlives the conversation's solution
  const isOver = standing.clock !== 'promise' || standing.isPromiseKept;
  if (standing.state === 'closed') return silent('closed');
  if (standing.state === 'solved' && isOver) return silent('solved');
  if (stopsAtAnswer.has(standing.clock) && standing.isAnswered) return silent('answered');
  if (standing.clock === 'promise' && standing.isPromiseKept) return silent('answered');
  if (standing.isAutomatic) return silent('nobody-has-to-answer');
  if (!standing.hasAddress) return silent('no-address');
  if (!standing.isKnownAddress && standing.wasToldElsewhere) return silent('told-lately');
  if (standing.text.trim() === '') return silent('text-is-switched-off');
  return { kind: 'tells' };
}
