/** What stands on the button of a next step, by its act's code. */
export const stepsEn = {
  stepAct: {
    'take-over': 'Take over',
  },
};
