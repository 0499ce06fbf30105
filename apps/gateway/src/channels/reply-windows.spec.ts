/** The reply window at the staff's door: shown with the conversation, refused before a late reply is written. */
import type { Conversation, ConversationId, NewMessage, ReplyWindow, StaffV1 } from '@trunkline/contracts';
import { Log } from '@trunkline/platform';
import type { AskOwner } from '../desk/ask-owner.ts';
import { KnowChannels } from './know-channels.ts';
import { ReplyWindows } from './reply-windows.ts';

const person = { id: 'p' } as StaffV1;
const id = 'c' as ConversationId;
const conversation = { channel: 'paper', account: 'desk', customer: { address: '+49151' } } as Conversation;
const templates = [{ name: 'we_are_back', language: 'en', text: 'We are back.' }];
const closed: ReplyWindow = { until: '2026-01-01T00:00:00.000Z', isOpen: false, afterwards: 'templates' };
const open: ReplyWindow = { until: '2126-01-01T00:00:00.000Z', isOpen: true, afterwards: 'templates' };

/** Owners that answer as they are told, at the edge of the gateway. */
function given(window: ReplyWindow | null, { hours = 24 as number | null, isAway = false } = {}) {
  const asked: string[] = [];
  const owner = {
    async ask(_person: unknown, _owner: string, { path }: { path: string }) {
      asked.push(path);
      if (isAway) throw new Error('away');
      if (path === '/internal/channels')
        return { items: [{ name: 'paper', isOn: true, replyWindowHours: hours, templates }] };
      return path.includes('/reply-window') ? { window } : conversation;
    },
  } as unknown as AskOwner;
  const log = new Log({ service: 'gateway', instance: 'spec', level: 'silent' });
  return { windows: new ReplyWindows(owner, new KnowChannels(owner), log), asked };
}
const reply: NewMessage = { kind: 'reply', text: 'Hello' };

test('while the window is open a reply is written, and after it refused with that reason', async () => {
  expect(await given(open).windows.guard(person, id, reply)).toEqual({ text: 'Hello' });
  await expect(given(closed).windows.guard(person, id, reply)).rejects.toMatchObject({ code: 'reply-window-closed' });
});

test('a note is no reply, and a customer of whom nobody knows when they wrote is the provider’s to judge', async () => {
  expect(await given(closed).windows.guard(person, id, { kind: 'note', text: 'x' })).toEqual({ text: 'x' });
  const never = { ...closed, until: null };
  expect(await given(never).windows.guard(person, id, reply)).toEqual({ text: 'Hello' });
});

test('a template goes out after it too, and says what the template says', async () => {
  const named = { ...reply, template: 'we_are_back' };
  const written = { text: 'We are back.', template: 'we_are_back' };
  expect(await given(closed).windows.guard(person, id, named)).toEqual(written);
  await expect(given(open).windows.guard(person, id, { ...reply, template: 'other' })).rejects.toMatchObject({
    code: 'bad-request',
  });
});

test('where no channel sets a window, nobody is asked about a conversation', async () => {
  const { windows, asked } = given(null, { hours: null });
  expect(await windows.guard(person, id, reply)).toEqual({ text: 'Hello' });
  expect(asked).toEqual(['/internal/channels']);
});

test('a conversation is shown with its window, and also while channels are away', async () => {
  expect(await given(open).windows.shown(person, conversation)).toEqual(open);
  expect(await given(open, { hours: null }).windows.shown(person, conversation)).toBeNull();
  expect(await given(open, { isAway: true }).windows.shown(person, conversation)).toBeNull();
});
