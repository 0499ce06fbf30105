/** Reads a desk file: YAML (or JSON), held against its schema; every fault with its line. */
import { type DeskFile, deskFileSchema } from '@trunkline/contracts';
import { LineCounter, parseDocument } from 'yaml';
import { readInput } from '../read-input.ts';
import { SaidNo } from '../refused.ts';
import { sayPlace } from './file-steps.ts';
import type { Problem, Steps } from './plan.ts';

export type ReadFile = { file: DeskFile; say(problem: Pick<Problem, 'steps' | 'sentence'>): string };

export async function readDeskFile(name: string): Promise<ReadFile> {
  const lines = new LineCounter();
  const document = parseDocument((await readInput(name)).toString('utf8'), { lineCounter: lines });
  const where = (at: number) => `${name}:${lines.linePos(at).line}:${lines.linePos(at).col}`;
  const [broken] = document.errors;
  if (broken) throw new SaidNo(`${where(broken.pos[0])} ${broken.message.split('\n')[0]}`, 'not-yaml');
  const read: unknown = document.toJS();
  /** The place itself, or the nearest that is there. */
  const placeOf = (steps: Steps): string => {
    for (let end = steps.length; end > 0; end--) {
      const node = document.getIn(steps.slice(0, end), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return where(node.range[0]);
    }
    return name;
  };
  const say: ReadFile['say'] = ({ steps, sentence }) => `${placeOf(steps)} ${sayPlace(read, steps)}: ${sentence}`;
  const { success, data, error } = deskFileSchema().safeParse(read);
  if (success) return { file: data, say };
  const said = error.issues.map(({ path, message }) => say({ steps: path as Steps, sentence: message }));
  throw new SaidNo(said.join('\n'), 'breaks-the-schema');
}
