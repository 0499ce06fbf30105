/** The telephone system's own variables: off without a secret. */
import { type ConfigSpec, setting } from '@trunkline/platform';

export const variables = {
  PBX_SECRETS: setting.text({
    default: '',
    secret: true,
    help: 'whsec_… with which a telephone system signs; two with a comma while it is replaced: the first signs; empty: off',
  }),
  PBX_URL: setting.text({
    default: '',
    help: 'where the telephone system is told whom to ring up; empty: it knows itself',
  }),
} satisfies ConfigSpec;

export type PbxConfig = { secrets: Buffer[]; url: string | null };

export function readPbxConfig(values: Record<string, unknown>): PbxConfig | null {
  const secrets = String(values.PBX_SECRETS ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (secrets.length === 0) return null;
  const wrong = secrets.find((secret) => !/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret));
  if (wrong) throw new Error('PBX_SECRETS: a secret is whsec_ and at least 24 bytes in base64');
  const url = String(values.PBX_URL ?? '').trim();
  if (url && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
    throw new Error('PBX_URL is no address of http or https');
  return { secrets: secrets.map((one) => Buffer.from(one.slice('whsec_'.length), 'base64')), url: url || null };
}

/** For the samples and the command line alone. */
export const sampleSettings = { PBX_SECRETS: `whsec_${'QUFB'.repeat(8)}`, PBX_URL: 'http://127.0.0.1:1/calls' };
