/** A kill comes at the named place and at the pass that was asked for. */
import { armFaultPoints, faultPoint } from './fault-point.ts';

afterEach(() => armFaultPoints(''));

test('what is not armed costs nothing and kills nobody', () => {
  faultPoint('inbound.after-commit');
  armFaultPoints('another.place=kill');
  faultPoint('inbound.after-commit');
});

test.each(['inbound', 'inbound=pause', 'inbound=kill@', '=kill'])('%s is no order', (text) => {
  expect(() => armFaultPoints(text)).toThrow('FAULT_POINTS');
});

test('at the third pass the process is told to die, once', () => {
  const killed: unknown[] = [];
  const { kill } = process;
  process.kill = ((...given: unknown[]) => killed.push(given)) as never;
  armFaultPoints('first=kill@3, second=kill');
  for (let pass = 1; pass <= 5; pass += 1) {
    faultPoint('first');
    if (pass === 2) expect(killed).toEqual([]);
  }
  process.kill = kill;
  expect(killed).toEqual([[process.pid, 'SIGKILL']]);
});
