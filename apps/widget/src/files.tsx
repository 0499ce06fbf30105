/** The files of a line: pictures are shown small from bytes of the desk's own, everything else is a download. */
import type { Attachment } from '@trunkline/contracts';
import { useEffect, useState } from 'preact/hooks';
import type { HeldChat } from './hold-chat.ts';
import { Icon } from './icons.tsx';
import type { Texts } from './texts/words.ts';

/** What no browser runs, whatever is in it. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const largestPicture = 5 * 1024 * 1024;

type Shown = { files: readonly Attachment[]; held: HeldChat; words: Texts };

export function Files({ files, held, words }: Shown) {
  return (
    <>
      {files.map((file) => (
        <OneFile key={file.sha256} file={file} held={held} words={words} />
      ))}
    </>
  );
}

function OneFile({ file, held, words }: { file: Attachment; held: HeldChat; words: Texts }) {
  const [picture, setPicture] = useState('');
  const { sha256, name, bytes, type } = file;
  useEffect(() => {
    if (!pictures.has(type) || bytes > largestPicture) return;
    let address = '';
    let isGone = false;
    held.fetchFile(file).then((blob) => {
      if (!blob || isGone || !pictures.has(blob.type)) return;
      address = URL.createObjectURL(blob);
      setPicture(address);
    });
    return () => {
      isGone = true;
      URL.revokeObjectURL(address);
    };
  }, [sha256]);
  return (
    <button
      type="button"
      class={picture ? 'file picture' : 'file'}
      onClick={() => void download(file, held)}
      aria-label={words.file(name, sizeOf(bytes))}
    >
      {picture ? (
        <img src={picture} alt="" onError={() => setPicture('')} />
      ) : (
        <>
          <Icon name="file" size={16} />
          <b>{name}</b> {sizeOf(bytes)}
        </>
      )}
    </button>
  );
}

async function download(file: Attachment, held: HeldChat): Promise<void> {
  const blob = await held.fetchFile(file);
  if (!blob) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
