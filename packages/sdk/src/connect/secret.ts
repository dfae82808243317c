const HIDDEN = '[secret]';

/**
 * A text that no log, string or JSON shows by accident.
 *
 * @example
 * ```ts
 * const hidden = new Secret('violet harbour 7');
 * console.log(hidden, `${hidden}`, JSON.stringify({ hidden })); // [secret], each time
 * await connect({ email: 'ann@example.com', password: hidden });
 * ```
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
