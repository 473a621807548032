import { pathToFileURL } from 'node:url';
import { Session } from '../lsp/session.ts';
import { jumpsOn, lookOver } from '../newspaper/index.ts';
import type { Configs } from '../workspace/configs.ts';
import { nodeFolderFiles } from '../workspace/folder/files.node.ts';
import { Folder, noDumps } from '../workspace/folder/folder.ts';
import { FolderIndex, issueKey } from '../workspace/folder/folderIndex.ts';
import { dateOf, pageNamesOf, readPlace } from '../workspace/folder/place.ts';
import type { DumpRecord } from '../workspace/folder/record.ts';
import type { IssueOfRun } from './order.ts';

/** What jump lines are followed by, of one dump: its issue, its pages and the pages that its jump lines name. */
export type JumpRecord = Pick<DumpRecord, 'uri' | 'place' | 'date' | 'pages'>;

/** The record of a dump, seen without understanding the dump. */
export function jumpRecordOf(uri: string, text: string): JumpRecord {
  const place = readPlace(uri);
  const pages = Array.from(lookOver(text), (page) => ({ page }));
  const names = pageNamesOf({ pages }, place);
  return {
    uri,
    place,
    date: dateOf({ pages }, place),
    pages: pages.map(({ page }, at) => ({ names: names[at]!, jumps: jumpsOn(page), firstArticle: 0 })),
  };
}

const none = new Uint32Array();
/** A record knows more of a dump that is in a folder of the editor. */
const unknown = {
  headlines: [],
  stretches: none,
  sketches: none,
  sketchEnds: new Uint16Array(),
  names: [],
  nameStretches: none,
} as const;

/** The dumps that are given in one run: of each, which others are of its issue. */
export class Together {
  private readonly index = new FolderIndex();
  /** By key. An issue is put together once, however many dumps it has. */
  private readonly issues = new Map<string, IssueOfRun | undefined>();

  /** Takes a dump in; all of them are before any issue is asked for. */
  put(record: JumpRecord): void {
    this.index.put({ ...record, ...unknown });
  }

  /** The issue of a dump; undefined where no jump line leads from one dump of it to another. */
  issueOf(path: string): IssueOfRun | undefined {
    const own = this.index.get(pathToFileURL(path).href);
    if (own === undefined) return undefined;
    const key = issueKey(own);
    if (!this.issues.has(key)) this.issues.set(key, this.readIssue(own, key));
    return this.issues.get(key);
  }

  private readIssue(own: DumpRecord, key: string): IssueOfRun | undefined {
    const issue = this.index.issueOf(own);
    const leads = issue.length > 1 && issue.some(({ pages }) => pages.some(({ jumps }) => jumps.length > 0));
    if (!leads) return undefined;
    return { key, records: issue.map(({ uri, place, date, pages }) => ({ uri, place, date, pages })) };
  }
}

/** A session in which these dumps, and no others, are a folder. */
export function sessionOver(records: readonly JumpRecord[], configs: Configs): Session {
  const folder = new Folder({ ...nodeFolderFiles, async *find() {} }, noDumps);
  for (const record of records) folder.index.put({ ...record, ...unknown });
  return new Session(configs, folder);
}
