import { pathToFileURL } from 'node:url';
import { Session } from '../lsp/session.ts';
import { jumpsOn, lookOver } from '../newspaper/index.ts';
import type { Configs } from '../workspace/configs.ts';
import { nodeFolderFiles } from '../workspace/folder/files.node.ts';
import { Folder, noDumps } from '../workspace/folder/folder.ts';
import { FolderIndex } from '../workspace/folder/folderIndex.ts';
import { dateOf, pageNamesOf, readPlace } from '../workspace/folder/place.ts';
import type { DumpRecord } from '../workspace/folder/record.ts';

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

  /** Takes a dump in. */
  put(record: JumpRecord): void {
    this.index.put({ ...record, ...unknown });
  }

  /** The dumps of the same issue, the dump itself included; undefined where no jump line leads from one to another. */
  issueOf(path: string): readonly JumpRecord[] | undefined {
    const own = this.index.get(pathToFileURL(path).href);
    const issue = own === undefined ? [] : this.index.issueOf(own);
    const leads = issue.length > 1 && issue.some(({ pages }) => pages.some(({ jumps }) => jumps.length > 0));
    return leads ? issue.map(({ uri, place, date, pages }) => ({ uri, place, date, pages })) : undefined;
  }
}

/** A session in which these dumps, and no others, are a folder. */
export function sessionOver(issue: readonly JumpRecord[], configs: Configs): Session {
  const folder = new Folder({ ...nodeFolderFiles, async *find() {} }, noDumps);
  for (const record of issue) folder.index.put({ ...record, ...unknown });
  return new Session(configs, folder);
}
