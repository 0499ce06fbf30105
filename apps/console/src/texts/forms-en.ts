/** The screen's words about forms, in English. */
export const formsEn = {
  form: {
    title: 'What this matter asks',
    ask: 'Ask for what is missing',
    'was-asked': 'The customer is asked.',
    asked: 'Asked for',
    'not-known': 'Not known',
  },
};
