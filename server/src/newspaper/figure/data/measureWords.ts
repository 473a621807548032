import { listOf, type WordList } from './variants.ts';

/** Measure words proper and nouns that newspapers use as such, after digits and numerals alike. */
export const MEASURE_WORDS: WordList = listOf(
  '个 名 位 人 例 家 起 座 台 宗 项 件 条 次 种 类 批 批次 人次 人份 项次 架次 台次 班次 场次 车次 频次 件次 户次 艘次 趟次 轮次 标箱 床 床位 张 ' +
    '辆 艘 架 列 节 部 本 册 卷 篇 首 幅 副 套 组 队 支 枝 只 头 匹 口 条 尾 峰 颗 粒 株 棵 朵 枚 块 片 面 层 栋 幢 间 ' +
    '户 所 处 座 场 届 轮 期 回 遍 趟 顿 番 阵 声 句 字 词 行 段 章 集 页 份 封 则 桩 笔 单 票 席 桌 间 套 扇 盏 瓶 杯 碗 ' +
    '盘 桶 箱 盒 包 袋 罐 听 捆 束 堆 串 排 列 队 班 道 门 款 型 级 档 等 等次 星 步 关 站 环 圈 圈层 把 柄 根 支 管 杆 面 幕 出 ' +
    '员 对 双 倍 代 伙 群 帮 拨 路 线 版 栏 版次 楼 层 室 厅 幅 宗 案 单 注 股 手 针 剂 片 丸 滴 支 贴 帖 味 棒 枪 炮 发 弹 拳 脚 步 ' +
    ' 梯次 人家 波 回合 点位 车道 工位 泊位 席位 车位 机位 铺位 学位 名额 名次 票次 年级 学时 课时 学分 积分 分 点 刀 剑 球 局 盘 杆 洞 垒 ' +
    '家次 家庭次 公里次 周岁 岁 平次 幢次 间次 万次 倍 折页 字符 进制 维 轴 缸 核 匝 级别 代人 辈 世 任 期 起次 宗次 帧 档次 枚次 ' +
    '丛 畦 垄 井 眼 穗 茬 瓣 瓶次 尊 樽 具 方 路 网 挂 乘 骑 屉 抔 抹 弯 泓 汪 席次 格 栈 弦 桩 摞 沓 叠 打 匣 樘 榀 孔 ' +
    '联 通 记 掌 声 脚 巴掌 嚿 粒 啖 餐 蚊鸡 单 宗 齣 條 幢 隻 枱 啲 羣 臺 瓣 種 歲半 码 幀 節 擔 抬 任 轮 连 番',
);

/** Measure words that stand with a numeral only where they count: after 一 they are mostly part of another word. */
export const WEAK_AFTER_ONE: WordList = listOf(
  '起 面 头 方 手 线 道 路 行 把 口 声 点 分 级 等 期 代 片 身 体 时 股 味 任 番 阵 向 网 通 班 环 关 刀 步 员 世 辈 眼 生 出 列 ' +
    '顿 等次 队 流 型 记 挂 掌 联 格 弯 发 连 针 星 站 维 单 帖 票 局 球 盘 线 室 厅 栏 楼 回 听 拳 脚 剑 枪 案 角 幕 章 课 门 家 ' +
    '字 词 句 口 排 户 井 方 核 轴 版 则 包 打 乘 骑 孔 管 宗 落 届 批 集 对',
);

/** Measure words too weak to count with any Chinese numeral alone (三方, 四面, 两手), though good with digits. */
export const WEAK_AFTER_HAN: WordList = listOf(
  '局 方 面 手 路 线 网 维 星 世 生 角 等 出 口 眼 字 行 挂 乘 打 通 联 记 掌 弯 味 叠 格 帖 连 员 环 单 型 剑 听 管 孔 井 声 排 ' +
    ' 室 厅 级 代 关 队 步 脚 刀 枪 点 分 区 章 版 号 期 回 核 轴 方 身 案 峰 幕 任 盘 球 杆 洞 角',
);

/** Nouns that begin like a measure word, stand right behind a numeral and are none: 十部门, 两项目, 3家庭. */
export const NOT_MEASURE: WordList = listOf(
  '部委 部队 家庭 家族 人民 人大 人类 人均 人体 项目 条件 条例 条约 代表 代表团 方案 方向 方队 方阵 单位 单元 班子 集团 集装箱 集体 集镇 组织 手机 手段 手续 手册 ' +
    '分校 分公司 分店 分局 分会 分行 分院 支部 支队 支行 门店 门诊 门户 门类 台风 口岸 口罩 股东 管道 路线 行业 层面 道路 级别 世纪 世界 环节 片区 位置 张家 场馆 场所 场地 期刊 面积 栏目 ' +
    '网点 网格 网站 通道 课程 课题 桌面 角度 角色 头条 队员 球员 球队 球场 关口 关卡 案件 案例 章节 篇章 线路 线上 名单 轮胎 星级 星期',
);

/** Measure words whose noun begins so that the two look like one of the words above: 两支队伍, 五项目标. */
export const MEASURE_ALL_THE_SAME: WordList = listOf('支队伍 项目标 片区域 名单身 场地方 分会场 面积极');

/** Nouns that stand right after digits for want of a measure word: 5国, 13省. */
export const COUNTED_NOUNS: WordList = listOf(
  '国 省 市 县 区 镇 乡 村 校 院 地 街 城 州 岛 港 企 大 男 女 方面 部门 省份 区县 地市',
);
