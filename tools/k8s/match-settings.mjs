/** Finds settings that nobody was told of: required or secret ones that the chart, compose or the installation leaves out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const needsAccount = 'needs an account at its provider';
/** What the demo on one machine does without, and why. */
const notInCompose = {
  KAFKA_PASSWORD: 'Kafka is in plain there, on this machine alone',
  MAILBOXES: 'IMAP_URL is its one mailbox',
  S3_SECRET_ACCESS_KEY: 'files lie in Postgres there',
  TWILIO_AUTH_TOKEN: needsAccount,
  HOTLINE_AUTH_TOKEN: needsAccount,
  SLACK_BOT_TOKEN: needsAccount,
  SLACK_SIGNING_SECRET: needsAccount,
  SLACK_APP_TOKEN: needsAccount,
  TELEGRAM_TOKEN: needsAccount,
  TELEGRAM_SECRET: needsAccount,
  WHATSAPP_TOKEN: needsAccount,
  WHATSAPP_APP_SECRET: needsAccount,
  WHATSAPP_VERIFY_TOKEN: needsAccount,
  WEBHOOK_ACCOUNTS: 'needs a system that speaks',
  PBX_SECRETS: 'needs a telephone system',
};

const isRequired = ({ fallback }) => fallback === undefined;

/** Each service's settings as its own code has them. */
export async function loadSettings(root) {
  const load = async (service) => (await import(join(root, `apps/${service}/dist/config.js`)))[`${service}Config`];
  const services = ['gateway', 'channels', 'router', 'sla'];
  return Object.fromEntries(await Promise.all(services.map(async (one) => [one, await load(one)])));
}

/** `rendered`: the chart with everything on. */
export function matchChart(root, settings, rendered) {
  const secrets = parse(readFileSync(join(root, 'k8s/trunkline/files/secrets.yaml'), 'utf8')).secrets;
  const install = readFileSync(join(root, 'docs/run/install.md'), 'utf8');
  const deployments = parseAllDocuments(rendered)
    .map((one) => one.toJS())
    .filter((one) => one?.kind === 'Deployment');
  return Object.entries(settings).flatMap(([service, spec]) => {
    const deployment = deployments.find(({ metadata }) => metadata.labels['app.kubernetes.io/component'] === service);
    const told = deployment.spec.template.spec.containers[0].env.map(({ name }) => name);
    return Object.entries(spec).flatMap(([name, setting]) => [
      ...(setting.secret && !secrets.includes(name) ? [`${name} is secret, and the chart does not know it`] : []),
      ...(setting.secret && told.includes(name) ? [`${name} is secret, and the chart says it openly`] : []),
      ...(!setting.secret && isRequired(setting) && !told.includes(name) ? [`${service} is not told ${name}`] : []),
      ...(setting.secret && isRequired(setting) && !install.includes(`--from-literal=${name}=`)
        ? [`docs/run/install.md does not make ${name}, which ${service} needs`]
        : []),
    ]);
  });
}

export function matchCompose(root, settings) {
  const { services } = parse(readFileSync(join(root, 'docker/compose.yml'), 'utf8'), { merge: true });
  const unknown = new Set(Object.keys(notInCompose));
  const findings = Object.entries(settings).flatMap(([service, spec]) => {
    const told = services[service].environment;
    const left = Object.entries(spec).filter(([name, setting]) => {
      unknown.delete(name);
      return (isRequired(setting) || setting.secret) && !(name in told) && !(name in notInCompose);
    });
    return [
      ...left.map(([name]) => `${service} has no ${name}, and tools/k8s/match-settings.mjs does not say why not`),
      ...Object.keys(told)
        .filter((name) => !(name in spec))
        .map((name) => `${service} is told ${name}, which it does not know`),
    ];
  });
  return [...findings, ...[...unknown].map((name) => `${name} is left out, and nobody has it`)];
}
