/** Hands out bytes that strangers made: always a download, never a page, whatever they say they are. */
import type { ServerResponse } from 'node:http';

export function sendFile(response: ServerResponse, file: { content: Buffer; type: string; name: string }): void {
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': String(file.content.length),
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeName(file.name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
  response.end(file.content);
}

const encodeName = (name: string) =>
  encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
