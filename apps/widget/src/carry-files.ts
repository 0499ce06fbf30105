/** Carries files up and down by HTTP, with the pass of this chat in a header: no address ever holds a secret. */
import type { Attachment } from '@trunkline/contracts';

export type PutUp = { kind: 'up'; file: Attachment } | { kind: 'refused'; detail: string } | { kind: 'away' };
export type Putting = { done: Promise<PutUp>; cancel(): void };

export function carryFiles(server: string, pass: () => string) {
  return {
    putUp(file: File, onProgress: (part: number) => void): Putting {
      const request = new XMLHttpRequest();
      const done = new Promise<PutUp>((resolve) => {
        request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
        request.onload = () => resolve(readAnswer(request));
        request.onerror = () => resolve({ kind: 'away' });
        request.onabort = () => resolve({ kind: 'away' });
        request.open('POST', `${server}/chat/files?name=${encodeURIComponent(file.name)}`);
        request.setRequestHeader('authorization', `Bearer ${pass()}`);
        request.setRequestHeader('content-type', 'application/octet-stream');
        request.setRequestHeader('x-file-type', file.type);
        request.send(file);
      });
      return { done, cancel: () => request.abort() };
    },
    async fetchFile({ sha256 }: Attachment): Promise<Blob | null> {
      try {
        const headers = { authorization: `Bearer ${pass()}` };
        const answer = await fetch(`${server}/chat/files/${sha256}`, { headers, referrerPolicy: 'no-referrer' });
        return answer.ok ? await answer.blob() : null;
      } catch {
        return null;
      }
    },
  };
}

function readAnswer(request: XMLHttpRequest): PutUp {
  try {
    const answer = JSON.parse(request.responseText) as Attachment & { detail?: string };
    if (request.status < 300) return { kind: 'up', file: answer };
    return { kind: 'refused', detail: answer.detail ?? '' };
  } catch {
    return { kind: 'away' };
  }
}
