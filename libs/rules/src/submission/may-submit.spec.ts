/** A28 the first and once more, with exactly what is not right; a third never; only a satisfied end begins anew. */
import type { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { seeded } from '../simulate/seeded.ts';
import { type MaySubmit, mayEndUnsatisfied, maySubmit, type Submitted } from './may-submit.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
const open = (minute: number): Submitted => ({
  submittedAt: at(minute),
  resultAt: null,
  toldAt: null,
  satisfied: null,
});
const answered = (minute: number): Submitted => ({ ...open(minute), resultAt: at(minute + 1) });
const told = (minute: number, satisfied: boolean | null = false): Submitted => ({
  ...answered(minute),
  toldAt: at(minute + 2),
  satisfied,
});
const point = 'the refund is 20 short';
const sayOf = (verdict: MaySubmit) => (verdict.kind === 'submits' ? verdict.turn : verdict.because);

test.each<[string, Submitted[], string[], string, number | string]>([
  ['the first needs no point', [], [], '', 1],
  ['while a department has it, it is not submitted again', [open(0)], [], point, 'submission-open'],
  ['a result is told before it is not satisfactory', [answered(0)], [], point, 'result-not-told'],
  ['the second without the point is refused', [told(0)], [], ' ', 'point-missing'],
  ['the second says with exactly what', [told(0)], [], point, 2],
  ['also where the customer said nothing yet', [told(0, null)], [], point, 2],
  ['a third is refused', [told(0), told(10)], [], point, 'submissions-exhausted'],
  ['a third while the second is open, too', [told(0), open(10)], [], point, 'submissions-exhausted'],
  ['a satisfied end begins anew', [told(0), told(10, true)], [], '', 1],
  ['so does a contact about it that ended satisfied', [told(0), told(10)], [at(30)], '', 1],
  ['an earlier one does not', [told(10), told(20)], [at(5)], point, 'submissions-exhausted'],
  ['in whatever order they are read', [told(10), told(0, true)], [], point, 2],
])('A28 %s', (_sentence, earlier, satisfiedAt, said, expected) =>
  expect(sayOf(maySubmit({ earlier, satisfiedAt, point: said }, defaultPolicy))).toBe(expected),
);

const strict: PolicyV1 = {
  ...defaultPolicy,
  complaints: { ...defaultPolicy.complaints, onlySupervisorCloses: true },
};
test.each<[string, Submitted[], boolean, PolicyV1, string]>([
  ['it ends when both were told and refused', [told(0), told(10)], false, defaultPolicy, 'ends'],
  ['not while one is left', [told(0)], false, defaultPolicy, 'submissions-left'],
  ['not before the second was told', [told(0), answered(10)], false, defaultPolicy, 'submissions-left'],
  ['not where the customer was satisfied', [told(0), told(10, true)], false, defaultPolicy, 'submissions-left'],
  ['only by a supervisor where the policy says so', [told(0), told(10)], false, strict, 'only-supervisor-closes'],
  ['the supervisor ends it there', [told(0), told(10)], true, strict, 'ends'],
])('A28 %s', (_sentence, earlier, isLeading, policy, expected) => {
  const verdict = mayEndUnsatisfied({ earlier, satisfiedAt: [], isLeading }, policy);
  expect(verdict.kind === 'ends' ? 'ends' : verdict.because).toBe(expected);
});

test('A28 over ten thousand random histories there is no third submission without a satisfied end between', () => {
  const seed = 20261123;
  const random = seeded(seed);
  let submitted = 0;
  for (let history = 0; history < 10_000; history += 1) {
    const earlier: Submitted[] = [];
    const satisfiedAt: string[] = [];
    let since = 0;
    for (let minute = 1; minute < 30; minute += 1) {
      const last = earlier.at(-1);
      const draw = random();
      if (draw < 0.4) {
        const verdict = maySubmit({ earlier, satisfiedAt, point: draw < 0.2 ? point : '' }, defaultPolicy);
        if (verdict.kind !== 'submits') continue;
        since += 1;
        submitted += 1;
        expect([seed, history, verdict.turn]).toEqual([seed, history, since]);
        expect([seed, history, since <= 2]).toEqual([seed, history, true]);
        earlier.push(open(minute));
      } else if (draw < 0.6 && last && !last.resultAt) last.resultAt = at(minute);
      else if (draw < 0.8 && last?.resultAt && !last.toldAt) last.toldAt = at(minute);
      else if (draw < 0.92 && last?.toldAt && last.satisfied === null) {
        last.satisfied = random() < 0.2;
        if (last.satisfied) since = 0;
      } else if (draw > 0.98) {
        satisfiedAt.push(at(minute));
        since = 0;
      }
    }
  }
  expect([seed, submitted > 10_000]).toEqual([seed, true]);
});
