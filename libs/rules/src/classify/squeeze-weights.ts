/** Rounds weights to eight bits with a scale per row: a quarter of the size, and the labels stay what they were. */
import type { Weights } from './text-model.ts';

export function squeezeWeights(weights: Float32Array, labels: number): Weights {
  const cells = new Int8Array(weights.length);
  const scales = new Float32Array(weights.length / labels);
  for (let row = 0; row < scales.length; row += 1) {
    let most = 0;
    for (let cell = row * labels; cell < (row + 1) * labels; cell += 1) {
      most = Math.max(most, Math.abs(weights[cell] as number));
    }
    const scale = most / 127 || 1;
    scales[row] = scale;
    for (let cell = row * labels; cell < (row + 1) * labels; cell += 1) {
      cells[cell] = Math.round((weights[cell] as number) / scale);
    }
  }
  return { cells, scales };
}
