import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import {
  type Block,
  lineAt,
  lineEnd,
  type Page,
  type PlacedPage,
  type Role,
  type Span,
  spanOf,
} from '../../newspaper/index.ts';
import type { Dump } from '../../workspace/dump.ts';
import { pagesIn } from '../convert.ts';
import { legend } from '../greeting.ts';
import type { Feature } from '../session.ts';

const deprecated = 1;

/** How each role is coloured; body text keeps the editor's own colour. */
const roleTokens: Partial<Record<Role, readonly [type: string, modifiers: number]>> = {
  headline: ['class', 0],
  repetition: ['class', deprecated],
  kicker: ['type', 0],
  deck: ['type', 0],
  subhead: ['property', 0],
  abstract: ['string', 0],
  section: ['namespace', 0],
  byline: ['parameter', 0],
  strayByline: ['parameter', deprecated],
  jump: ['keyword', 0],
  caption: ['string', 0],
  credit: ['string', 0],
  folio: ['comment', 0],
  masthead: ['comment', 0],
  editors: ['comment', 0],
  notice: ['comment', 0],
};

/** One token a line, as VS Code does not take tokens over several lines. Lines and columns within the page. */
interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

const known = new WeakMap<Page, readonly Token[]>();

function tokensOf(page: Page): readonly Token[] {
  let tokens = known.get(page);
  if (tokens === undefined) {
    tokens = page.blocks.flatMap((block) => {
      const style = roleTokens[page.roles[block.index]!];
      return style === undefined ? [] : tokensIn(page, block, spanOf(block), style);
    });
    known.set(page, tokens);
  }
  return tokens;
}

function tokensIn(page: Page, block: Block, span: Span, [type, modifiers]: readonly [string, number]): Token[] {
  const tokens: Token[] = [];
  const last = lineAt(page.lineStarts, span.end);
  for (let line = block.first; line <= last; line++) {
    const start = Math.max(span.start, page.lineStarts[line]!);
    const end = Math.min(span.end, lineEnd(page.text, page.lineStarts, line));
    if (end <= start) continue;
    const character = start - page.lineStarts[line]!;
    tokens.push({ line, character, length: end - start, type: legend.tokenTypes.indexOf(type), modifiers });
  }
  return tokens;
}

function push(builder: SemanticTokensBuilder, { page, line }: PlacedPage): void {
  for (const token of tokensOf(page)) {
    builder.push(line + token.line, token.character, token.length, token.type, token.modifiers);
  }
}

/** The builder that remembers what the client was last sent for a dump. */
const sent = new WeakMap<Dump, SemanticTokensBuilder>();

/** The roles of a dump, for colouring. */
export const semanticTokens: Feature<SemanticTokensParams, SemanticTokens> = (dump) => {
  const builder = new SemanticTokensBuilder();
  sent.set(dump, builder);
  for (const placed of dump.issue.pages) push(builder, placed);
  return builder.build();
};

/** What changed of them since the last answer. */
export const semanticTokensDelta: Feature<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta> = (
  dump,
  { previousResultId },
) => {
  const builder = sent.get(dump) ?? new SemanticTokensBuilder();
  sent.set(dump, builder);
  builder.previousResult(previousResultId);
  for (const placed of dump.issue.pages) push(builder, placed);
  return builder.buildEdits();
};

/** The roles of the visible part. */
export const semanticTokensRange: Feature<SemanticTokensRangeParams, SemanticTokens> = (dump, { range }) => {
  const builder = new SemanticTokensBuilder();
  for (const { page, line } of pagesIn(dump.issue, range)) {
    for (const token of tokensOf(page)) {
      if (within(line + token.line, range)) {
        builder.push(line + token.line, token.character, token.length, token.type, token.modifiers);
      }
    }
  }
  return builder.build();
};

function within(line: number, { start, end }: Range): boolean {
  return line >= start.line && line <= end.line;
}
