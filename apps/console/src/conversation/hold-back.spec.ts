/** Between "send" and sent lie five seconds in which a person may think again. */
import { makeHoldBack, type Unsent, undoMs } from './hold-back.ts';

function aDesk(send: (unsent: Unsent) => Promise<void> = async () => {}) {
  const sent: string[] = [];
  const givenBack: string[] = [];
  let kept: Unsent[] = [];
  const due: { run: () => void; ms: number; off: boolean }[] = [];
  const holdBack = makeHoldBack({
    now: () => 1000,
    later: (run, ms) => {
      const timer = { run, ms, off: false };
      due.push(timer);
      return () => {
        timer.off = true;
      };
    },
    send: async (unsent) => {
      await send(unsent);
      sent.push(`${unsent.id}:${unsent.text}:${unsent.seenVersion}`);
    },
    isStale: (error) => error === 'read-on-first',
    keep: (all) => {
      kept = all;
    },
    giveBack: (unsent) => givenBack.push(unsent.text),
  });
  const fire = async () => {
    for (const timer of due.splice(0)) if (!timer.off) timer.run();
    await new Promise(setImmediate);
  };
  return { holdBack, sent, givenBack, due, fire, kept: () => kept };
}
const words = { id: 'm1', conversationId: 'c1', text: 'hello', seenVersion: 3 };

test('a reply waits five seconds and is then sent once', async () => {
  const desk = aDesk();
  desk.holdBack.hold(words);
  expect(desk.due[0]?.ms).toBe(undoMs);
  expect(desk.kept().map(({ state, sendsAtMs }) => ({ state, sendsAtMs }))).toEqual([
    { state: 'held', sendsAtMs: 6000 },
  ]);
  await desk.fire();
  await desk.holdBack.sendNow('m1');
  expect(desk.sent).toEqual(['m1:hello:3']);
  expect(desk.kept()).toEqual([]);
});

test('undone within them, nothing goes out and the words come back', async () => {
  const desk = aDesk();
  desk.holdBack.hold(words);
  desk.holdBack.undo('m1');
  await desk.fire();
  expect(desk.sent).toEqual([]);
  expect(desk.givenBack).toEqual(['hello']);
});

test('who will not wait sends at once, and the clock does not send it again', async () => {
  const desk = aDesk();
  desk.holdBack.hold(words);
  await desk.holdBack.sendNow('m1');
  await desk.fire();
  expect(desk.sent).toHaveLength(1);
});

test('a reply on a stale view asks first, and goes out with the version that was read', async () => {
  const desk = aDesk(async ({ seenVersion }) => {
    if (seenVersion < 4) throw 'read-on-first';
  });
  desk.holdBack.hold(words);
  await desk.fire();
  expect(desk.kept().map(({ state }) => state)).toEqual(['stale']);
  await desk.holdBack.sendAnyway('m1', 4);
  expect(desk.sent).toEqual(['m1:hello:4']);
});

test('a refused reply stays with its reason and can be taken back', async () => {
  const desk = aDesk(async () => {
    throw 'not-yours';
  });
  desk.holdBack.hold(words);
  await desk.fire();
  expect(desk.kept()).toMatchObject([{ state: 'refused', error: 'not-yours' }]);
  desk.holdBack.undo('m1');
  expect(desk.givenBack).toEqual(['hello']);
});
