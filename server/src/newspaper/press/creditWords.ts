/**
 * Words for what somebody did for an article or a page, in both scripts, as alternatives of a pattern. Behind the longer
 * ones a blank is enough to tell them from the names that follow.
 */

/** Before the word for a reporter. */
export const ranks = '首席|见习|見習|实习|實習|特约|特約|特派|资深|資深';
export const writers =
  '记者|記者|通讯员|通訊員|特派员|特派員|评论员|評論員|撰稿人|撰稿|撰述|主笔|主筆|专栏作家|專欄作家|实习生|實習生|作者|撰文|编译|編譯|整理|采访|採訪|采写|採寫|执笔|執筆|口述';
/** Of pictures, and of what is made for a page. */
export const makers =
  '摄影|攝影|制图|製圖|绘图|繪圖|插图|插圖|漫画|漫畫|供图|供圖|编辑|編輯|责编|責編|校对|校對|审校|審校|监制|監製|统筹|統籌|策划|策劃|视频|視頻|剪辑|剪輯';
/** Of one character; only a colon or a slash tells them from names. */
export const shortWords = '文译譯图圖摄攝编編绘繪';

const words = [ranks, writers, makers].flatMap((each) => each.split('|'));

/** With what a line can begin that such words stand in. */
export const creditWordStarts = words.map((word) => word.charAt(0)).join('') + shortWords;
/** One of these stands in whatever such a word stands in. */
export const creditWordEnds = words.map((word) => word.slice(-1)).join('') + shortWords;
