/** Web chat's own variables: off without a site. Which pages may embed it, and whose tokens are believed. */
import { type ConfigSpec, type Key, setting } from '@trunkline/platform';
import { z } from 'zod';

const Origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, {
  error: 'an origin is scheme://host:port, without a path',
});
const SiteKey = z.string().refine((text) => Buffer.byteLength(text) >= 32, { error: 'a key has at least 32 bytes' });

/** A page that embeds the chat. `keys` sign its visitors' JWTs: two while one replaces the other, none if it has none. */
const Site = z.strictObject({
  site: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  /** What visitors read at the top; without it the desk's own name. */
  name: z.string().min(1).max(80).optional(),
  origins: z.array(Origin).min(1),
  key: SiteKey.optional(),
  keys: z.array(SiteKey).max(2).optional(),
});

export const variables = {
  WEBCHAT_SITES: setting.json(z.array(Site).max(1000), {
    default: [],
    secret: true,
    help: 'JSON: [{site, name?, origins: [], keys?: []}], each page that may embed the chat; empty: web chat is off',
  }),
  WEBCHAT_VISITOR_KEYS: setting.keys({
    default: [],
    help: 'kid:base64url,… that sign visitors’ tokens; the first signs, all verify',
  }),
  WEBCHAT_REGION_FILE: setting.text({
    default: '',
    help: 'a MaxMind-format file (.mmdb) that names the region of an address; empty: regions stay unknown',
  }),
  WEBCHAT_TRAIL_DAYS: setting.count({ default: 30, help: 'how many days the pages that visitors walked are kept' }),
  WIDGET_DIR: setting.text({ default: '', help: 'where the built chat bubble lies; empty: beside this service' }),
  DEMO: setting.flag({ default: false, help: 'on: the invented shop at /demo shows the chat bubble' }),
} satisfies ConfigSpec;

/** For its exam: a site whose visitors nobody hears. */
export const sample = {
  WEBCHAT_SITES: '[{"site":"exam","origins":["https://exam.test"]}]',
  WEBCHAT_VISITOR_KEYS: `exam:${'A'.repeat(43)}`,
};

export type Site = { site: string; name: string | null; origins: string[]; keys: Uint8Array[] };
export type WebchatConfig = {
  sites: ReadonlyMap<string, Site>;
  visitorKeys: Key[];
  widgetDir: string;
  demo: boolean;
  regionFile: string;
  trailDays: number;
};

export function readWebchatConfig(values: Record<string, unknown>): WebchatConfig | null {
  const given = (values.WEBCHAT_SITES ?? []) as z.infer<typeof Site>[];
  if (given.length === 0) return null;
  const visitorKeys = (values.WEBCHAT_VISITOR_KEYS ?? []) as Key[];
  if (visitorKeys.length === 0) throw new Error('WEBCHAT_VISITOR_KEYS is not set: it signs visitors’ tokens');
  const sites = given.map(({ site, name = null, origins, key, keys = [] }): Site => {
    const texts = key === undefined ? keys : [key, ...keys];
    return { site, name, origins, keys: texts.map((text) => new TextEncoder().encode(text)) };
  });
  if (new Set(sites.map(({ site }) => site)).size < sites.length) throw new Error('WEBCHAT_SITES names a site twice');
  return {
    sites: new Map(sites.map((site) => [site.site, site])),
    visitorKeys,
    widgetDir: String(values.WIDGET_DIR || '') || `${import.meta.dirname}/../../../widget/dist`,
    demo: values.DEMO === true,
    regionFile: String(values.WEBCHAT_REGION_FILE || ''),
    trailDays: Number(values.WEBCHAT_TRAIL_DAYS ?? 30),
  };
}
