/** Guards the rooms: who may import whom (ARCHITECTURE.md). A type import counts like any other. */
const no = (name, from, to) => ({ name, severity: 'error', from, to });
const spec = '\\.spec\\.ts$';
const channel = '^apps/channels/src/([^/]+)/';
const noChannel = '^apps/channels/src/(tables|migrations)/';
const only = (name, path, libs) => no(name, { path, pathNot: spec }, { path: '^libs/', pathNot: `^libs/(${libs})/` });
const sdk = (name, folder) =>
  no(
    `${name}-stays-in-its-channel`,
    { path: '^(apps|libs)/', pathNot: `^apps/channels/src/${folder}/` },
    { path: `node_modules/${name}/` },
  );

export default {
  forbidden: [
    no('apps-are-islands', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    no('libs-know-no-apps', { path: '^libs/' }, { path: '^apps/' }),
    no('e2e-comes-through-the-doors', { path: '^e2e/' }, { path: '^apps/' }),
    no(
      'contracts-take-zod-only',
      { path: '^libs/contracts/', pathNot: spec },
      { pathNot: ['^libs/contracts/', 'node_modules/zod/'] },
    ),
    no(
      'rules-take-contracts-only',
      { path: '^libs/rules/', pathNot: spec },
      { pathNot: ['^libs/rules/', '^libs/contracts/'] },
    ),
    only('platform-takes-contracts', '^libs/platform/', 'platform|contracts'),
    only('testing-takes-contracts', '^libs/testing/', 'testing|contracts'),
    only('cli-takes-rules-and-contracts', '^apps/cli/', 'rules|contracts'),
    only('browser-takes-contracts', '^apps/(console|widget)/', 'contracts'),
    no('testing-is-for-specs', { pathNot: [spec, '^libs/testing/', '^e2e/'] }, { path: '^libs/testing/' }),
    no('kafkajs-lives-in-platform', { pathNot: '^libs/platform/' }, { path: 'node_modules/kafkajs/' }),
    sdk('imapflow', 'email'),
    // the gateway tells staff by mail; customers' mail is the channel's alone
    no(
      'nodemailer-stays-where-mail-goes-out',
      { path: '^(apps|libs)/', pathNot: '^apps/(channels/src/email|gateway/src/notify)/' },
      { path: 'node_modules/nodemailer/' },
    ),
    sdk('mailparser', 'email'),
    sdk('mailauth', 'email'),
    sdk('twilio', 'sms'),
    sdk('@slack/bolt', 'slack'),
    sdk('maxmind', 'webchat'),
    no(
      'channels-are-strangers',
      { path: channel, pathNot: noChannel },
      { path: channel, pathNot: ['^apps/channels/src/$1/', noChannel] },
    ),
    no(
      'channels-meet-in-the-registry',
      { path: '^apps/channels/src/[^/]+$', pathNot: ['/channels\\.ts$', spec] },
      { path: channel, pathNot: noChannel },
    ),
    no('no-cycles', {}, { circular: true }),
    no('resolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@trunkline/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
