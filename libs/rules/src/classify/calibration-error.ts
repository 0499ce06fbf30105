/** How far sureness and truth lie apart: the mean gap over fifteen even bins of sureness (expected calibration error). */
const bins = 15;

export function calibrationError(judged: readonly { confidence: number; isRight: boolean }[]): number {
  const gaps = new Float64Array(bins);
  for (const { confidence, isRight } of judged) {
    const bin = Math.min(bins - 1, Math.floor(confidence * bins));
    gaps[bin] = (gaps[bin] as number) + (isRight ? 1 : 0) - confidence;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, judged.length);
}
