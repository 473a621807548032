import type { Span } from '../text/span.ts';
import { type CreditLine, creditLineOf } from './creditLine.ts';
import { isName } from './read.ts';

/** Somebody named in a line of their own with what they are. */
export interface Person {
  readonly name: string;
  /** Where the name stands in the line. */
  readonly span: Span;
}

const posts =
  '教授|[讲講][师師]|研究[员員]|[学學]者|院士|博士|[医醫][师師生]|律[师師]|作家|[诗詩]人|[画畫]家|[导導]演|[编編][辑輯]|主任|[书書][记記]|代表|委[员員]|[议議][员員]|[学學]生|居民|村民|市民|[读讀]者|[院校局市县縣州镇鎮村会會所部处處科区區省厅廳司][长長]|理事|董事|[总總]裁|[经經]理';
const mark = '^[□■◎●◆◇○▲△]?[ 　]*';
const houses = '[大中小][学學]|[学學医醫法]院|公司|集[团團]|[协協][会會]|委|局|中心|研究所|[报報]社|出版社';
/** `赵大河（青石大学教授）` */
const withAside = new RegExp(
  `${mark}([\\u4e00-\\u9fff]{2,4})[ 　]?[(（](?=[^)）]*(?:${posts}|${houses}))[\\u4e00-\\u9fff、·]{2,24}[)）]$`,
  'u',
);
/** `青石大学教授 赵大河` */
const behindPost = new RegExp(`${mark}[\\u4e00-\\u9fff·、]{0,20}(?:${posts})[ 　]+([\\u4e00-\\u9fff]{2,4})$`, 'u');
/** No such line is longer, in UTF-16 code units. */
const longest = 36;
/** Characters of which such a line holds one. */
const parting = /[ 　(（]/u;

/** Reads a line that names somebody and says who that is; undefined for other text. */
export function personOf(text: string): Person | undefined {
  if (text.length > longest || !parting.test(text)) return undefined;
  const first = withAside.exec(text)?.[1];
  const name = first ?? behindPost.exec(text)?.[1];
  if (name === undefined || !isName(name)) return undefined;
  const start = first === undefined ? text.length - name.length : text.indexOf(name);
  return { name, span: { start, end: start + name.length } };
}

/** Whom a line of its own credits, be it by what they did or by who they are; undefined for other text. */
export function creditedIn(text: string): CreditLine | undefined {
  const credited = creditLineOf(text);
  if (credited !== undefined) return credited;
  const person = personOf(text);
  return person === undefined ? undefined : { isWriting: true, names: [{ ...person, isWriter: true }] };
}
