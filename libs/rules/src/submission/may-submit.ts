/** May this matter go to a department now, and for which time? The first, and once more (`domain.md` §5); never a third. */
import type { PolicyV1 } from '@trunkline/contracts';

/** One that was submitted before, of the same matter. Instants are ISO. */
export type Submitted = {
  submittedAt: string;
  resultAt: string | null;
  toldAt: string | null;
  satisfied: boolean | null;
};
export type SubmitAsked = {
  earlier: readonly Submitted[];
  /** When contacts about the matter ended satisfied. */
  satisfiedAt: readonly string[];
  /** With exactly what the customer is not satisfied. */
  point: string;
};
export type MaySubmit =
  | { kind: 'submits'; turn: number }
  | {
      kind: 'refused';
      because: 'submissions-exhausted' | 'submission-open' | 'result-not-told' | 'point-missing';
      count: number;
    };

export function maySubmit({ earlier, satisfiedAt, point }: SubmitAsked, policy: PolicyV1): MaySubmit {
  const run = runOf(earlier, satisfiedAt);
  const count = run.length;
  const no = (because: Extract<MaySubmit, { kind: 'refused' }>['because']): MaySubmit => {
    return { kind: 'refused', because, count };
  };
  if (count >= policy.complaints.maxSubmissions) return no('submissions-exhausted');
  if (run.some(({ resultAt }) => resultAt === null)) return no('submission-open');
  if (run.some(({ toldAt }) => toldAt === null)) return no('result-not-told');
  if (count > 0 && point.trim() === '') return no('point-missing');
  return { kind: 'submits', turn: count + 1 };
}

/** Those since the customer was last satisfied: only that begins anew. */
export function runOf<One extends Submitted>(earlier: readonly One[], satisfiedAt: readonly string[]): One[] {
  const inTime = [...earlier].sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
  const own = inTime.findLastIndex(({ satisfied }) => satisfied === true);
  const last = Math.max(Number.NEGATIVE_INFINITY, ...satisfiedAt.map(Date.parse));
  return inTime.slice(own + 1).filter(({ submittedAt }) => Date.parse(submittedAt) > last);
}

export type MayEnd = { kind: 'ends' } | { kind: 'refused'; because: 'submissions-left' | 'only-supervisor-closes' };
type EndAsked = Omit<SubmitAsked, 'point'> & { isLeading: boolean };

/** Submitted as often as may be, told, and still not satisfied: that ends with the reason, and by whom the policy says. */
export function mayEndUnsatisfied({ earlier, satisfiedAt, isLeading }: EndAsked, policy: PolicyV1): MayEnd {
  if (!isExhausted(runOf(earlier, satisfiedAt), policy)) return { kind: 'refused', because: 'submissions-left' };
  if (policy.complaints.onlySupervisorCloses && !isLeading) {
    return { kind: 'refused', because: 'only-supervisor-closes' };
  }
  return { kind: 'ends' };
}

/** All were told; of the last the customer did not say that they are satisfied. */
const isExhausted = (run: readonly Submitted[], { complaints }: PolicyV1): boolean =>
  run.length >= complaints.maxSubmissions && run.every(({ toldAt }) => toldAt !== null);
