/** The screen's words about canned answers, question trees and macros, in English. */
export const guidesEn = {
  guide: {
    canned: 'Canned answers',
    macros: 'Macros',
    trees: 'Questions to ask',
    back: 'Back',
    again: 'Start again',
    'leads-nowhere': 'This answer leads nowhere yet.',
    put: 'Put into the answer',
    'ends-transfer': 'This belongs to {{queue}}.',
    'do-transfer': 'Hand over to {{queue}}',
    'ends-ticket': 'This needs a ticket: {{kind}}, {{severity}}.',
    'do-ticket': 'Open the ticket',
    'macro-done': 'Done: {{done}} steps.',
    'macro-refused': '{{done}} of {{all}} steps done. Refused: {{step}}. {{why}}',
    act: { reply: 'answer', note: 'note', label: 'label', ticket: 'ticket', transfer: 'hand over', resolve: 'resolve' },
  },
};
