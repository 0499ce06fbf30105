/** The parts of an update of the Bot API that are read here (https://core.telegram.org/bots/api#update). */
import { z } from 'zod';

const File = z.looseObject({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
  duration: z.number().optional(),
  performer: z.string().optional(),
  title: z.string().optional(),
});
const Place = z.looseObject({ latitude: z.number(), longitude: z.number() });
const Entity = z.looseObject({ type: z.string(), offset: z.int(), length: z.int(), url: z.string().optional() });
export type Entity = z.infer<typeof Entity>;

export const Message = z.looseObject({
  message_id: z.number(),
  date: z.number().min(0).max(8.6e12),
  edit_date: z.number().optional(),
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
  entities: z.array(Entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(Entity).optional(),
  reply_to_message: z.looseObject({ message_id: z.number() }).optional(),
  photo: z.array(File).optional(),
  document: File.optional(),
  voice: File.optional(),
  audio: File.optional(),
  video: File.optional(),
  video_note: File.optional(),
  animation: File.optional(),
  sticker: File.extend({ emoji: z.string().optional() }).optional(),
  location: Place.optional(),
  venue: z.looseObject({ location: Place, title: z.string(), address: z.string() }).optional(),
  contact: z
    .looseObject({ phone_number: z.string(), first_name: z.string().optional(), last_name: z.string().optional() })
    .optional(),
  dice: z.looseObject({ emoji: z.string(), value: z.number() }).optional(),
  poll: z.looseObject({ question: z.string(), options: z.array(z.looseObject({ text: z.string() })) }).optional(),
});
export type Message = z.infer<typeof Message>;

/** A button of ours was pressed. */
export const Pressed = z.looseObject({
  callback_query: z.looseObject({
    id: z.string(),
    from: z.looseObject({
      id: z.number(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
      username: z.string().optional(),
    }),
    data: z.string().optional(),
    message: z
      .looseObject({
        message_id: z.number(),
        chat: z.looseObject({ id: z.number(), type: z.string() }),
        reply_markup: z
          .looseObject({
            inline_keyboard: z.array(
              z.array(z.looseObject({ text: z.string(), callback_data: z.string().optional() })),
            ),
          })
          .optional(),
      })
      .optional(),
  }),
});
export type Pressed = z.infer<typeof Pressed>['callback_query'];

export const Update = z.looseObject({
  update_id: z.number(),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
});
export type Update = z.infer<typeof Update>;

/** The file that a message carries, the largest of a picture. */
export const fileOfMessage = (message: Message) =>
  message.photo?.at(-1) ??
  message.document ??
  message.voice ??
  message.audio ??
  message.video ??
  message.video_note ??
  message.animation ??
  message.sticker;
