/** Fits the router's classifier to examples, as `classify evaluate` is asked to. */
import { type Classified, classifyText, fitClassifier, type TextModel, writeModel } from '@trunkline/rules';
import { type Example, outOfScope } from './read-examples.ts';

export type Learnt = { model: TextModel; modelBytes: number; guess(text: string): Classified };

/** A label's name is one more example of it, as in the router; texts out of scope speak against every label. */
export function learn(examples: readonly Example[]): Learnt {
  const labels = new Set(examples.map(({ label }) => label).filter((label) => label !== outOfScope));
  const anchors = [...labels].map((label) => ({ text: label.replace(/[_-]+/g, ' '), label }));
  const model = fitClassifier(
    examples.map(({ text, label }) => ({ text, label: label === outOfScope ? null : label })),
    { anchors },
  );
  return { model, modelBytes: writeModel(model).length, guess: (text) => classifyText(text, model) };
}
