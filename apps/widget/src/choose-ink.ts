/** Says whether white or near-black is read better on the host page's colour (WCAG contrast; one always holds 4.5). */

const dark = '#14181f';

export function chooseInk(colour: string): string {
  const light = luminance(colour);
  const onWhite = 1.05 / (light + 0.05);
  return onWhite >= 4.5 || onWhite >= (light + 0.05) / (luminance(dark) + 0.05) ? '#ffffff' : dark;
}

/** `#rgb` or `#rrggbb`, or nothing: other notations would need a page to work them out. */
export function asHex(colour: string | undefined): string | undefined {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour?.trim() ?? '')?.[1];
  if (!hex) return undefined;
  return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`.toLowerCase();
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
