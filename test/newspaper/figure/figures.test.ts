import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFigures } from '../../../server/src/newspaper/figure/index.ts';

/** Figures as `text kind value unit bound`, for comparing at a glance. */
function read(text: string): string[] {
  return readFigures(text).map(({ start, end, kind, value, unit, bound }) =>
    [text.slice(start, end), kind, JSON.stringify(value), unit, bound].filter((part) => part !== undefined).join(' '),
  );
}

/** Each text beside the figures that it must give. */
function cases(name: string, table: Readonly<Record<string, readonly string[]>>): void {
  describe(name, () => {
    for (const [text, figures] of Object.entries(table)) it(text, () => assert.deepEqual(read(text), figures));
  });
}

cases('numbers', {
  '仓库里有3,450袋化肥。': ['3,450袋 count 3450 袋'],
  '仓库里有３４５０袋化肥。': ['３４５０袋 count 3450 袋'],
  '图书馆藏书一百二十万零五百册。': ['一百二十万零五百册 count 1200500 册'],
  '账上记着叁仟陆佰元。': ['叁仟陆佰元 money 3600 CNY'],
  '全乡种下2.75万株苹果树。': ['2.75万株 count 27500 株'],
  '用户达1亿3200万户。': ['1亿3200万户 count 132000000 户'],
  '班上有廿四名新生。': ['廿四名 count 24 名'],
  '兄弟俩都来了。': ['俩 count 2'],
  '買了兩個蘋果和幾十個梨。': ['兩個 count 2 個', '幾十個 count null 個'],
  '得票數為五萬六千八百票。': ['五萬六千八百票 count 56800 票'],
  '展出了一千三百多件。': ['一千三百多件 count 1300 件 >'],
  '派出两支队伍、五名医生和3支队伍。': ['两支 count 2 支', '五名 count 5 名', '3支 count 3 支'],
});

cases('approximations and bounds', {
  '救出300余名工人。': ['300余名 count 300 名 >'],
  '救出三十多人。': ['三十多人 count 30 人 >'],
  '近40万名观众到场。': ['近40万名 count 400000 名 <'],
  '约70座粮仓已满。': ['约70座 count 70 座 ~'],
  '每班20人左右。': ['20人左右 count 20 人 ~'],
  '上百艘渔船出海。': ['上百艘 count 100 艘 >'],
  '不足五十户。': ['不足五十户 count 50 户 <'],
  '每户不超过8亩。': ['不超过8亩 measure 8 亩 <'],
  '年产量30吨以上。': ['30吨 measure 30 吨 >'],
  '数十只白鹭飞过。': ['数十只 count null 只'],
  '来了三四十人。': ['三四十人 count [30,40] 人'],
  '十七八个孩子。': ['十七八个 count [17,18] 个'],
  '两千多公里路程。': ['两千多公里 measure 2000 公里 >'],
  '附近30家店铺开门。': ['30家 count 30 家'],
  '附近的节约20元活动。': ['20元 money 20 CNY'],
});

cases('ranges', {
  '每天喝2至3杯水。': ['2至3杯 count [2,3] 杯'],
  '降价10%—15%。': ['10%—15% percent [10,15] %'],
  '降价10~15%。': ['10~15% percent [10,15] %'],
  '三到五成的摊位空着。': ['三到五成 percent [30,50] %'],
  '售价2—3万元。': ['2—3万元 money [20000,30000] CNY'],
  '售价8000元至1.2万元。': ['8000元至1.2万元 money [8000,12000] CNY'],
  '气温-8—-3摄氏度。': ['-8—-3摄氏度 measure [-8,-3] 摄氏度'],
  '休息两、三天。': ['两、三天 duration ["P2D","P3D"]'],
  '工期六到八个月。': ['六到八个月 duration ["P6M","P8M"]'],
});

cases('percents and fractions', {
  '出勤率为98.6%。': ['98.6% percent 98.6 %'],
  '上升3.5个百分点。': ['3.5个百分点 percent 3.5 %'],
  '超六成的店铺已经开门。': ['超六成 percent 60 % >'],
  '七成五的学生会游泳。': ['七成五 percent 75 %'],
  '全场八五折。': ['八五折 percent 85 %'],
  '百分之三点二的居民。': ['百分之三点二 percent 3.2 %'],
  '盐度为千分之五。': ['千分之五 percent 0.5 %'],
  '盐度为5‰。': ['5‰ percent 0.5 %'],
  '约四分之三的农田。': ['约四分之三 fraction 0.75 ~'],
  '占地1/4。': ['1/4 fraction 0.25'],
  '他吃了一半。': ['一半 fraction 0.5'],
  '产量是去年的2.5倍。': ['2.5倍 count 2.5 倍'],
  '进入1/4决赛。': [],
});

cases('money', {
  '投资4838.3万元。': ['4838.3万元 money 48383000 CNY'],
  '贷款2000亿美元。': ['2000亿美元 money 200000000000 USD'],
  '门票120港元。': ['120港元 money 120 HKD'],
  '每斤三块五。': ['三块五 money 3.5 CNY'],
  '找回50元6角。': ['50元6角 money 50.6 CNY'],
  '标价￥88.5。': ['￥88.5 money 88.5 CNY'],
  '标价HK$2,300。': ['HK$2,300 money 2300 HKD'],
  '合人民币 6千元。': ['人民币 6千元 money 6000 CNY'],
  '售价1.2万日元。': ['1.2万日元 money 12000 JPY'],
  '借了10万坚戈。': ['10万坚戈 money 100000 KZT'],
  '百亿元以上的工厂。': ['百亿元 money 10000000000 CNY >'],
});

cases('measures', {
  '桥长1092米。': ['1092米 measure 1092 米'],
  '重2.3千克。': ['2.3千克 measure 2.3 千克'],
  '功率600兆瓦。': ['600兆瓦 measure 600 兆瓦'],
  '海拔三千米。': ['三千米 measure 3000 米'],
  '用电2.6亿千瓦时。': ['2.6亿千瓦时 measure 260000000 千瓦时'],
  '受灾面积449.8千公顷。': ['449.8千公顷 measure 449800 公顷'],
  '零下12摄氏度。': ['零下12摄氏度 measure -12 摄氏度'],
  '体温37.2℃。': ['37.2℃ measure 37.2 ℃'],
  '时速120公里/小时。': ['120公里/小时 measure 120 公里/小时'],
  '他身高1米75。': ['1米75 measure 1.75 米'],
  '买了三斤半枣。': ['三斤半 measure 3.5 斤'],
  '存储500 GB。': ['500 GB measure 500 GB'],
});

cases('ordinals', {
  '第三批次物资到了。': ['第三批次 ordinal 3 批次'],
  '排名第六十五位。': ['第六十五位 ordinal 65 位'],
  '她位居第二。': ['第二 ordinal 2'],
  '首批新车下线。': ['首批 ordinal 1 批'],
  '第 22 條規定。': ['第 22 條 ordinal 22 條'],
  '第二人民医院门口。': [],
});

cases('dates', {
  '3月8日开工。': ['3月8日 date "XXXX-03-08"'],
  '15日开工。': ['15日 date "XXXX-XX-15"'],
  '2018年竣工。': ['2018年 date "2018"'],
  '二〇一八年五月竣工。': ['二〇一八年五月 date "2018-05"'],
  '3月8日18时开幕。': ['3月8日18时 date "XXXX-03-08T18"'],
  '18时30分开幕。': ['18时30分 date "T18:30"'],
  '下午2时45分开幕。': ['2时45分 date "T14:45"'],
  '3月8日下午4点开幕。': ['3月8日下午4点 date "XXXX-03-08T16"'],
  '截至5月9日零时。': ['5月9日零时 date "XXXX-05-09T00"'],
  '列車8:05開出。': ['8:05 date "T08:05"'],
  '2016 年 7 月 3 日出版。': ['2016 年 7 月 3 日 date "2016-07-03"'],
  '发布于2021-03-04。': ['2021-03-04 date "2021-03-04"'],
  '一季度增长。': ['一季度 date "XXXX-Q1"'],
  '上世纪80年代建成。': ['80年代 date "198X"'],
  '20世纪80年代建成。': ['20世纪80年代 date "198X"'],
  '民国二十五年出版。': ['民国二十五年 date "1936"'],
  '公元前221年统一。': ['公元前221年 date "-0220"'],
  '3月底完工。': ['3月 date "XXXX-03"'],
});

cases('intervals', {
  '3月8日至15日休市。': ['3月8日至15日 interval "XXXX-03-08/XXXX-03-15"'],
  '3月8日22时至9日6时停水。': ['3月8日22时至9日6时 interval "XXXX-03-08T22/XXXX-03-09T06"'],
  '1—5月增长。': ['1—5月 interval "XXXX-01/XXXX-05"'],
  '2021年7月23日至8月8日举行。': ['2021年7月23日至8月8日 interval "2021-07-23/2021-08-08"'],
  '2016—2018年规划。': ['2016—2018年 interval "2016/2018"'],
  '每天8:30-17:00开放。': ['8:30-17:00 interval "T08:30/T17:00"'],
});

cases('durations', {
  '历时24小时。': ['24小时 duration "PT24H"'],
  '工期60天。': ['60天 duration "P60D"'],
  '一年半以后。': ['一年半 duration "P1Y6M"'],
  '等了一个半小时。': ['一个半小时 duration "PT1H30M"'],
  '等了30多分钟。': ['30多分钟 duration "PT30M" >'],
  '停课两个多月。': ['两个多月 duration "P2M" >'],
  '1个工作日内办结。': ['1个工作日 duration "P1D"'],
  '3分47秒到达。': ['3分47秒 duration "PT3M47S"'],
  '跑出9秒58。': ['9秒58 duration "PT9.58S"'],
  '近三年的产量。': ['三年 duration "P3Y"'],
  '近两个小时。': ['近两个小时 duration "PT2H" <'],
  '短短7日建成。': ['7日 duration "P7D"'],
  '1000年历史的古城。': ['1000年 duration "P1000Y"'],
  '半年之内。': ['半年 duration "P6M" <'],
});

cases('dates of the lunar calendar', {
  '大年初二回娘家。': ['大年初二 date null 农历'],
  '腊月二十三祭灶。': ['腊月二十三 date null 农历'],
  '农历八月十五赏月。': ['农历八月十五 date null 农历'],
});

cases('no figures', {
  '奋战在一线，思想统一，一律免费，第一时间到场。': [],
  '百姓千方百计，万一有事，一定要说。': [],
  '一带一路、两会、十九大、三农、四个自信、一对一、两手抓。': [],
  '一是抓粮食；二是抓棉花；三是抓油料。': [],
  '一、总则。二、分则。': [],
  '（三）其他规定。': [],
  '①材料②工具': [],
  'COVID-19、5G、G20、A4纸、N95口罩': [],
  '80后、00后都来了。': [],
  '周三、星期五、高三学生': [],
  '几成定局，同一天，首先，双方': [],
  上半年和下半年: [],
  '十部门联合发文。': [],
  '咨询电话：0987-6543210。': [],
  '在四川、九江、三亚、百色': [],
  '以3∶1获胜': [],
  特首列席会议: [],
});

describe('bare numbers', () => {
  it('stand for themselves where nothing else is in the text', () => {
    for (const [text, value] of [
      ['六十七', 67],
      ['负三点五', -3.5],
      ['-12.5', -12.5],
      ['九一', 91],
      ['7万3千', 73000],
      ['2.4k', 2400],
      ['3^2', 9],
      ['4e3', 4000],
    ] as const) {
      const [figure] = readFigures(text);
      assert.equal(figure?.value, value, text);
      assert.equal(figure.end, text.length, text);
    }
  });
  it('with 万 or 亿 count in a sentence', () => assert.deepEqual(read('参观人数突破170万。'), ['170万 count 1700000']));
});

it('what was read before leaves nothing behind', () => {
  read('截至目前，全县种下的果树已有一百二十万株。');
  assert.deepEqual(read('数廿九'), ['廿九 count 29']);
});
