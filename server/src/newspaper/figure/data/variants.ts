/**
 * Simplified characters of the word lists beside the traditional ones that stand for them: pairs, parted by spaces.
 * A word list is written once, in simplified characters; {@link bothScripts} adds the traditional spelling.
 */
const PAIRS =
  '个個 亿億 万萬 两兩 几幾 余餘 点點 时時 岁歲 钟鐘 间間 号號 项項 间間 条條 张張 辆輛 艘艘 栋棟 幢幢 层層 级級 组組 类類 种種 届屆 轮輪 ' +
  '场場 户戶 处處 件件 笔筆 册冊 页頁 篇篇 档檔 枚枚 颗顆 粒粒 块塊 头頭 匹匹 双雙 对對 节節 课課 门門 发發 枪槍 炮炮 顶頂 盏盞 盘盤 碗碗 ' +
  '锅鍋 车車 趟趟 遍遍 顿頓 阵陣 桩樁 宗宗 刘劉 线線 级級 数數 据據 学學 习習 书書 记記 长長 产產 业業 农農 体體 统統 资資 关關 ' +
  '为為 会會 国國 际際 东東 马馬 龙龍 风風 云雲 电電 讯訊 话話 语語 词詞 说說 认認 让讓 许許 设設 证證 评評 请請 谁誰 调調 谈談 谢謝 ' +
  '里里 区區 县縣 镇鎮 乡鄉 厅廳 军軍 师師 团團 营營 连連 战戰 斗鬥 争爭 优優 华華 汉漢 过過 还還 进進 远遠 边邊 达達 运運 这這 ' +
  '见見 观觀 视視 觉覺 亩畝 顷頃 里里 厘釐 毫毫 码碼 吨噸 磅磅 盎盎 两兩 钱錢 斤斤 担擔 箱箱 桶桶 瓶瓶 听聽 罐罐 袋袋 包包 ' +
  '摄攝 华華 气氣 热熱 焦焦 马馬 伏伏 赫赫 兹茲 兆兆 节節 转轉 响響 声聲 贝貝 帧幀 币幣 镑鎊 卢盧 兰蘭 韩韓 泰泰 铢銖 宁寧 纳納 ' +
  '罗羅 亚亞 丹丹 麦麥 挪挪 瑞瑞 郎郎 铃鈴 银銀 单單 复復 开開 闭閉 闻聞 问問 阴陰 阳陽 队隊 阶階 难難 页頁 顺順 预預 领領 题題 ' +
  '颜顏 风風 飞飛 饭飯 馆館 验驗 鱼魚 鸟鳥 鸡雞 黄黃 齐齊 齿齒 总總 经經 结結 给給 绝絕 续續 维維 绿綠 缕縷 网網 罗羅 义義 职職 联聯 ' +
  '肃肅 胜勝 脉脈 脑腦 脚腳 脸臉 艺藝 节節 苏蘇 范範 药藥 虑慮 虽雖 虫蟲 补補 装裝 触觸 计計 订訂 讨討 训訓 议議 诉訴 诺諾 读讀 谋謀 ' +
  '贝貝 负負 财財 责責 贤賢 败敗 货貨 质質 贫貧 购購 贯貫 贵貴 费費 贺賀 赏賞 赛賽 赞贊 赢贏 趋趨 跃躍 轨軌 轻輕 载載 较較 辈輩 输輸 ' +
  '迹跡 适適 选選 递遞 遗遺 邮郵 邻鄰 酿釀 释釋 针針 钢鋼 铁鐵 铜銅 铭銘 银銀 链鏈 销銷 锁鎖 错錯 锤錘 键鍵 镜鏡 闪閃 闲閒 阅閱 ' +
  '创創 别別 剑劍 剧劇 劝勸 办辦 务務 动動 劳勞 势勢 医醫 协協 卖賣 占佔 卫衛 压壓 厂廠 历歷 县縣 参參 变變 叶葉 员員 呜嗚 咏詠 ' +
  '园園 围圍 图圖 圆圓 圣聖 坏壞 坚堅 坛壇 垒壘 备備 够夠 夹夾 奋奮 妇婦 孙孫 宝寶 实實 审審 宽寬 宾賓 寿壽 将將 尔爾 尘塵 尝嘗 ' +
  '尽盡 属屬 岛島 岭嶺 峡峽 币幣 帅帥 带帶 帮幫 库庫 应應 庙廟 庆慶 庞龐 废廢 张張 弹彈 强強 归歸 录錄 彻徹 忆憶 态態 怀懷 总總 恋戀 ' +
  '恶惡 惊驚 惯慣 惠惠 愿願 戏戲 户戶 扑撲 执執 扩擴 扫掃 扬揚 抢搶 护護 报報 拟擬 拥擁 择擇 挂掛 挡擋 挥揮 损損 换換 携攜 摇搖 ' +
  '数數 断斷 无無 旧舊 昼晝 显顯 晋晉 晓曉 术術 机機 杀殺 杂雜 权權 来來 杨楊 极極 构構 标標 栏欄 树樹 样樣 桥橋 梁梁 检檢 楼樓 ' +
  '欢歡 欧歐 残殘 毕畢 汇匯 汤湯 沟溝 没沒 泪淚 泽澤 洁潔 济濟 浅淺 测測 浓濃 涛濤 润潤 涨漲 渐漸 湾灣 湿濕 满滿 滚滾 灭滅 灯燈 ' +
  '灵靈 灾災 炉爐 点點 炼煉 烂爛 烟煙 烦煩 烧燒 热熱 爱愛 爷爺 牵牽 状狀 独獨 猪豬 献獻 玛瑪 环環 现現 电電 画畫 畅暢 疗療 疯瘋 ' +
  '皱皺 监監 盖蓋 盐鹽 确確 碍礙 础礎 离離 种種 积積 称稱 稳穩 穷窮 窑窯 竞競 笔筆 筑築 签簽 简簡 纤纖 约約 级級 纪紀 纬緯 纯純 ' +
  '纲綱 纷紛 纸紙 纽紐 线線 练練 细細 织織 终終 绍紹 统統 绩績 绪緒 编編 缘緣 缩縮 罢罷 罚罰 群群 羊羊 习習 翘翹 耻恥 聪聰 肠腸 ' +
  '荐薦 荣榮 莲蓮 获獲 蓝藍 虏虜 蚀蝕 袭襲 规規 览覽 誉譽 诗詩 询詢 详詳 丰豐 丽麗 举舉 么麼 乐樂 乔喬 买買 乱亂 亏虧 亲親 仅僅 ' +
  '从從 仓倉 仪儀 们們 价價 众眾 伙夥 伞傘 伟偉 传傳 伤傷 伦倫 体體 余餘 侠俠 侣侶 债債 倾傾 偿償 储儲 儿兒 兴興 兹茲 养養 内內 ' +
  '写寫 决決 况況 冻凍 净淨 减減 凑湊 凤鳳 击擊 刚剛 则則 删刪 刹剎 剂劑 剩剩 励勵 却卻 厉厲 厌厭 双雙 只隻 台臺 后後 周週 里裡 支枝 盐鹽 银銀 ' +
  '农農 历曆 腊臘 闰閏 晚晚 间間 隐隱 随隨 镑鎊 闽閩 鹰鷹 麻麻 晨晨';

/** Characters whose traditional counterpart is only one of two readings (台 stays 台 as often as it becomes 臺). */
const OPTIONAL = '台周支后里占余只历';

let counterparts: Map<string, string> | undefined;

/** By simplified character, the traditional one; made when first needed. */
function traditionalOf(): ReadonlyMap<string, string> {
  if (counterparts !== undefined) return counterparts;
  counterparts = new Map();
  for (let at = 0; at < PAIRS.length; at += 3) {
    if (PAIRS[at] !== PAIRS[at + 1]) counterparts.set(PAIRS[at]!, PAIRS[at + 1]!);
  }
  return counterparts;
}

/** The words, each followed by its spellings in traditional characters where they differ. */
export function bothScripts(words: Iterable<string>): string[] {
  const known = traditionalOf();
  const all: string[] = [];
  for (const word of words) {
    if (word === '') continue;
    all.push(word);
    let sure = word;
    let full = word;
    for (let at = 0; at < word.length; at++) {
      const character = word[at]!;
      const traditional = known.get(character);
      if (traditional === undefined) continue;
      full = full.slice(0, at) + traditional + full.slice(at + 1);
      if (!OPTIONAL.includes(character)) sure = sure.slice(0, at) + traditional + sure.slice(at + 1);
    }
    if (sure !== word) all.push(sure);
    if (full !== sure && full !== word) all.push(full);
  }
  return all;
}

/** A list of words in both scripts, made each time that it is asked for: what reads no figures starts without it. */
export type WordList = () => readonly string[];

/** The words of a list written as one string, for when they are needed. */
export function listOf(list: string): WordList {
  return () => wordList(list);
}

/** Words as a lexicon takes them that only has to know them. */
export function marked(words: WordList): () => readonly (readonly [string, true])[] {
  return () => words().map((word) => [word, true] as const);
}

/** The words of a list written as one string, in both scripts. */
export function wordList(list: string): string[] {
  return bothScripts(list.split(' '));
}
