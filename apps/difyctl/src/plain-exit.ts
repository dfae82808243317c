/** Ends a command with words of its own on standard error, outside the error layout: a mistyped command line, mostly. */
export class PlainExit extends Error {
  override readonly name = 'PlainExit';
  readonly exitCode: number;

  constructor(text: string, exitCode = 1) {
    super(text);
    this.exitCode = exitCode;
  }
}
