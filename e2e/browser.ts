/** A real Chromium: `$CHROMIUM`, the system's, or the one that comes inside a package, so that no journey needs skipping. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function findChromium(): Promise<string> {
  for (const path of [process.env.CHROMIUM, '/usr/bin/chromium']) if (path && existsSync(path)) return path;
  // it unpacks its own libraries only where it believes to be there, and it looks when it is imported
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

export async function openBrowser({ language = 'en' }: { language?: 'en' | 'zh' } = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'trunkline-browser-')), {
    executablePath: await findChromium(),
    args: flags,
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  });
}
