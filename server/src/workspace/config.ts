import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Code, type FileCode, type Message, message, type Severity, type Span } from '../newspaper/index.ts';

/** The file that the editor, the command line and colleagues share. */
export const configName = '.broadsheet.json';

/** What a folder's `.broadsheet.json` says; what it leaves open is undefined or empty. */
export interface Config {
  readonly severity: Readonly<Partial<Record<Code | FileCode, Severity | 'off'>>>;
  /** Globs of files that are not checked. */
  readonly ignore: readonly string[];
  readonly ignored: readonly Ignored[];
  readonly gapMark: string | undefined;
  readonly issueDate: string | undefined;
}

/** What is ignored for good: one finding (`hash`), a kind in some files (`file`), or a kind everywhere in the folder. */
export interface Ignored {
  readonly code: Code | FileCode;
  readonly hash?: string;
  readonly file?: string;
  readonly note?: string;
}

/** Something in a `.broadsheet.json` that cannot be obeyed. The rest of the file is. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: Message;
  /** Whether the file is no JSON: then nothing may be written into it either. */
  readonly syntax: boolean;
}

/** A `.broadsheet.json` as read. */
export interface ReadConfig {
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Where each entry of `config.ignored` stands in the text. */
  readonly places: readonly Span[];
}

export const emptyConfig: Config = {
  severity: {},
  ignore: [],
  ignored: [],
  gapMark: undefined,
  issueDate: undefined,
};

const everyCode: Readonly<Record<Code | FileCode, true>> = {
  'split-paragraph': true,
  'lost-continuation': true,
  'orphan-continuation': true,
  'duplicate-headline': true,
  'stray-byline': true,
  'unresolved-jump': true,
  'figure-mismatch': true,
  'variant-character': true,
  'suspect-encoding': true,
};

/** Every code there is. */
export const codes = Object.keys(everyCode) as readonly (Code | FileCode)[];

const levels: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

/** Whether a word is a code. */
export function isCode(word: unknown): word is Code | FileCode {
  return typeof word === 'string' && Object.hasOwn(everyCode, word);
}

/** Whether a word is a severity, or `off`. */
export function isLevel(word: unknown): word is Severity | 'off' {
  return typeof word === 'string' && levels.includes(word);
}

/** Whether a text can stand for a gap. */
export function isGapMark(value: unknown): value is string {
  return typeof value === 'string' && /^[^\r\n]{1,20}$/u.test(value);
}

/** Whether a text is a date as YYYY-MM-DD. */
export function isIssueDate(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}

/** Reads a `.broadsheet.json`. What does not fit is named among the problems and left out; comments are welcome. */
export function readConfig(text: string): ReadConfig {
  return new Reader(text).read();
}

class Reader {
  private readonly text: string;
  private readonly problems: ConfigProblem[] = [];
  private readonly severity: Partial<Record<Code | FileCode, Severity | 'off'>> = {};
  private readonly ignore: string[] = [];
  private readonly ignored: Ignored[] = [];
  private readonly places: Span[] = [];
  private gapMark: string | undefined;
  private issueDate: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  read(): ReadConfig {
    const errors: ParseError[] = [];
    const root = parseTree(plain(this.text), errors, { allowTrailingComma: true });
    for (const { error, offset, length } of errors) {
      const span = { start: offset, end: offset + length };
      this.problems.push({ span, message: syntaxMessage(error), syntax: true });
    }
    if (root !== undefined) this.root(root);
    const { text, severity, ignore, ignored, gapMark, issueDate, problems, places } = this;
    return { text, config: { severity, ignore, ignored, gapMark, issueDate }, problems, places };
  }

  private root(root: Node): void {
    if (root.type !== 'object') {
      this.complain(root, message('An object in braces is expected here.'));
      return;
    }
    for (const [name, key, value] of membersOf(root)) {
      switch (name) {
        case '$schema':
          break;
        case 'severity':
          this.severities(value);
          break;
        case 'ignore':
          for (const item of this.itemsOf(value)) {
            if (typeof item.value === 'string' && item.value !== '') this.ignore.push(item.value);
            else this.complain(item, message('A glob of file names is expected here.'));
          }
          break;
        case 'ignored':
          for (const item of this.itemsOf(value)) this.entry(item);
          break;
        case 'gapMark':
          if (isGapMark(value.value)) this.gapMark = value.value;
          else this.complain(value, message('A text of 1 to 20 characters on one line is expected here.'));
          break;
        case 'issueDate':
          if (isIssueDate(value.value)) this.issueDate = value.value;
          else this.complain(value, message('A date as YYYY-MM-DD is expected here.'));
          break;
        default:
          this.complain(key, message('Broadsheet does not know “{0}”; it is passed over.', name));
      }
    }
  }

  private severities(node: Node): void {
    if (node.type !== 'object') {
      this.complain(node, message('An object in braces is expected here.'));
      return;
    }
    for (const [code, key, value] of membersOf(node)) {
      if (!isCode(code)) this.complain(key, unknownCode(code));
      else if (isLevel(value.value)) this.severity[code] = value.value;
      else this.complain(value, message('One of these is expected here: {0}.', levels.join(', ')));
    }
  }

  private entry(node: Node): void {
    if (node.type !== 'object') {
      this.complain(node, message('An object in braces is expected here.'));
      return;
    }
    const entry: Record<string, string> = {};
    for (const [name, key, value] of membersOf(node)) {
      if (!['code', 'hash', 'file', 'note'].includes(name)) {
        this.complain(key, message('Broadsheet does not know “{0}”; it is passed over.', name));
        return;
      }
      if (typeof value.value !== 'string' || (value.value === '' && name !== 'note')) {
        this.complain(value, message('A text in quotes is expected here.'));
        return;
      }
      if (name === 'code' && !isCode(value.value)) {
        this.complain(value, unknownCode(value.value));
        return;
      }
      entry[name] = value.value;
    }
    if (entry['code'] === undefined) {
      this.complain(node, message('A “code” is missing here.'));
      return;
    }
    if (entry['hash'] !== undefined && entry['file'] !== undefined) {
      this.complain(node, message('Either “hash” or “file” is expected here, not both.'));
      return;
    }
    this.ignored.push(entry as unknown as Ignored);
    this.places.push(spanOf(node));
  }

  private itemsOf(node: Node): readonly Node[] {
    if (node.type === 'array') return node.children ?? [];
    this.complain(node, message('A list in brackets is expected here.'));
    return [];
  }

  private complain(node: Node, words: Message): void {
    this.problems.push({ span: spanOf(node), message: words, syntax: false });
  }
}

/** The text without the mark that some editors begin a file with; offsets stay. */
export function plain(text: string): string {
  return text.replace(/^\ufeff/u, ' ');
}

/** Names of an object's members, with the nodes of name and value; a member cut off in the middle is left out. */
function membersOf(node: Node): [name: string, key: Node, value: Node][] {
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [[String(key.value), key, value] as [string, Node, Node]];
  });
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function unknownCode(code: string): Message {
  return message('There is no finding “{0}”; there are {1}.', code, codes.join(', '));
}

function syntaxMessage(error: number): Message {
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
      return message('A comma is expected here.');
    case 'ColonExpected':
      return message('A colon is expected here.');
    case 'CloseBraceExpected':
      return message('A closing brace is expected here.');
    case 'CloseBracketExpected':
      return message('A closing bracket is expected here.');
    case 'PropertyNameExpected':
      return message('A name in quotes is expected here.');
    case 'ValueExpected':
      return message('A value is expected here.');
    default:
      return message('This is not valid JSON.');
  }
}
