/** What a supervisor looks at first: per conversation what is late, soon late, or told and not yet acknowledged. */
import type { DeadlineRow, EscalationRow } from '@trunkline/contracts';

export type UrgentRow = {
  /** The conversation. */
  id: string;
  queue: string;
  agentId: string | null;
  /** Its clocks that are late or soon are, the one due first on top. */
  deadlines: DeadlineRow[];
  /** Open ones, not acknowledged first, higher levels before lower. */
  escalations: EscalationRow[];
  isLate: boolean;
  isSoon: boolean;
  isUnacknowledged: boolean;
};
export type UrgentFilter = 'all' | 'unacknowledged' | 'late' | 'soon';
export const urgentFilters: readonly UrgentFilter[] = ['all', 'unacknowledged', 'late', 'soon'];

export function urgentRows(deadlines: readonly DeadlineRow[], escalations: readonly EscalationRow[]): UrgentRow[] {
  // what is sensitive stands among the alerts, with its words
  const open = escalations.filter(({ overAt, trigger }) => !overAt && trigger !== 'sensitive');
  const ids = new Set([...open, ...deadlines].map(({ conversationId }) => conversationId as string));
  const rows = [...ids].map((id) =>
    rowOf(
      id,
      deadlines.filter(({ conversationId }) => conversationId === id),
      open.filter(({ conversationId }) => conversationId === id),
    ),
  );
  return rows.sort((one, other) => rank(one) - rank(other) || instant(one).localeCompare(instant(other)));
}

function rowOf(id: string, clocks: DeadlineRow[], told: EscalationRow[]): UrgentRow {
  const deadlines = [...clocks].sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  const escalations = [...told].sort(
    (one, other) =>
      Number(one.acknowledgedAt !== null) - Number(other.acknowledgedAt !== null) || other.level - one.level,
  );
  return {
    id,
    queue: deadlines[0]?.queue ?? escalations[0]?.queue ?? '',
    agentId: deadlines[0]?.agentId ?? null,
    deadlines,
    escalations,
    isLate: deadlines.some(({ state }) => state === 'late'),
    isSoon: deadlines.some(({ state }) => state === 'soon'),
    isUnacknowledged: escalations.some(({ acknowledgedAt }) => acknowledgedAt === null),
  };
}

/** What nobody has said yes to comes first, then what is late; what somebody sees to stands last. */
function rank({ isUnacknowledged, isLate, isSoon }: UrgentRow): number {
  if (isUnacknowledged) return 0;
  if (isLate) return 1;
  return isSoon ? 2 : 3;
}

function instant({ escalations, deadlines }: UrgentRow): string {
  const [told] = escalations;
  if (told && told.acknowledgedAt === null) return told.acknowledgeBy;
  return deadlines[0]?.dueAt ?? told?.raisedAt ?? '';
}

const passes: Record<UrgentFilter, (row: UrgentRow) => boolean> = {
  all: () => true,
  unacknowledged: ({ isUnacknowledged }) => isUnacknowledged,
  late: ({ isLate }) => isLate,
  soon: ({ isSoon }) => isSoon,
};

/** `queue` empty: all of them. */
export const filterUrgent = (rows: readonly UrgentRow[], filter: UrgentFilter, queue: string): UrgentRow[] =>
  rows.filter((row) => passes[filter](row) && (queue === '' || row.queue === queue));
