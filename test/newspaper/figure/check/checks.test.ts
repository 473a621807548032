import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkFigures, readFigures } from '../../../../server/src/newspaper/figure/index.ts';
import { glanceOver } from '../../../../server/src/newspaper/page/glance.ts';

/** What is held against what, as `kind ✓ whole = part + part`. */
function checked(text: string): string[] {
  const figures = readFigures(text);
  const words = (index: number) => text.slice(figures[index]!.start, figures[index]!.end);
  return checkFigures(text, figures).map(
    ({ kind, holds, total, parts }) => `${kind} ${holds ? '✓' : '✗'} ${words(total)} = ${parts.map(words).join(' + ')}`,
  );
}

/** Each text beside what is found out about it. */
function cases(name: string, table: Readonly<Record<string, readonly string[]>>): void {
  describe(name, () => {
    for (const [text, found] of Object.entries(table)) it(text, () => assert.deepEqual(checked(text), found));
  });
}

cases('a list makes up its whole', {
  '58座水库中，青山县21座、白水县19座、石桥县18座。': ['list ✓ 58座 = 21座 + 19座 + 18座'],
  '58座水库中，青山县21座、白水县19座、石桥县17座。': ['list ✗ 58座 = 21座 + 19座 + 17座'],
  '新增病例9例（东湖区4例，西湖区3例，南湖区2例），均已隔离。': ['list ✓ 9例 = 4例 + 3例 + 2例'],
  '新增病例9例（东湖区4例，西湖区3例，南湖区1例），均已隔离。': ['list ✗ 9例 = 4例 + 3例 + 1例'],
  '清淤94万立方米，其中甲区31万立方米、乙区22万立方米、丙区41万立方米。': [
    'list ✓ 94万立方米 = 31万立方米 + 22万立方米 + 41万立方米',
  ],
  '共有渡船86艘，其中电动渡船52艘，手摇渡船41艘。': ['list ✗ 86艘 = 52艘 + 41艘'],
  '投资1.2亿元（一期0.45亿元，二期0.75亿元）。': ['list ✓ 1.2亿元 = 0.45亿元 + 0.75亿元'],
});

cases('a list of two that has nothing beside it', {
  '管理患者274例（甲市84例、乙市189例），无人死亡。': ['list ✗ 274例 = 84例 + 189例'],
  '务工人员174.61万人，其中省内135.04万人，省外38.57万人。': ['list ✗ 174.61万人 = 135.04万人 + 38.57万人'],
  '差距只有2票（51票对49票）。': [],
  '新增病例7例，其中省内甲市、乙市各1例，省外4例。': [],
  '新增病例28例（东湖区4例、呼兰河回族自治区5例、西湖区3例）。': ['list ✗ 28例 = 4例 + 5例 + 3例'],
});

cases('a list that need not make up its whole is left alone', {
  '58座水库中，青山县21座、白水县19座、石桥县6座等已经完工。': [],
  '58座水库中，青山县21座、白水县19座。': [],
  '58座水库，其中青山县21座、白水县19座、石桥县6座。': [],
  '全队86人，其中党员52人，退伍军人41人。': [],
  '3个镇和14个乡设了70个检查点。': [],
  '38个、26个和55个小区共设152个检查点。': [],
  '对前5名选手（双人赛前3名、三人赛前3名、团体赛前2名）授牌。': [],
  '58人遇难，5人失踪，其中甲市56人，乙市1人，丙市1人。': [],
  '投资100万元（甲33.3万元，乙33.3万元，丙33.3万元）。': ['list ✓ 100万元 = 33.3万元 + 33.3万元 + 33.3万元'],
});

cases('a sum that the sentence draws', {
  '留存310万元，连同划拨45万元共计355万元。': ['sum ✓ 355万元 = 310万元 + 45万元'],
  '留存310万元，连同划拨45万元共计365万元。': ['sum ✗ 365万元 = 310万元 + 45万元'],
  '男子8项和女子5项共13个小项。': [],
  '男子8个级别和女子5个级别共13个小项。': ['sum ✓ 13个 = 8个 + 5个'],
  '投诉分别为183宗及273宗，合共457宗。': ['sum ✗ 457宗 = 183宗 + 273宗'],
  '投诉约90宗、183宗及273宗，合共547宗。': [],
  '3个社区、14个村共计70个出入口。': [],
  '涉住院的445宗个案、无需住院的339宗个案，合计785宗。': ['sum ✗ 785宗 = 445宗 + 339宗'],
  '有乡镇5695个、村60.2万个、组238.5万个，共计299.2万个。': [],
  '学校有6万元经费，加上每人30元取暖费，全年共6.3万元。': [],
  '买书20册，又有15册，全年共120册。': [],
});

cases('all so far, those gone and those still there', {
  '累计确诊病例335例，目前在院治疗168例，治愈出院167例。': ['stock ✓ 335例 = 168例 + 167例'],
  '累计追踪到密切接触者797人,已解除医学观察者913人,现有913人正在接受医学观察。': ['stock ✗ 797人 = 913人 + 913人'],
  '累计确诊病例335例，治愈出院160例，死亡2例，现有病例173例，其中重症7例，疑似病例400例。': [
    'stock ✓ 335例 = 160例 + 2例 + 173例',
  ],
  '累计确诊病例335例，治愈出院160例，现有病例170例。': [],
});

cases('a part is no larger than its whole', {
  '全镇有果园12座，其中村办15座。': ['part ✗ 12座 = 15座'],
  '全镇有果园12座，其中村办5座。': [],
  '全镇有果园12座、茶园6座，其中村办15座。': [],
  '果园增加12座，其中村办达到15座。': [],
  '他们从两个方面评估，其中环境又包含三个方面。': [],
  '一名记者反对其中两名代表的说法。': [],
});

cases('percentages are confirmed and never held against anything', {
  '80家店中有52家开门，占65%。': ['share ✓ 65% = 80家 + 52家'],
  '80家店中有52家开门，占70%。': [],
  '出口7400万吨，其中5800万吨运往南方，占比高达78%。': ['share ✓ 78% = 7400万吨 + 5800万吨'],
  '由40家增至52家，增长30%。': ['growth ✓ 30% = 40家 + 52家'],
  '产量达52吨，比上年增加12吨，增长30%。': ['growth ✓ 30% = 52吨 + 12吨'],
  '储备为30606亿美元，较年初下降473亿美元，降幅为1.5%。': ['growth ✓ 1.5% = 30606亿美元 + 473亿美元'],
  '6个省的60个县，尤其是发生率在10%以上的县。': [],
});

cases('what one is more than the other', {
  '渔船从40艘增至52艘，增加12艘。': ['difference ✓ 12艘 = 52艘 + 40艘'],
  '渔船从40艘增至52艘，增加15艘。': ['difference ✗ 15艘 = 52艘 + 40艘'],
  '渔船从去年的1.2万艘减少到1.1万艘，减少980艘。': [],
  '50户贫困户已脱贫38户，剩余12户年底脱贫。': ['difference ✓ 12户 = 50户 + 38户'],
  '50户贫困户已脱贫38户，剩余10户年底脱贫。': [],
  '47人中有11人获准保释，其余35人还押。': ['difference ✗ 35人 = 47人 + 11人'],
});

cases('days and intervals', {
  '定于2月30日开工。': ['date ✗ 2月30日 = '],
  '定于2021年2月29日开工。': ['date ✗ 2021年2月29日 = '],
  '定于2024年2月29日开工。': [],
  '2021年8月8日至2021年7月23日举行。': ['interval ✗ 2021年8月8日至2021年7月23日 = '],
  '2021年8月23日至8月8日举行。': ['interval ✗ 2021年8月23日至8月8日 = '],
  '28日至3日举行。': [],
  '2020年11月至2月举行。': [],
});

describe('a text of nothing but figures', () => {
  for (const unit of [
    '3人中',
    '共3人',
    '3人，其中',
    '3人（',
    '从3人增至3人，增加3人，其余',
    '累计3人，治愈3人，现有3人，占3%，',
  ]) {
    it(`takes no longer than its length: ${unit}`, () => {
      const time = (length: number) => {
        const text = unit.repeat(length);
        const figures = readFigures(text);
        const begin = process.cpuUsage().user;
        checkFigures(text, figures);
        return (process.cpuUsage().user - begin) / 1000;
      };
      time(2_000);
      assert.ok(time(20_000) < 2_000);
    });
  }
});

describe('a glance', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(String),
    fc.constantFrom('二', '三十一', '29', '30', '31'),
  );
  const unit = fc.constantFrom('人', '例', '元', '万吨');
  const month = fc.integer({ min: 1, max: 12 }).map((value) => `${value}月`);
  const year = fc.integer({ min: 2015, max: 2022 }).map((value) => `${value}年`);
  /** Each stands for one way to say that figures must agree; `#` is a number, `@` the unit that all of them have. */
  const shapes = fc.constantFrom(
    '#@中，甲市#@、乙市#@、丙市#@',
    '#@（甲市#@，乙市#@）',
    '#@，其中省内#@、省外#@',
    '拨出#@、#@，共计#@',
    '#@，连同#@共#@',
    '由#@增至#@，增加#@',
    '共#@，已完成#@，剩余#@',
    '累计#@，治愈#@，现有#@',
    '#@，其中#@',
  );
  const said = fc
    .tuple(shapes, fc.array(number, { minLength: 4, maxLength: 4 }), unit)
    .map(([shape, numbers, each]) => {
      let next = 0;
      return shape.replaceAll('@', each).replaceAll('#', () => numbers[next++ % numbers.length]!);
    });
  const dates = fc.oneof(
    fc.tuple(month, number).map(([of, day]) => `${of}${day}日`),
    fc.tuple(year, month, year, month).map(([y, m, z, n]) => `${y}${m}至${z}${n}`),
    fc.tuple(year, month, number, number).map(([y, m, d, e]) => `${y}${m}${d}日—${m}${e}日`),
  );
  const words = fc.constantFrom('。', '，', '！', '据介绍', '从', '3个', ' ', '一', '（', '中');
  const texts = fc.array(fc.oneof(said, dates, words), { maxLength: 8 }).map((parts) => parts.join(''));

  it('sees a contradiction where reading all figures finds one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const isBroken = checkFigures(text, readFigures(text)).some(({ holds }) => !holds);
        assert.equal(glanceOver(text).contradicts, isBroken);
      }),
      { numRuns: 2_000 },
    );
  });
});
