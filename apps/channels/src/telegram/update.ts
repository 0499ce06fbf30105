/** The parts of an update of the Bot API that are read here (https://core.telegram.org/bots/api#update). */
import { z } from 'zod';

const File = z.looseObject({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
});

export const Message = z.looseObject({
  message_id: z.number(),
  date: z.number(),
  chat: z.looseObject({ id: z.number(), type: z.string() }),
  from: z
    .looseObject({
      is_bot: z.boolean().optional(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      username: z.string().optional(),
    })
    .optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z.looseObject({ message_id: z.number() }).optional(),
  photo: z.array(File).optional(),
  document: File.optional(),
  voice: File.optional(),
  audio: File.optional(),
  video: File.optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.looseObject({ phone_number: z.string(), first_name: z.string().optional() }).optional(),
  sticker: z.looseObject({ emoji: z.string().optional() }).optional(),
});
export type Message = z.infer<typeof Message>;

export const Update = z.looseObject({ update_id: z.number(), message: z.unknown().optional() });
