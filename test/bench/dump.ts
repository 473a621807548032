/** Numbers that are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const places = ['青石镇', '白鹭湾', '望江桥', '柳溪村', '北塔区', '鹿鸣县', '磬山', '螺洲', '东门码头', '藕塘乡'];
const things = ['水渠', '图书馆', '老桥', '灯塔', '石剧团', '茶场', '渡船', '校舍', '邮局', '粮站'];
const deeds = ['全部通水', '重新开放', '提前完工', '搬进新楼', '试行夜间服务', '增加三十个座位', '收回旧票', '开课'];
const sentences = [
  '沿线村庄的灌溉条件得到明显改善，预计秋收以后还要再修四条',
  '截至5月6日18时，全市完成春播24.6万亩，占计划的37.5%，比去年同期快2.3个百分点',
  '据介绍，合作社共有社员320余户，其中外来户46户，年产值超过4800万元',
  '负责人说，这件事大家盼了很多年，“能在入冬以前办成，谁都没有想到”',
  '有关部门表示，将进一步完善仓储设施，畅通运输渠道，保障城乡居民的菜篮子',
  '专家提醒，近期气温回升较快，病虫害进入多发期，要加强监测，统一防治',
  '青山县把技术人员派到田头，手把手教农户育秧，群众反映良好，干部也沉得下去',
  '参加的有十二个村的代表，会后他们步行三公里，看了刚刚铺好的路面',
];

/**
 * A dump of invented news, of at least so many characters: pages with folio, headlines, reports, briefs, figures, and
 * what goes wrong in dumps (cut paragraphs whose rest drifts behind another headline, headlines printed again).
 */
export function madeUpDump(characters: number): string {
  const next = numbers(7);
  const one = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const paragraph = (count: number): string =>
    Array.from({ length: count }, () => `${one(places)}的${one(things)}，${one(sentences)}。`).join('');
  const blocks: string[] = [];
  let length = 0;
  const add = (block: string): void => {
    blocks.push(block);
    length += block.length + 2;
  };
  for (let page = 1; length < characters; page++) {
    add(`2031年5月${1 + (page % 28)}日 星期二 第${page % 90}版 要闻`);
    let rest = '';
    for (let article = 0; article < 6; article++) {
      const headline = `${one(places)}${one(things)}${one(deeds)}`;
      add(headline);
      if (next(12) === 0) add(headline);
      add(`本报讯 记者甘一禾报道 ${paragraph(2)}`);
      if (rest !== '') add(rest);
      rest = '';
      for (let place = 0; place < 3; place++) add(`　　${paragraph(1 + next(3))}`);
      if (next(3) === 0) {
        const whole = paragraph(3);
        const cut = whole.length / 3 + next(20);
        add(whole.slice(0, cut));
        rest = whole.slice(cut);
      }
    }
    add('简讯');
    for (let brief = 0; brief < 3; brief++) add(`★ ${paragraph(1)}`);
  }
  return blocks.join('\n\n');
}
