/** Runs the emulators of Twilio and Slack on the two ports given; the one file here that loads a package. */
import { createEmulator } from 'emulate';

const [twilio, slack] = process.argv.slice(2).map(Number);
const number = { phone_number: '+15005550006', friendly_name: 'Trunkline demo' };

await createEmulator({ service: 'twilio', port: twilio, seed: { twilio: { phone_numbers: [number] } } });
await createEmulator({ service: 'slack', port: slack });
console.log('emulators are ready');
