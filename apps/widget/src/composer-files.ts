/** Files on their way up beside what is being written: chosen, dropped or pasted; each can be taken back. */
import type { Attachment } from '@trunkline/contracts';
import { useState } from 'preact/hooks';
import type { HeldChat } from './hold-chat.ts';
import { newTxnId } from './new-txn-id.ts';
import type { Texts } from './texts/words.ts';

export type Enclosed = {
  id: string;
  name: string;
  part: number;
  file?: Attachment;
  wrong?: string;
  cancel: () => void;
};
const most = 10;

export function useEnclosed(held: HeldChat, words: Texts) {
  const [enclosed, setEnclosed] = useState<Enclosed[]>([]);
  const change = (id: string, by: Partial<Enclosed>) =>
    setEnclosed((all) => all.map((one) => (one.id === id ? { ...one, ...by } : one)));
  const add = (files: Iterable<File>) => {
    const limit = held.now().welcome?.maxFileBytes ?? 0;
    for (const file of [...files].slice(0, most - enclosed.length)) {
      const id = newTxnId();
      const drop = () => setEnclosed((all) => all.filter((one) => one.id !== id));
      const first: Enclosed = { id, name: file.name, part: 0, cancel: drop };
      if (file.size > limit) {
        setEnclosed((all) => [...all, { ...first, wrong: words.fileTooLarge(Math.round(limit / 1024 / 1024)) }]);
        continue;
      }
      const putting = held.putUp(file, (part) => change(id, { part }));
      const cancel = () => {
        putting.cancel();
        drop();
      };
      setEnclosed((all) => [...all, { ...first, cancel }]);
      putting.done.then((up) => {
        if (up.kind === 'up') change(id, { file: up.file, part: 1, cancel: drop });
        else change(id, { wrong: up.kind === 'refused' ? up.detail : words.fileNotUp, cancel: drop });
      });
    }
  };
  return { enclosed, add, clear: () => setEnclosed([]) };
}
