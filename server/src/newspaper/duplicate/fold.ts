import { isHan } from '../text/characters.ts';
import { traditionalPairs } from '../variant/traditional.ts';

/**
 * A headline as it is compared: letters, digits and Han characters only, full-width ones made half-width, letters
 * small, traditional characters simplified. Spaces and punctuation differ between printings of one headline.
 */
export function fold(text: string): string {
  table ??= makeTable();
  let folded = '';
  /** From here on `text` is as it should be, up to where we are. */
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const becomes = table[unit]!;
    if (becomes === unit) continue;
    folded += text.slice(from, at);
    if (becomes !== 0) folded += String.fromCharCode(becomes);
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** Whether a UTF-16 code unit has a place in what {@link fold} makes of a text. */
export function isKept(unit: number): boolean {
  table ??= makeTable();
  return table[unit] !== 0;
}

let table: Uint16Array | undefined;

/** What each unit becomes; 0 for what is left out. */
function makeTable(): Uint16Array {
  const made = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    let plain = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
    if (plain >= 0x41 && plain <= 0x5a) plain += 0x20;
    const kept =
      isHan(plain) ||
      (plain >= 0x61 && plain <= 0x7a) ||
      (plain >= 0x30 && plain <= 0x39) ||
      plain === 0x25 ||
      (plain >= 0xc0 && plain < 0x2000) ||
      (plain > 0x3040 && plain < 0xff00);
    if (kept) made[unit] = plain;
  }
  const row = traditionalPairs.join('');
  for (let at = 0; at < row.length; at += 2) made[row.charCodeAt(at)] = row.charCodeAt(at + 1);
  return made;
}
