/** What goes with a reply beside its words, by conversation: files put up, quick replies; given back where it is undone. */
import type { Attachment } from '@trunkline/contracts';
import { useSyncExternalStore } from 'react';

export type Choice = { code: string; label: string };
export type PutUp = {
  key: string;
  name: string;
  type: string;
  bytes: number;
  /** 0–1 while it goes up. */
  share: number;
  state: 'going' | 'there' | 'refused';
  attachment?: Attachment;
  error?: unknown;
};
export type Enclosed = { files: readonly PutUp[]; choices: readonly Choice[] };

const nothing: Enclosed = { files: [], choices: [] };

export function makeEnclosed() {
  const all = new Map<string, Enclosed>();
  const listeners = new Set<() => void>();
  const read = (id: string) => all.get(id) ?? nothing;
  const put = (id: string, part: Partial<Enclosed>) => {
    all.set(id, { ...read(id), ...part });
    for (const listener of listeners) listener();
  };
  return {
    read,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (id: string, file: PutUp) => put(id, { files: [...read(id).files, file] }),
    change: (id: string, key: string, part: Partial<PutUp>) =>
      put(id, { files: read(id).files.map((file) => (file.key === key ? { ...file, ...part } : file)) }),
    remove: (id: string, key: string) => put(id, { files: read(id).files.filter((file) => file.key !== key) }),
    choose: (id: string, choices: readonly Choice[]) => put(id, { choices }),
    /** What is ready to go, taken out. */
    take: (id: string): { attachments: Attachment[]; choices: Choice[] } => {
      const { files, choices } = read(id);
      const attachments = files.flatMap(({ attachment }) => (attachment ? [attachment] : []));
      put(id, nothing);
      return { attachments, choices: choices.filter(({ label }) => label.trim() !== '') };
    },
    giveBack: (id: string, { attachments = [], choices = [] }: { attachments?: Attachment[]; choices?: Choice[] }) => {
      const files = attachments.map(
        (attachment): PutUp => ({
          key: attachment.sha256 + attachment.name,
          name: attachment.name,
          type: attachment.type,
          bytes: attachment.bytes,
          share: 1,
          state: 'there',
          attachment,
        }),
      );
      const known = read(id);
      put(id, { files: [...files, ...known.files], choices: known.choices.length > 0 ? known.choices : choices });
    },
  };
}

export const enclosed = makeEnclosed();
export const useEnclosed = (id: string) => useSyncExternalStore(enclosed.subscribe, () => enclosed.read(id));
export const isGoing = ({ files }: Enclosed) => files.some(({ state }) => state === 'going');
/** A label becomes a code that the channel hands back when it is pressed. */
export const choiceOf = (label: string, place: number): Choice => ({ code: `choice-${place + 1}`, label });
