/** Tells every service of a setting's new version, in the transaction that made it. */
import type { SettingPublishedV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';

export async function publishSetting(tx: Tx, setting: SettingPublishedV1): Promise<void> {
  await writeFacts(tx, [{ type: 'setting.published', key: `${setting.kind}:${setting.name}`, data: setting }]);
}
