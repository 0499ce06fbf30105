/** How many SMS a text takes: 160 letters in the phone alphabet, 70 where one letter is outside it. */
const phoneAlphabet =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const twofold = '^{}\\[~]|€\f';

export function countSegments(text: string): { segments: number; left: number } {
  const letters = [...text];
  const isPhone = letters.every((letter) => phoneAlphabet.includes(letter) || twofold.includes(letter));
  const units = isPhone ? letters.reduce((sum, letter) => sum + (twofold.includes(letter) ? 2 : 1), 0) : text.length;
  const [single, joined] = isPhone ? [160, 153] : [70, 67];
  if (units <= single) return { segments: units === 0 ? 0 : 1, left: single - units };
  const segments = Math.ceil(units / joined);
  return { segments, left: segments * joined - units };
}
