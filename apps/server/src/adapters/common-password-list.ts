// Imported by name in a module of its own: a bundle gives a lazy import of CommonJS its default export only.
import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 50,000 passwords, in the order in which they are guessed. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);
