/** Turns scores into sureness, and says from where on a text is one of ours: by texts that a fit had not seen. */
import { calibrationError } from './calibration-error.ts';
import { bestOf, type FitReport, type Sureness, shareOf } from './text-model.ts';

/** What an unseen text scored, and which label was right. */
export type Unseen = { scores: Float64Array; right: number };

/** Of our own texts so many are lost; the promise is kept with a fifth to spare, since the next texts are others. */
export const ownLost = 0.05;
const spare = 0.8;

/** Without unseen texts: what the public sets have. */
export function fitSureness(unseen: readonly Unseen[]): Sureness {
  if (unseen.length === 0) return { steepness: 5, slope: 0.7, offset: 0 };
  const steepness = fitSteepness(unseen);
  const judged = unseen.map(({ scores, right }) => {
    const best = bestOf(scores);
    return { lead: logitOf(shareOf(scores, best, steepness)), isRight: best === right };
  });
  return { steepness, ...bend(judged) };
}

export function surenessOf(scores: Float64Array, best: number, { steepness, slope, offset }: Sureness): number {
  return 1 / (1 + Math.exp(-(slope * logitOf(shareOf(scores, best, steepness)) + offset)));
}

/** How a fit did on texts it had not seen. */
export function reportUnseen(unseen: readonly Unseen[], sureness: Sureness): Omit<FitReport, 'texts'> {
  const judged = unseen.map(({ scores, right }) => {
    const best = bestOf(scores);
    return { confidence: surenessOf(scores, best, sureness), isRight: best === right };
  });
  const accuracy = judged.filter(({ isRight }) => isRight).length / Math.max(1, judged.length);
  return { unseen: judged.length, accuracy, calibrationError: calibrationError(judged) };
}

const logitOf = (share: number) => Math.log(Math.max(share, 1e-9) / Math.max(1 - share, 1e-9));

/** The steepness under which the right answers surprise least. */
function fitSteepness(unseen: readonly Unseen[]): number {
  const costOf = (steepness: number) =>
    unseen.reduce((sum, { scores, right }) => sum - Math.log(shareOf(scores, right, steepness) + 1e-12), 0);
  let [low, high] = [0.5, 60];
  for (let turn = 0; turn < 40; turn += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (costOf(left) < costOf(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** A logistic curve through what was right, by Newton's steps; few texts bend it little. */
function bend(judged: readonly { lead: number; isRight: boolean }[]): Omit<Sureness, 'steepness'> {
  let [slope, offset] = [1, 0];
  for (let turn = 0; turn < 20; turn += 1) {
    let [gradientSlope, gradientOffset, bySlope, byBoth, byOffset] = [1 - slope, -offset, 1, 0, 1];
    for (const { lead, isRight } of judged) {
      const share = 1 / (1 + Math.exp(-(slope * lead + offset)));
      const [missing, weight] = [(isRight ? 1 : 0) - share, share * (1 - share)];
      gradientSlope += missing * lead;
      gradientOffset += missing;
      bySlope += weight * lead * lead;
      byBoth += weight * lead;
      byOffset += weight;
    }
    const determinant = bySlope * byOffset - byBoth * byBoth;
    slope += (byOffset * gradientSlope - byBoth * gradientOffset) / determinant;
    offset += (bySlope * gradientOffset - byBoth * gradientSlope) / determinant;
  }
  return { slope: Math.max(0.05, slope), offset };
}

/** The highest score below which no more than `share` of such texts will fall. */
export function rejectBelow(highest: readonly number[], share = ownLost): number {
  if (highest.length === 0) return -Number.MAX_VALUE;
  const sorted = [...highest].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share * spare)] as number;
}
