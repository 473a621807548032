import { pathToFileURL } from 'node:url';
import { Session } from '../lsp/session.ts';
import type { Issue } from '../newspaper/index.ts';
import type { Configs } from '../workspace/configs.ts';
import { nodeFolderFiles } from '../workspace/folder/files.node.ts';
import { Folder, noDumps } from '../workspace/folder/folder.ts';
import { FolderIndex } from '../workspace/folder/folderIndex.ts';
import { readPlace } from '../workspace/folder/place.ts';
import { type DumpRecord, recordOf } from '../workspace/folder/record.ts';

/** What jump lines are followed by, of one dump: its issue, its pages and the pages that its jump lines name. */
export function jumpRecordOf(uri: string, issue: Issue): DumpRecord {
  const { place, date, pages } = recordOf(uri, issue, readPlace(uri));
  const none = new Uint32Array();
  return {
    ...{ uri, place, date, pages, headlines: [], names: [] },
    ...{ stretches: none, sketches: none, sketchEnds: new Uint16Array(), nameStretches: none },
  };
}

/** The dumps that are given in one run: of each, which others are of its issue. */
export class Together {
  private readonly index = new FolderIndex();

  /** Takes a dump in. */
  put(record: DumpRecord): void {
    this.index.put(record);
  }

  /** The dumps of the same issue, the dump itself included; undefined where no jump line leads from one to another. */
  issueOf(path: string): readonly DumpRecord[] | undefined {
    const own = this.index.get(pathToFileURL(path).href);
    const issue = own === undefined ? [] : this.index.issueOf(own);
    const leads = issue.length > 1 && issue.some(({ pages }) => pages.some(({ jumps }) => jumps.length > 0));
    return leads ? issue : undefined;
  }
}

/** A session in which these dumps, and no others, are a folder. */
export function sessionOver(issue: readonly DumpRecord[], configs: Configs): Session {
  const folder = new Folder({ ...nodeFolderFiles, async *find() {} }, noDumps);
  for (const record of issue) folder.index.put(record);
  return new Session(configs, folder);
}
