/** How matters are worked on, as it ships: the figures of `domain.md` §3, §5 and §7. */
import type { PolicyV1 } from '@trunkline/contracts';

type Procedures = Pick<
  PolicyV1,
  | 'departments'
  | 'tickets'
  | 'complaints'
  | 'transfer'
  | 'brokenOff'
  | 'callBacks'
  | 'forms'
  | 'trees'
  | 'canned'
  | 'macros'
  | 'closing'
>;

export const procedures: Procedures = {
  departments: [],
  tickets: { tellsCustomer: ['opened', 'handed-over', 'answered', 'solved'] },
  complaints: {
    promises: {
      inquiry: 'limit',
      incident: 'limit',
      'complaint-employee': 'fixed',
      'complaint-event': 'none',
      suggestion: 'limit',
      praise: 'limit',
    },
    maxSubmissions: 2,
    onlySupervisorCloses: false,
  },
  transfer: { asksConsent: ['chat', 'call', 'social'], consentSeconds: 300, bouncesUntilSupervisor: 3, external: [] },
  brokenOff: { afterSeconds: 60, alertsTopics: ['orders-and-logistics'] },
  callBacks: { queue: null, attempts: 3, minutes: 30 },
  forms: [],
  trees: [],
  canned: [],
  macros: [],
  closing: {
    surveyOn: ['chat', 'call', 'social', 'sms', 'mail'],
    endsLiveAfterSeconds: 120,
    unsatisfiedUpTo: 2,
    requires: [],
    wrapUp: { seconds: 60, requires: [] },
  },
};
