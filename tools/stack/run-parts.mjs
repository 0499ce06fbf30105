/** Starts, stops and restarts the parts of one stack, and reports one that ends without being asked to. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { choosePort } from './choose-port.mjs';
import { logSize, readFrom, tailOf } from './read-log.mjs';
import { Refusal } from './refusal.mjs';

const lostPort = /address already in use|BindException|EADDRINUSE|could not bind/i;

/** `onDeath(sentence)` is called once a part dies by itself; `onChange(parts)` whenever one started or stopped. */
export function runParts({ place, parts, onDeath, onChange }) {
  const running = new Map();
  const logOf = (part) => join(place.logs, `${part.name}.log`);

  async function choosePorts(part) {
    const chosen = {};
    for (const [use, variable] of Object.entries(part.ports)) chosen[use] = await choosePort({ variable });
    return chosen;
  }

  /** A random port may be lost between the probe and the bind: then once more with new ones. */
  async function start(part, ports, turn = 1) {
    const log = logOf(part);
    const from = logSize(log);
    try {
      const child = await part.start(place, { ports, log });
      running.set(part.name, { part, ports, child, asked: false });
      watch(part, child);
      onChange(describe());
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (turn < 4 && !place.isClosing() && lostPort.test(readFrom(log, from)))
        return start(part, await choosePorts(part), turn + 1);
      throw new Refusal(`${part.name}: ${error.message}\n${tailOf(log)}`);
    }
  }

  function watch(part, child) {
    child.exited.then(({ code, signal }) => {
      const entry = running.get(part.name);
      if (entry?.child !== child || entry.asked || place.isClosing()) return;
      const how = signal ?? `code ${code}`;
      onDeath(`${part.name} ended by itself (${how}); its log, ${logOf(part)}, ends so:\n${tailOf(logOf(part))}`);
    });
  }

  async function stop(name, { kill = false, wipe = false } = {}) {
    const entry = running.get(name);
    if (!entry) throw new Refusal(`no part ${name} runs here: ${[...running.keys()].join(', ')}`);
    entry.asked = true;
    await place.house.stop(entry.child, kill ? 'SIGKILL' : (entry.part.quick ?? entry.child.signal));
    const data = entry.part.dataFolder(place);
    if (wipe && data) rmSync(data, { recursive: true, force: true });
    onChange(describe());
  }

  /** On the same ports as before, so that whoever knew the address finds it again. */
  async function startAgain(name) {
    const entry = running.get(name);
    if (!entry?.asked) throw new Refusal(`${name} was not stopped`);
    await start(entry.part, entry.ports, Number.POSITIVE_INFINITY);
    await entry.part.warmUp?.(place, entry.part.env(entry.ports, place));
  }

  const describe = () =>
    Object.fromEntries(
      [...running].map(([name, { part, ports, child, asked }]) => {
        const { pid, start, signal } = child;
        return [name, { pid, start, signal, ports, stopped: asked, data: part.dataFolder(place), log: logOf(part) }];
      }),
    );

  async function startAll() {
    const chosen = await Promise.all(parts.map(choosePorts));
    const started = parts.map(async (part, at) => {
      await start(part, chosen[at]);
      await part.warmUp?.(place, part.env(running.get(part.name).ports, place));
    });
    await Promise.all(started);
    return Object.assign({}, ...[...running.values()].map(({ part, ports }) => part.env(ports, place)));
  }

  return { startAll, stop, startAgain, addresses: () => [...running.values()].map(addressOf) };
}

const addressOf = ({ part, ports }) => `${part.name} ${part.address(ports)}`;
