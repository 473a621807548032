import { pathToFileURL } from 'node:url';
import { message } from '../newspaper/index.ts';
import { type ReadConfig, readConfig } from '../workspace/config.ts';
import { Configs, type Obeyed } from '../workspace/configs.ts';
import { nodeFiles } from '../workspace/files.node.ts';
import { relativePath, within } from '../workspace/uri.ts';
import { Refusal } from './refusal.ts';

/** The configuration that `--config` names, for every dump. Its globs are meant from the folder that it is in. */
export class OneConfig extends Configs {
  private readonly name: string;
  private readonly uri: string;
  private chosen: ReadConfig | undefined;

  constructor(name: string) {
    super(nodeFiles, () => undefined);
    this.name = name;
    this.uri = pathToFileURL(name).href;
  }

  override async load(): Promise<void> {
    if (this.chosen !== undefined) return;
    const text = await nodeFiles.read(this.uri);
    if (text === undefined) throw new Refusal(message('there is no configuration {0}', this.name));
    this.chosen = readConfig(text);
  }

  override of(dump: string): Obeyed {
    const { uri } = this;
    const read = this.chosen!;
    const inside = within(uri.slice(0, uri.lastIndexOf('/')), dump);
    return { uri, read, config: read.config, path: inside ? relativePath(uri, dump) : dump };
  }
}
