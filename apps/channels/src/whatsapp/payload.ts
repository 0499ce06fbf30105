/** The parts of Meta's payload that are read here; everything else stays in the sealed receipt. */
import { z } from 'zod';

const Media = z.looseObject({
  id: z.string(),
  mime_type: z.string().optional(),
  caption: z.string().optional(),
  filename: z.string().optional(),
  voice: z.boolean().optional(),
});

export const WhatsappMessage = z.looseObject({
  id: z.string().min(1).max(512),
  from: z.string().min(1).max(64),
  timestamp: z.string().regex(/^\d{1,12}$/),
  type: z.string(),
  text: z.looseObject({ body: z.string() }).optional(),
  image: Media.optional(),
  document: Media.optional(),
  audio: Media.optional(),
  video: Media.optional(),
  sticker: Media.optional(),
  location: z
    .looseObject({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
    })
    .optional(),
  contacts: z
    .array(
      z.looseObject({
        name: z.looseObject({ formatted_name: z.string() }).optional(),
        emails: z.array(z.looseObject({ email: z.string().optional() })).optional(),
        phones: z.array(z.looseObject({ phone: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  button: z.looseObject({ text: z.string() }).optional(),
  interactive: z
    .looseObject({
      button_reply: z.looseObject({ id: z.string().optional(), title: z.string() }).optional(),
      list_reply: z
        .looseObject({ id: z.string().optional(), title: z.string(), description: z.string().optional() })
        .optional(),
      nfm_reply: z.looseObject({ body: z.string().optional(), response_json: z.string().optional() }).optional(),
    })
    .optional(),
  order: z
    .looseObject({
      text: z.string().optional(),
      product_items: z.array(
        z.looseObject({ product_retailer_id: z.string(), quantity: z.union([z.number(), z.string()]) }),
      ),
    })
    .optional(),
  system: z.looseObject({ body: z.string().optional() }).optional(),
  errors: z.array(z.looseObject({ title: z.string().optional(), message: z.string().optional() })).optional(),
  context: z.looseObject({ id: z.string().max(512).optional() }).optional(),
});
export type WhatsappMessage = z.infer<typeof WhatsappMessage>;

export const mediaOf = (message: WhatsappMessage) =>
  message.image ?? message.document ?? message.video ?? message.audio ?? message.sticker;

/** One message with what stands around it: the raw bytes of its receipt. */
export const OneMessage = z.looseObject({
  numberId: z.string(),
  name: z.string().nullable(),
  message: WhatsappMessage,
});

const Value = z.looseObject({
  metadata: z.looseObject({ phone_number_id: z.string() }),
  contacts: z
    .array(
      z.looseObject({
        wa_id: z.string().optional(),
        profile: z.looseObject({ name: z.string().optional() }).optional(),
      }),
    )
    .default([]),
  messages: z
    .array(z.looseObject({ id: z.string().optional(), from: z.string().optional(), type: z.string().optional() }))
    .default([]),
  statuses: z
    .array(
      z.looseObject({
        id: z.string(),
        status: z.string(),
        errors: z.array(z.looseObject({ code: z.number().optional(), title: z.string().optional() })).optional(),
      }),
    )
    .default([]),
});

export const Payload = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.looseObject({ changes: z.array(z.looseObject({ field: z.string(), value: z.unknown() })) })),
});
/** A change that is about messages; others (templates, reviews of the account) are not for the desk. */
export const readValue = (value: unknown) => Value.safeParse(value).data;
