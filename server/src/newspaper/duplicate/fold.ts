import { isHan } from '../text/characters.ts';

/**
 * A headline as it is compared: letters, digits and Han characters only, full-width ones made half-width, letters
 * small. Spaces and punctuation differ between printings of one headline.
 */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at);
    if (isHan(unit)) {
      folded += text.charAt(at);
      continue;
    }
    if (unit >= 0xff01 && unit <= 0xff5e) unit -= 0xfee0;
    if (unit >= 0x41 && unit <= 0x5a) unit += 0x20;
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x25 || unit > 0xbf) {
      if (unit < 0x2000 || unit > 0x303f) folded += String.fromCharCode(unit);
    }
  }
  return folded;
}
