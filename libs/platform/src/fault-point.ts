/** Named places where tests kill the process; free where nothing is armed. */

type Armed = { passesLeft: number };
let armed: Map<string, Armed> | undefined;

/** `name=kill` at the first pass, `name=kill@3` at the third; several with commas. An empty text disarms all. */
export function armFaultPoints(text: string): void {
  armed = text ? new Map(text.split(',').map(readOne)) : undefined;
}

function readOne(text: string): [string, Armed] {
  const [, name, pass] = /^([\w.-]+)=kill(?:@(\d+))?$/.exec(text.trim()) ?? [];
  if (!name) throw new Error(`FAULT_POINTS: ${text} is not name=kill or name=kill@3`);
  return [name, { passesLeft: Number(pass ?? 1) }];
}

export function faultPoint(name: string): void {
  const point = armed?.get(name);
  if (!point) return;
  point.passesLeft -= 1;
  if (point.passesLeft === 0) process.kill(process.pid, 'SIGKILL');
}
