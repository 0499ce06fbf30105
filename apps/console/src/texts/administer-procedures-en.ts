/** The words of the settings about procedures in English. */
export const administerProceduresEn = {
  page: { transfer: 'Transfers' },
  about: { transfer: 'What happens before a conversation is handed on, and where to turn with what is not ours.' },
  transfers: {
    unit: 's',
    consent: 'The customer’s word',
    'consent-hint': 'Where somebody sits and waits they are asked before a transfer; elsewhere they are told.',
    asks: 'Asked first on',
    seconds: 'Their word is waited for',
    'seconds-hint': 'Silence after that counts as a no.',
    bounces: 'To the supervisor at transfer number',
    'bounces-hint': 'So often handed on, the supervisor on duty gets it instead of a queue.',
    external: 'Places outside',
    'external-hint':
      'For what is not about one of our products: whom the customer is told to turn to, and in which words.',
    'no-external': 'No place outside',
    'no-external-more': 'Everything is treated as ours.',
    new: 'New place',
    when: 'For which matter',
    'by-hand': 'Only where the agent says so',
    'text-en': 'What the customer is told, English',
    'text-zh': 'What the customer is told, Chinese',
  },
  place: {
    transfer: 'Transfers',
    asksConsent: 'Asked first on',
    consentSeconds: 'Their word is waited for',
    bouncesUntilSupervisor: 'Transfers until the supervisor',
    external: 'Places outside',
  },
};
