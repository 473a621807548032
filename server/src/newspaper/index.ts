/** The only door to the core: text in, plain data out. */
export * from './article/article.ts';
export * from './continuation/continuation.ts';
export { setStatistics } from './continuation/statistics.ts';
export * from './duplicate/duplicate.ts';
export * from './issue.ts';
export * from './page/block.ts';
export * from './page/jump.ts';
export * from './page/page.ts';
export * from './page/paragraph.ts';
export * from './page/place.ts';
export { chainOf } from './rule/continuations.ts';
export * from './rule/finding.ts';
export * from './rule/index.ts';
export * from './rule/place.ts';
export * from './rule/repair.ts';
export * from './text/lines.ts';
export * from './text/sentence.ts';
export * from './text/span.ts';
