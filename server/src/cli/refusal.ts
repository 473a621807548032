import { say } from '../lsp/translate.ts';
import { type Message, message } from '../newspaper/index.ts';

/** Why something was not done, in words for the user. */
export class Refusal extends Error {
  constructor(words: Message) {
    super(say(words));
  }
}

const reasons: Readonly<Record<string, Message>> = {
  ENOENT: message('it is not there (any more)'),
  EACCES: message('it may not be opened or written by this user'),
  EPERM: message('it may not be opened or written by this user'),
  EROFS: message('its folder can only be read'),
  ENOSPC: message('the disk is full; the file is as it was'),
  EDQUOT: message('the disk is full; the file is as it was'),
  EISDIR: message('it is a folder'),
  ENOTDIR: message('it lies in something that is no folder'),
  ENAMETOOLONG: message('its name is too long'),
  EMFILE: message('too many files are open'),
};

/** Any failure in words for the user. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return say(known);
  return error instanceof Error ? error.message : String(error);
}
