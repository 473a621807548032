/** An encoding that newspaper text comes in, by its IANA name. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** What a dump was most likely written in, where it was read in another encoding. */
export interface SuspectEncoding {
  /** Undefined where the damage was saved, so that no way of reading brings the text back. */
  readonly written: Encoding | undefined;
  /** How large a share of the text outside of ASCII speaks for it, 0 to 1. */
  readonly share: number;
}

/** As much of a text, in characters, is looked at: wrongly read text is wrong all through. */
export const encodingSample = 20_000;
/** Fewer tell-tale characters than this say nothing. */
const enough = 8;
/** Rightly read text has well under a hundredth of this share of tell-tale characters. */
const tellingShare = 0.06;
/** Shares from which on the other signs tell: 锟斤拷, U+FFFD, and the units of single-byte encodings. */
const savedShare = 0.1;
const replacedShare = 0.3;
const latinShare = 0.6;

/**
 * Characters that are frequent in text `written` in one encoding and `read` in another, and next to absent from text
 * read rightly. Found by `server/build/mojibake.ts`.
 */
const tables: readonly { written: Encoding; read: Encoding; telling: ReadonlySet<string> }[] = [
  {
    written: 'utf-8',
    read: 'gb18030',
    telling: new Set(
      '€紝锛涓銆殑鐨浜鏈屽鍙鍏浠澶屾鍒鍦瀹浣鏂鍚屼竴骞鎴鐢鏄傚佸哄腑湪鏀灏嶅鍗勫岃鏃佹岀鎵勬宸笉湁戝琛甯鐩搴夊傛閫鍔ㄥ槸瀛姘鑰',
    ),
  },
  {
    written: 'utf-8',
    read: 'big5',
    telling: new Set(
      '嚗銝峕䔶鈭隞憭滚銁諹𣬚匧穃摰雿糓撟笔撠撌犖齿枂屸㗇硋烐𤾸𠰴滩𣂼誩堒𡁜摨𥪜䲮剖𧢲𠯫𧑐𥕦撣𦠜瘞箏摮滢錇嗅滨睲枏銵訫撅甇𨅯𧼮靽',
    ),
  },
  {
    written: 'gb18030',
    read: 'big5',
    telling: new Set(
      'ㄛ腔﹝﹜笢弊珨※婓§爛睿賸湮岆衄珛楷祥馱峈俴釬陔゜奻汜猁奀跺頗懂堤堎悵桯傖Е扂嗣妗輛眕ㄐ冪砮ⅱ窒ⅸ薯莉絨佸珋庈笭蚚趙羲膘',
    ),
  },
  {
    written: 'big5',
    read: 'gb18030',
    telling: new Set('Τ琌穦瓣猭翠и璶癸㎝︽硂ㄆ祇ㄓ筁砆碞讽Θ弧厩籔玡'),
  },
];

/** The most frequent characters of newspapers, simplified and traditional; found by the same script. */
const common: ReadonlySet<string> = new Set(
  '，的。、国一中人“”在和有了大不是发年工作为业要生会全家新上情时出对民行地力动成来到实展以个进疫我党理方部经区日重化员多能产务主们这等建体心医者用开防政保制关同现市定公社面学加治合會「」國為法港他時個對及後香可員這自事發來過被就當但都說於學與前們）（月：而得警表指下如動其選本立議問',
);

/** Whether a text was read in the wrong encoding, and which was the right one; undefined for text that reads well. */
export function suspectEncoding(text: string): SuspectEncoding | undefined {
  const seen = count(text);
  if (seen.foreign < enough) return undefined;
  return saved(text, seen) ?? replaced(text, seen) ?? latin(text, seen) ?? telling(seen);
}

/**
 * How many characters may be put into a text or taken out before {@link suspectEncoding} can answer otherwise, so that it
 * need not be asked after every key: at most so many less one. 0 for a text that does not read well.
 */
export function encodingMargin(text: string): number {
  const seen = count(text);
  if (suspectEncoding(text) !== undefined) return 0;
  const { foreign, han } = seen;
  // what enters or leaves the text changes each count by no more than one, and moves no more across the end of the sample
  const below = (count: number, least: number, share: number, each = 1): number =>
    Math.max((least - count) / each, (share * foreign - count) / (each + share));
  const marks = text.slice(0, encodingSample).match(/锟/gu)?.length ?? 0;
  return Math.max(
    0,
    Math.min(
      below(marks * 3, enough, savedShare, 3),
      below(seen.replaced, enough, replacedShare),
      Math.max(below(seen.latin, 4 * enough, latinShare), han),
      // of a character in two units, either may be another
      ...seen.telling.map((count) => below(count, enough, tellingShare, 4)),
    ),
  );
}

/** How usual a text is: the share of a newspaper's most frequent characters in all that is not ASCII, 0 to 1. */
export function commonness(text: string): number {
  const { foreign, han } = count(text);
  if (han === 0) return 0;
  let usual = 0;
  for (const character of text.slice(0, encodingSample)) if (common.has(character)) usual++;
  return usual / foreign;
}

interface Seen {
  /** Characters outside of ASCII, white space and quotes that every encoding has left out. */
  readonly foreign: number;
  readonly han: number;
  /** U+FFFD, which stands for bytes that could not be read. */
  readonly replaced: number;
  /** U+0080 to U+00FF: what single-byte encodings make of other bytes. */
  readonly latin: number;
  /** How often the characters of each of the {@link tables} are there. */
  readonly telling: readonly number[];
}

const Sort = { passed: 0, foreign: 1, han: 2, replaced: 3, latin: 4 } as const;
/** Added to the sort of a unit that a tell-tale character is, or begins with. */
const tells = 8;
/** The sort of each UTF-16 code unit. Made when first needed. */
let sorts: Uint8Array | undefined;

function sortUnits(): Uint8Array {
  const made = new Uint8Array(0x10000).fill(Sort.foreign);
  made.fill(Sort.passed, 0, 0x80);
  made.fill(Sort.latin, 0x80, 0x100);
  made.fill(Sort.han, 0x3400, 0xa000);
  made[0xfffd] = Sort.replaced;
  for (const unit of [0xfeff, 0x3000, 0xa0]) made[unit] = Sort.passed;
  for (const { telling } of tables)
    for (const character of telling) made[character.charCodeAt(0)] = made[character.charCodeAt(0)]! | tells;
  return made;
}

/** One look at each unit: a short dump is looked at after every key. */
function count(text: string): Seen {
  sorts ??= sortUnits();
  const counts = new Uint32Array(2 * tells);
  const telling = tables.map(() => 0);
  const end = Math.min(text.length, encodingSample);
  for (let at = 0; at < end; at++) {
    const sort = sorts[text.charCodeAt(at)]!;
    counts[sort]!++;
    if (sort < tells) continue;
    const character = String.fromCodePoint(text.codePointAt(at)!);
    for (let place = 0; place < tables.length; place++) if (tables[place]!.telling.has(character)) telling[place]!++;
  }
  const [, foreign, han, replaced, latin] = counts.subarray(0, tells).map((each, sort) => each + counts[tells + sort]!);
  return { foreign: foreign! + han! + replaced! + latin!, han: han!, replaced: replaced!, latin: latin!, telling };
}

/** 锟斤拷: what was unreadable was saved as U+FFFD and read in GBK then; the characters are gone. */
function saved(text: string, { foreign }: Seen): SuspectEncoding | undefined {
  if (!text.includes('锟斤拷')) return undefined;
  const marks = text.slice(0, encodingSample).match(/锟斤拷/gu)?.length ?? 0;
  const share = (marks * 3) / foreign;
  return marks * 3 >= enough && share >= savedShare ? { written: undefined, share } : undefined;
}

/**
 * GB18030 or Big5 read as UTF-8: most of the text is U+FFFD, and hardly a Han character is left. The second byte of a
 * character is often an ASCII letter in Big5, and next to never in what is common in GB18030.
 */
function replaced(text: string, seen: Seen): SuspectEncoding | undefined {
  const share = seen.replaced / seen.foreign;
  if (seen.replaced < enough || share < replacedShare || seen.han > seen.foreign * 0.2) return undefined;
  return { written: pairedWithAscii(text, /\ufffd[@-~]/gu, seen.replaced) ? 'big5' : 'gb18030', share };
}

/** Anything read as Latin-1 or Windows-1252: the bytes themselves can still be seen. */
function latin(text: string, seen: Seen): SuspectEncoding | undefined {
  const share = seen.latin / seen.foreign;
  if (seen.latin < 4 * enough || share < latinShare || seen.han > 0) return undefined;
  // European text has a letter with an accent here and there, not one after the other
  const runs = text.slice(0, encodingSample).match(/[\u0080-\u00ff]{2}/gu)?.length ?? 0;
  const bytes = text.slice(0, encodingSample).match(/[äåæçèéï][^\u0000-\u007f]{2}/gu)?.length ?? 0;
  if (bytes * 3 > seen.foreign * 0.8) return { written: 'utf-8', share };
  const big5 = pairedWithAscii(text, /[\u00a4-\u00f9][@-~]/gu, seen.latin);
  if (!big5 && runs * 2 < seen.latin * 0.5) return undefined;
  return big5 && runs * 2 < seen.latin * 0.25 ? undefined : { written: big5 ? 'big5' : 'gb18030', share };
}

function pairedWithAscii(text: string, pairs: RegExp, all: number): boolean {
  return (text.slice(0, encodingSample).match(pairs)?.length ?? 0) > all * 0.15;
}

/** Text in which the characters of one of the {@link tables} abound. */
function telling(seen: Seen): SuspectEncoding | undefined {
  let best: SuspectEncoding | undefined;
  for (const [place, table] of tables.entries()) {
    const count = seen.telling[place]!;
    const share = count / seen.foreign;
    if (count >= enough && share >= tellingShare && share > (best?.share ?? 0))
      best = { written: table.written, share };
  }
  return best;
}
