/**
 * Throughput of the recognition of figures beside a plain scan of the same text, and whether twice the text takes twice
 * the time: `node test/bench/figures.ts [FILE]`. Without a file it makes up news of its own, about as dense in figures.
 */
import { readFileSync } from 'node:fs';
import { readFigures } from '../../server/src/newspaper/figure/index.ts';
import { leastTimes } from './clock.ts';

const sentences = [
  '本报讯 记者从市农业局获悉，今年以来各县区抢抓农时，早稻播种面积稳中有增，田间管理有序推进。',
  '截至3月8日18时，全市完成春播24.6万亩，占计划的37.5%，比去年同期快2.3个百分点。',
  '青山县把技术人员派到田头，手把手教农户育秧，群众反映良好，干部也沉得下去。',
  '据介绍，合作社共有社员320余户，年产值超过4800万元，带动近千名村民就业。',
  '专家提醒，近期气温回升较快，病虫害进入多发期，要加强监测，统一防治，不误农时。',
  '有关部门表示，将进一步完善仓储设施，畅通运输渠道，保障城乡居民的菜篮子。',
];

function generated(characters: number): string[] {
  const paragraphs: string[] = [];
  for (let length = 0, i = 0; length < characters; i++) {
    const paragraph = Array.from({ length: 4 }, (_, k) => sentences[(i * 7 + k * 5) % sentences.length]!).join('');
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return paragraphs;
}

const file = process.argv[2];
const paragraphs = file === undefined ? generated(3_000_000) : readFileSync(file, 'utf8').split('\n');
// flat copies, as a document's own text is
const texts = paragraphs.map((text) => Buffer.from(text, 'utf16le').toString('utf16le'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
let figures = 0;
const scanFigures = (list: readonly string[]): void => {
  figures = 0;
  for (const text of list) figures += readFigures(text).length;
};
let checksum = 0;
const scanPlainly = (): void => {
  for (const text of texts) for (let i = 0; i < text.length; i++) checksum ^= text.charCodeAt(i);
};
for (let i = 0; i < 3; i++) scanFigures(texts);
const [half, whole, plain] = leastTimes(5, [
  () => scanFigures(texts.slice(0, texts.length >> 1)),
  () => scanFigures(texts),
  scanPlainly,
]) as [number, number, number];
const rate = (milliseconds: number): string => `${(bytes / 1000 / milliseconds).toFixed(0)} MB/s`;
console.log(`${texts.length} paragraphs, ${(bytes / 1e6).toFixed(1)} MB, ${figures} figures`);
console.log(
  `readFigures ${rate(whole)}, ${((whole * 1e6) / characters).toFixed(1)} ns a character, ${((whole * 1e6) / figures).toFixed(0)} ns a figure`,
);
console.log(`plain scan  ${rate(plain)} (${checksum & 1})`);
console.log(`double against single: ${(whole / half).toFixed(2)}`);
