/** A word → the bodies that Twilio takes, each at most 1,600 characters. Pure; joined they are the text. */
import type { Word } from '../channel.ts';
import { cutIntoParts } from '../cut-into-parts.ts';

const longest = 1_600;

export const format = ({ text }: Word): string[] => cutIntoParts(text, longest);
