import type { FileText } from './files.ts';

/** So many bytes tell the encoding. */
const sampleLength = 64 * 1024;

/** Characters that stand in every newspaper, of either script, and its punctuation. */
const frequent = new Set(
  '的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系系军軍很情者最立代想已通并並提直题題党程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處府研市报報记記者讯訊版，。、：；“”「」（）《》？！',
);

/**
 * A file's bytes as text; undefined where they are none. A byte order mark decides, then valid UTF-8, then UTF-16 by
 * its line ends and blanks, then whichever of GB 18030 and Big5 makes more newspaper of them.
 */
export function decode(bytes: Uint8Array): FileText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(bytes, 'utf-16be');
  const wide = utf16Of(bytes.subarray(0, sampleLength));
  if (wide !== undefined) return text(bytes, wide);
  if (isBinary(bytes.subarray(0, sampleLength))) return undefined;
  const strict = strictly(bytes, 'utf-8');
  if (strict !== undefined) return { text: strict, encoding: 'utf-8' };
  const sample = bytes.subarray(0, sampleLength);
  const [best] = ['gb18030', 'big5']
    .map((encoding) => ({ encoding, score: newspaperShare(new TextDecoder(encoding).decode(sample)) }))
    .sort((a, b) => b.score - a.score);
  // a file of UTF-8 with a few broken bytes is still one
  const broken = newspaperShare(new TextDecoder('utf-8').decode(sample));
  if (broken >= best!.score) return text(bytes, 'utf-8');
  return best!.score > leastShare ? text(bytes, best!.encoding) : undefined;
}

/** Below this share of frequent characters nothing can be made of the bytes. */
const leastShare = 0.1;

function text(bytes: Uint8Array, encoding: string): FileText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text of newspapers has no control characters but tabs, line ends and form feeds. */
function isBinary(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte === 0 || (byte < 9 && byte > 0) || (byte > 13 && byte < 26)) return true;
  return false;
}

/** UTF-16 without a mark: no other text has zero bytes. Whichever order makes more newspaper of them is the one. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (!bytes.includes(0)) return undefined;
  const [best] = ['utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, score: newspaperShare(new TextDecoder(encoding).decode(bytes)) }))
    .sort((a, b) => b.score - a.score);
  return best!.score > leastShare ? best!.encoding : undefined;
}

/** Share of frequent characters among those outside ASCII; broken ones count against it. */
function newspaperShare(text: string): number {
  let known = 0;
  let all = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    all++;
    if (frequent.has(character)) known++;
    else if (character === '\ufffd') known--;
  }
  return all === 0 ? 0 : known / all;
}
