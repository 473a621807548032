/** Classes of UTF-16 code units that newspapers' text is made of. */

/** White space as `trim` knows it, zero-width characters included. */
export function isSpace(unit: number): boolean {
  if (unit > 0x20 && unit < 0xa0) return false;
  return (
    unit === 0x20 ||
    (unit >= 9 && unit <= 13) ||
    unit === 0x3000 ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** Han characters of the basic block and its first extension, and 〇. */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

/** Digits, half- or full-width. */
export function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Latin letters, half- or full-width, accented ones included. */
export function isLatin(unit: number): boolean {
  const lower = unit | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a)
  );
}

/** By UTF-16 code unit, 1 for those of `characters`: of many characters a table tells soonest. */
export function unitsOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let at = 0; at < characters.length; at++) table[characters.charCodeAt(at)] = 1;
  return table;
}
