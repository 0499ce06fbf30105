/** What a key of the telephone means in the hotline's menu; undefined where it means nothing. */
import type { PolicyV1 } from '@trunkline/contracts';

type Hotline = PolicyV1['hotline'];
export type CallLanguage = Hotline['languages'][number];

/** The languages are the keys 1, 2, …, in the order of the policy. */
export const languageOfKey = (key: string, { languages }: Hotline): CallLanguage | undefined =>
  languages[Number(key) - 1];

export const topicOfKey = (key: string, { menu }: Hotline): string | undefined =>
  menu.find((item) => item.key === key)?.topic;

/** For who will not wait: asks to be called back, or leaves a message. No topic stands on it. */
export const leaveKey = '0';
