/** Where providers reach this service: a variable of every channel that is posted to. */
import { setting } from '@trunkline/platform';

export const publicUrl = {
  CHANNELS_PUBLIC_URL: setting.text({
    default: '',
    help: 'https://host under which providers reach this service; what they sign is below it',
  }),
};
