/** What a unit of measure measures. */
export type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'temperature'
  | 'energy'
  | 'power'
  | 'speed'
  | 'data'
  | 'pressure'
  | 'voltage'
  | 'current'
  | 'resistance'
  | 'frequency'
  | 'concentration'
  | 'loudness'
  | 'angle'
  | 'other';

/** The unit of the SI (or derived from it) that each dimension converts to; none where conversion makes no sense. */
export const SI_UNITS: Readonly<Partial<Record<Dimension, string>>> = {
  length: 'm',
  area: 'm²',
  volume: 'm³',
  mass: 'kg',
  temperature: 'K',
  energy: 'J',
  power: 'W',
  speed: 'm/s',
  data: 'bit',
  pressure: 'Pa',
  voltage: 'V',
  current: 'A',
  resistance: 'Ω',
  frequency: 'Hz',
  concentration: 'kg/m³',
  angle: 'rad',
};

/**
 * Units of measure: spellings, dimension, factor to the SI unit, and what must be added after the factor (temperatures).
 * Simplified characters; the traditional spelling is added when the list is read. No factor: not convertible.
 */
export const UNITS: readonly (readonly [names: string, dimension: Dimension, factor?: number, offset?: number])[] = [
  ['公里 千米 km KM ㎞', 'length', 1000],
  ['米 公尺 m', 'length', 1],
  ['分米', 'length', 0.1],
  ['厘米 公分 cm CM ㎝', 'length', 0.01],
  ['毫米 公厘 mm MM ㎜', 'length', 0.001],
  ['微米 μm', 'length', 1e-6],
  ['纳米 nm', 'length', 1e-9],
  ['海里 浬', 'length', 1852],
  ['英里 哩 mile', 'length', 1609.344],
  ['英尺 呎 ft', 'length', 0.3048],
  ['英寸 英吋 吋', 'length', 0.0254],
  ['码 yd', 'length', 0.9144],
  ['里 华里 市里', 'length', 500],
  ['丈', 'length', 10 / 3],
  ['尺 市尺', 'length', 1 / 3],
  ['寸 市寸', 'length', 1 / 30],
  ['光年', 'length', 9.4607304725808e15],
  ['天文单位', 'length', 149597870700],
  ['平方公里 平方千米 km² km2 平方公里', 'area', 1e6],
  ['平方米 平米 ㎡ m² m2 平方公尺', 'area', 1],
  ['平方厘米 cm²', 'area', 1e-4],
  ['平方毫米', 'area', 1e-6],
  ['平方英里', 'area', 2589988.110336],
  ['平方英尺 平方呎 方呎 平方尺', 'area', 0.09290304],
  ['英亩', 'area', 4046.8564224],
  ['公顷 hm² ha', 'area', 10000],
  ['公亩', 'area', 100],
  ['亩 市亩 畝 亩次', 'area', 10000 / 15],
  ['坪', 'area', 400 / 121],
  ['立方米 方 m³ m3 立方 立方公尺', 'volume', 1],
  ['立方厘米 cm³', 'volume', 1e-6],
  ['立方公里 立方千米', 'volume', 1e9],
  ['升 公升 L l', 'volume', 1e-3],
  ['毫升 ml mL ML cc', 'volume', 1e-6],
  ['微升 μL', 'volume', 1e-9],
  ['加仑', 'volume', 0.003785411784],
  ['桶原油', 'volume', 0.158987294928],
  ['吨 公吨 t', 'mass', 1000],
  ['千克 公斤 kg KG Kg ㎏', 'mass', 1],
  ['克 g 公克', 'mass', 0.001],
  ['毫克 mg ㎎', 'mass', 1e-6],
  ['微克 μg', 'mass', 1e-9],
  ['纳克', 'mass', 1e-12],
  ['斤 市斤', 'mass', 0.5],
  ['两', 'mass', 0.05],
  ['担 市担', 'mass', 50],
  ['磅 lb', 'mass', 0.45359237],
  ['盎司 安士 oz', 'mass', 0.028349523125],
  ['克拉', 'mass', 0.0002],
  ['标准煤 吨标准煤 吨标煤', 'mass', 1000],
  ['摄氏度 ℃ °C 度C 摄氏', 'temperature', 1, 273.15],
  ['华氏度 ℉ °F', 'temperature', 5 / 9, 255.372222222222],
  ['度 °', 'other'],
  ['开尔文', 'temperature', 1, 0],
  ['千瓦时 千瓦小时 度电 kWh KWh', 'energy', 3.6e6],
  ['兆瓦时 MWh', 'energy', 3.6e9],
  ['吉瓦时 GWh', 'energy', 3.6e12],
  ['瓦时 Wh', 'energy', 3600],
  ['焦耳 焦 J', 'energy', 1],
  ['千焦 kJ', 'energy', 1000],
  ['兆焦 MJ', 'energy', 1e6],
  ['千卡 大卡 kcal', 'energy', 4184],
  ['卡路里 卡', 'energy', 4.184],
  ['千瓦 kW KW', 'power', 1000],
  ['兆瓦 MW', 'power', 1e6],
  ['吉瓦 GW', 'power', 1e9],
  ['瓦 瓦特 W', 'power', 1],
  ['马力 匹马力', 'power', 735.49875],
  ['千伏 kV KV', 'voltage', 1000],
  ['伏 伏特 V', 'voltage', 1],
  ['千伏安 兆伏安 伏安', 'other'],
  ['安培', 'current', 1],
  ['毫安', 'current', 0.001],
  ['毫安时 安时 mAh', 'other'],
  ['欧姆', 'resistance', 1],
  ['赫兹 赫 Hz', 'frequency', 1],
  ['千赫 千赫兹 kHz', 'frequency', 1000],
  ['兆赫 兆赫兹 MHz', 'frequency', 1e6],
  ['吉赫 吉赫兹 GHz', 'frequency', 1e9],
  ['公里/小时 公里每小时 千米/小时 千米每小时 公里/时 km/h', 'speed', 1 / 3.6],
  ['米/秒 米每秒 m/s', 'speed', 1],
  ['公里/秒 公里每秒 千米/秒 千米每秒', 'speed', 1000],
  ['英里/小时 英里每小时', 'speed', 0.44704],
  ['马赫', 'speed', 340.3],
  ['海里/小时', 'speed', 1852 / 3600],
  ['字节 Byte B', 'data', 8],
  ['千字节 KB kB', 'data', 8e3],
  ['兆字节 MB', 'data', 8e6],
  ['吉字节 GB', 'data', 8e9],
  ['太字节 TB', 'data', 8e12],
  ['PB', 'data', 8e15],
  ['EB', 'data', 8e18],
  ['ZB', 'data', 8e21],
  ['比特 bit', 'data', 1],
  ['千比特 Kb', 'data', 1e3],
  ['兆比特 Mb', 'data', 1e6],
  ['吉比特 Gb', 'data', 1e9],
  ['量子比特', 'other'],
  ['比特/秒 bps 比特每秒', 'other'],
  ['兆 Mbps 兆比特每秒 兆/秒 Gbps kbps Kbps', 'other'],
  ['万像素 像素', 'other'],
  ['帕 帕斯卡 Pa', 'pressure', 1],
  ['千帕 kPa', 'pressure', 1000],
  ['兆帕 MPa', 'pressure', 1e6],
  ['百帕 hPa', 'pressure', 100],
  ['毫米汞柱 mmHg', 'pressure', 133.322],
  ['大气压', 'pressure', 101325],
  ['微克/立方米 微克每立方米', 'concentration', 1e-9],
  ['毫克/立方米', 'concentration', 1e-6],
  ['毫克/升', 'concentration', 1e-3],
  ['克/升', 'concentration', 1],
  ['毫克/公斤 毫克/千克 毫克/100毫升', 'other'],
  ['人/平方公里', 'other'],
  ['分贝 dB', 'loudness'],
  ['角分 角秒', 'angle'],
  ['牛顿 千牛', 'other'],
  ['转/分 转/分钟', 'other'],
  ['标准立方米 标方', 'other'],
  ['总吨 载重吨 吨公里 人公里 吨级', 'other'],
  ['毫西弗 微西弗 西弗 毫西弗/小时 微西弗/小时', 'other'],
  ['贝克勒尔 贝克', 'other'],
  ['摩尔 毫摩尔', 'other'],
  ['流明 勒克斯', 'other'],
  ['毫米/小时 毫米每小时', 'other'],
  ['立方米/秒 立方米每秒 立方米/小时 立方米每日', 'other'],
];

/** Words that begin like a unit and are none: 3度假村, 5克难. */
export const NOT_UNIT =
  '度假 度过 里程 里面 里斯 升级 升温 升至 升学 升旗 升空 升值 升入 升高 升为 升降 克服 克里 克隆 克制 克难 克什 克罗 克拉玛依 米饭 米粉 米其林 米兰 米线 米字 ' +
  '磅礴 磅秤 尺度 尺寸 尺子 寸土 寸步 担任 担当 担心 担忧 担保 担负 担架 方向 方案 方法 方式 方便 方针 方才 方形 方队 方阵 方程 方言 方舱 方米 卡片 卡车 卡塔 卡点 卡口 卡通 卡路 焦点 焦虑 瓦解 瓦房 瓦片 伏击 伏笔 码头 码垛 丈夫 丈量 帕克 安装 兆丰 兆头 里约 里昂 里奥 里氏 里长 里人 摄氏 坪山 坪坝 坪村 吨位';
