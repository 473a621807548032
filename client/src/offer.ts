import * as vscode from 'vscode';
import {
  type LooksLikeDumpParams,
  type LooksLikeDumpResult,
  looksLikeDumpLength,
  looksLikeDumpRequest,
} from '../../server/src/protocol.ts';
import { isNewspaper, languageId, type Server, settings } from './server.ts';

const storageKey = 'broadsheet.offer';
/** So that the store cannot grow for ever: the oldest answers are forgotten first. */
const maxAnswers = 2000;
const certain = 0.5;

type Answer = 'asked' | 'yes' | 'no';

/** Offers to read a plain text as a dump when it looks like one; never twice for one file. */
export class Offer {
  readonly #store: vscode.Memento;
  readonly #server: Server;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscription: vscode.Disposable;
  /** Changing the language of a document closes and opens it in one go: what it was is known only here. */
  readonly #was = new WeakMap<vscode.TextDocument, string>();

  constructor(store: vscode.Memento, server: Server, log: vscode.LogOutputChannel) {
    this.#store = store;
    this.#server = server;
    this.#log = log;
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidCloseTextDocument((document) => this.#was.set(document, document.languageId)),
      vscode.workspace.onDidOpenTextDocument((document) => void this.#consider(document)),
    );
    for (const document of vscode.workspace.textDocuments) void this.#consider(document);
  }

  /** Reads a document as a dump, now and whenever it is opened again. */
  async accept(document: vscode.TextDocument): Promise<void> {
    if (isNewspaper(document)) return;
    await this.#remember(document, 'yes');
    await vscode.languages.setTextDocumentLanguage(document, languageId);
  }

  async #consider(document: vscode.TextDocument): Promise<void> {
    const before = this.#was.get(document);
    this.#was.delete(document);
    if (document.languageId !== 'plaintext' || !isReadersFile(document.uri)) return;
    // the reader has just turned it back into plain text: that is an answer
    if (before === languageId) return this.#remember(document, 'no');
    const mode = settings(document).get<'ask' | 'automatic' | 'off'>('offer', 'ask');
    if (mode === 'off' || this.#server.state === 'off') return;
    const answer = this.#answers()[document.uri.toString()];
    if (answer === 'yes') return this.accept(document);
    if (answer === 'no' || (answer === 'asked' && mode === 'ask')) return;
    try {
      if (!(await this.#isDump(document)) || document.isClosed) return;
      if (mode === 'automatic') await this.accept(document);
      else await this.#ask(document);
    } catch (error) {
      this.#log.warn(`No offer for ${document.uri.toString(true)}: ${error}`);
    }
  }

  async #isDump(document: vscode.TextDocument): Promise<boolean> {
    const end = document.positionAt(looksLikeDumpLength);
    const text = document.getText(new vscode.Range(new vscode.Position(0, 0), end));
    if (!mayBeDump(text) || !(await this.#server.start())) return false;
    const params: LooksLikeDumpParams = { text };
    const { score, reasons } = await this.#server.request<LooksLikeDumpResult>(looksLikeDumpRequest, params);
    this.#log.info(`${document.uri.toString(true)} looks like a dump: ${score} (${reasons.join('; ')})`);
    return score >= certain;
  }

  async #ask(document: vscode.TextDocument): Promise<void> {
    await this.#remember(document, 'asked');
    const yes = vscode.l10n.t('Yes');
    const notThis = vscode.l10n.t('Not This File');
    const never = vscode.l10n.t('Never');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('This looks like a newspaper dump. Read it as one?'),
      yes,
      notThis,
      never,
    );
    if (choice === yes) await this.accept(document);
    if (choice === notThis) await this.#remember(document, 'no');
    if (choice === never) await settings().update('offer', 'off', vscode.ConfigurationTarget.Global);
  }

  #answers(): Record<string, Answer> {
    return this.#store.get<Record<string, Answer>>(storageKey, {});
  }

  async #remember(document: vscode.TextDocument, answer: Answer): Promise<void> {
    const uri = document.uri.toString();
    const { [uri]: _, ...others } = this.#answers();
    await this.#store.update(
      storageKey,
      Object.fromEntries([...Object.entries(others), [uri, answer]].slice(-maxAnswers)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** Not the output of a tool, the old half of a diff and the like. */
function isReadersFile({ scheme }: vscode.Uri): boolean {
  return !/^(?:output|debug|git|gitlens|scm|vscode|vscode-scm|vscode-settings|vscode-userdata|comment|search-editor|log)$/.test(
    scheme,
  );
}

/** Cheap, so that most plain text never wakes the server: mostly Chinese, and one turn of phrase of the trade. */
export function mayBeDump(text: string): boolean {
  const chinese = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  if (chinese < 100 || chinese * 3 < text.replace(/\s/g, '').length) return false;
  return /本[报報][讯訊]|(?:记者|記者|通[讯訊][员員])[^。\n]{1,20}(?:[报報][道導]|[电電摄攝])|新[华華]社|中新社|中央社|[（(▲▶►◀]\s*(?:上接|下[转轉])|第\s?[\d０-９一二三四五六七八九十]+\s?版|[责責]任[编編][辑輯]/.test(
    text,
  );
}
