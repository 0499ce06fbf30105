/** Where files lie that customers and staff send: in this service's schema, or in a bucket that speaks S3. */
import { type Config, ConfigError, type ConfigSpec, setting } from '@trunkline/platform';

export const objectSettings = {
  ATTACHMENTS: setting.oneOf(['postgres', 's3'], {
    default: 'postgres',
    help: 's3: files are put into a bucket, and those of before are moved there; what lies elsewhere stays readable',
  }),
  S3_ENDPOINT: setting.text({
    default: '',
    help: 'https://host of the bucket’s server; asked by path (https://host/bucket/key)',
  }),
  S3_REGION: setting.text({ default: 'us-east-1', help: 'what requests are signed for' }),
  S3_BUCKET: setting.text({ default: '', help: 'made by you; nobody but this service should write there' }),
  S3_PREFIX: setting.text({ default: 'attachments/', help: 'before every key: what begins so is ours to sweep' }),
  S3_ACCESS_KEY_ID: setting.text({ default: '', help: 'may get, put and delete objects and list the bucket' }),
  S3_SECRET_ACCESS_KEY: setting.text({ default: '', secret: true, help: 'of S3_ACCESS_KEY_ID' }),
} satisfies ConfigSpec;

export type ObjectSettings = {
  endpoint: string;
  region: string;
  bucket: string;
  prefix: string;
  keyId: string;
  secret: string;
};

/** Null: no bucket is set. Half of one, or none where files are to go there, is refused with every problem at once. */
export function readObjectSettings(config: Config<typeof objectSettings>): ObjectSettings | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_PREFIX: prefix } = config;
  const { S3_ACCESS_KEY_ID: keyId, S3_SECRET_ACCESS_KEY: secret } = config;
  const needed = { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: keyId, S3_SECRET_ACCESS_KEY: secret };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 4 && config.ATTACHMENTS === 'postgres') return null;
  const problems = missing.map((name) => `${name} is not set, and ${whyNeeded(config.ATTACHMENTS)}`);
  if (endpoint && !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint))
    problems.push('S3_ENDPOINT must be an address like https://host or https://host:port');
  if (bucket && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) problems.push('S3_BUCKET must be a bucket’s name');
  // an empty one would make the whole bucket ours to sweep
  if (!/^[\w-][\w./-]{0,200}\/$/.test(prefix)) problems.push('S3_PREFIX must be letters and digits, ending in /');
  if (problems.length > 0) throw new ConfigError(problems);
  return { endpoint: endpoint.replace(/\/$/, ''), region: config.S3_REGION, bucket, prefix, keyId, secret };
}

const whyNeeded = (store: string) =>
  store === 's3' ? 'ATTACHMENTS is s3' : 'others of S3_* are set: all of them, or none';
