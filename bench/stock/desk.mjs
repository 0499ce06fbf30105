/** Last stage, stock: hears one message after the other and tells whoever watches. */
import { listen, tell } from './stage.mjs';

await listen('conversations', 'desk', async (heard) => tell({ heard }));
tell({ ready: true });
