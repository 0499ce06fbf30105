/** Which country, province and city an address is in, by the file that the operator supplies; the address is not kept. */
import { type CityResponse, open, type Reader } from 'maxmind';
import type { WebchatConfig } from './config.ts';

const readers = new Map<string, Promise<Reader<CityResponse>>>();

/** Null without the file, or where the file does not know. */
export async function regionOf(
  ip: string,
  language: 'en' | 'zh',
  { regionFile }: WebchatConfig,
): Promise<string | null> {
  if (regionFile === '') return null;
  const reader = readers.get(regionFile) ?? open<CityResponse>(regionFile, { watchForUpdates: true });
  readers.set(regionFile, reader);
  try {
    const found = (await reader).get(ip.replace(/^::ffff:/, ''));
    const names = [found?.city, found?.subdivisions?.[0], found?.country].map((place) =>
      language === 'zh' ? (place?.names?.['zh-CN'] ?? place?.names?.en) : place?.names?.en,
    );
    return [...new Set(names.filter(Boolean))].join(', ') || null;
  } catch {
    readers.delete(regionFile);
    return null;
  }
}
