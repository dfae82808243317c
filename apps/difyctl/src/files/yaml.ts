import { Failure } from '../failure.ts';
import { readPlainYaml } from './plain-yaml.ts';

interface Origin {
  readonly path: string;
  /** Its lines are never shown. */
  readonly isSecret: boolean;
}

/** @throws {Failure} `client_error` naming the place that is not YAML */
export async function parseYaml(source: string, { path, isSecret }: Origin): Promise<unknown> {
  const plain = readPlainYaml(source);
  if (plain !== undefined) return plain;
  const { parseDocument } = await import('yaml');
  const document = parseDocument(source);
  const [mistake] = document.errors;
  if (mistake === undefined) return document.toJS();
  const { line, col } = mistake.linePos?.[0] ?? { line: 1, col: 1 };
  const excerpt = isSecret ? '' : `\n  ${line} | ${source.split('\n')[line - 1] ?? ''}`;
  throw new Failure('client_error', `Failed to parse YAML file ${path} at line ${line}, column ${col}.${excerpt}`, {
    hint: `correct that line, or remove ${path}`,
    cause: mistake,
  });
}

/** Quotes whatever an older parser, such as the original client's, would take for something else than text. */
export async function formatYaml(content: unknown): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(content, { compat: 'yaml-1.1', lineWidth: 0, singleQuote: true });
}
