/** What stands on the button of a next step, by its act's code. */
export const stepsEn = {
  stepAct: {
    'take-over': 'Take over',
    'withdraw-transfer': 'Take the question back',
    'plan-call-back': 'Plan a call-back',
    'ask-form': 'Ask for what is missing',
    'fill-form': 'Fill it in',
    'ask-anything-else': 'Ask “anything else?”',
    resolve: 'Mark solved',
    'wrap-up': 'Wrap up',
    'complaint-step': 'Take this step',
    'complaint-earlier': 'Tell the customer',
    'complaint-earlier-heard': 'Note what they say',
    reply: 'Reply',
    'answer-consult': 'Answer',
    'tell-result': 'The customer knows',
    'deliver-result': 'Decide',
    'hear-result': 'Note what they say',
    'submit-again': 'Submit once more',
    'end-unsatisfied': 'Reassure and end',
  },
};
