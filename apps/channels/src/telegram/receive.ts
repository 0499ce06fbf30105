/** Tells Telegram once a start where the bot is reached; requests then come through the house's door. */
import type { Desk, Receiving } from '../channel.ts';
import { askTelegram } from './ask-telegram.ts';
import type { TelegramConfig } from './config.ts';

const againMs = 30_000;

/** Telegram away: asked again; what it holds back meanwhile it posts for a day. */
export async function receive({ config }: Desk<TelegramConfig>): Promise<Receiving> {
  let timer: NodeJS.Timeout | undefined;
  const tell = async (): Promise<void> => {
    const [secret_token] = config.secrets;
    const body = {
      url: `${config.publicUrl}/hooks/telegram`,
      secret_token,
      allowed_updates: ['message', 'edited_message', 'callback_query'],
    };
    const isTold = await askTelegram(config, 'setWebhook', body).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isTold) timer = setTimeout(() => void tell(), againMs).unref();
  };
  if (config.publicUrl) void tell();
  return { stop: async () => clearTimeout(timer) };
}
