/** Where providers reach this service: a variable of every channel that is posted to. */
import { setting } from '@trunkline/platform';

export const publicUrl = {
  CHANNELS_PUBLIC_URL: setting.text({
    default: '',
    help: 'https://host under which providers and customers reach this service: what providers sign is below it, and the pages on which a mail is answered by a click',
  }),
};
