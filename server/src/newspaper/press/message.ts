/** What stands before 讯 in words that tell of no message: 短讯, 审讯, 视讯. */
export const noMessage = '(?<![短简簡通快喜資资審审問问聆視视音])';

/** A dateline all in brackets, before the report's first words: `（青石讯）`. 电 is electricity unless a day, an agency or a paper stands before it. */
export const messageInBrackets: RegExp = new RegExp(
  `^[(（【［[〔][^。,，!！?？:：(（)）】］\\]〕]{1,18}(?:${noMessage}[讯訊]|(?<=[日社报報专專外特])[电電]|消息|综合|綜合|外電|报道|報道|报导|報導)[)）】］\\]〕](?=.)`,
  'u',
);

/** The same as a line of its own, over the report. `（本报青石6日电）` is not meant: the mainland's papers set it under one. */
export const messageOnItsOwn: RegExp = new RegExp(
  `^[(（【［[〔][\\u4e00-\\u9fff]{1,8}?(?:\\d{1,2}月)?(?:\\d{1,2}日|[一二三四五六七八九十]{1,3}日)?(?:${noMessage}[讯訊]|(?<=[日社報專外特])電)[)）】］\\]〕]$`,
  'u',
);
