import { DifyServer } from '../../testing/dify-server.ts';
import { type Ended, Home } from '../../testing/home.ts';
import { Terminal } from '../../testing/terminal.ts';
import type { Scene, Stage } from './scene.ts';
import { toReal, toTold } from './stand-ins.ts';

interface Shown {
  readonly text: string;
  readonly exitCode: number;
}

interface Played {
  /** Absent from a scene for terminals only. */
  readonly piped: Ended | undefined;
  readonly shown: Shown;
}

/** Plays a scene in pipes and in a terminal, each on a stage of its own. */
export async function play(scene: Scene): Promise<Played> {
  return {
    piped: scene.only === 'terminal' ? undefined : await onStage(scene, inPipes),
    shown: await onStage(scene, inTerminal),
  };
}

async function onStage<Result>(scene: Scene, run: (scene: Scene, stage: Stage) => Promise<Result>): Promise<Result> {
  await using server = await DifyServer.start(scene.server);
  using home = new Home();
  const stage = { server, home };
  for (const prepare of scene.given ?? []) prepare(stage);
  return await run(scene, stage);
}

async function inPipes({ words, env, input }: Scene, stage: Stage): Promise<Ended> {
  const ended = await stage.home.run(split(words, stage), {
    env: toRealEnv(env, stage),
    input: input === undefined ? '' : `${input}\n`,
    cwd: stage.home.folder,
  });
  return { ...ended, stdout: toTold(ended.stdout, stage), stderr: toTold(ended.stderr, stage) };
}

async function inTerminal({ words, env, typed = {} }: Scene, stage: Stage): Promise<Shown> {
  using terminal = new Terminal(stage.home, split(words, stage), toRealEnv(env, stage));
  for (const [prompt, keys] of Object.entries(typed)) {
    // A program that ends too early shows in the transcript.
    await Promise.race([terminal.shows(toReal(prompt, stage)), terminal.exit()]);
    terminal.type(press(toReal(keys, stage)));
  }
  const exitCode = await terminal.exit();
  return { text: toTold(withoutFrames(terminal), stage), exitCode };
}

function split(words: string, stage: Stage): string[] {
  return (toReal(words, stage).match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}

function toRealEnv(env: Scene['env'], stage: Stage): Record<string, string> {
  return Object.fromEntries(Object.entries(env ?? {}).map(([name, value]) => [name, toReal(value, stage)]));
}

const KEYS: Readonly<Record<string, string>> = {
  Enter: '\r',
  Esc: '\u001b',
  Down: '\u001b[B',
  'ctrl-C': '\u0003',
  'ctrl-D': '\u0004',
};

function press(keys: string): string {
  return keys.replace(/ ?\b(Enter|Esc|Down|ctrl-[CD])\b ?/g, (_, key) => KEYS[key] ?? '');
}

/** How often a spinner turns depends on the machine, so each of its labels is told once. */
function withoutFrames({ drawings }: Terminal): string {
  const told = new Set<string>();
  const isNew = (frame: string) => !told.has(frame) && told.add(frame);
  return drawings
    .map((drawn) => drawn.replace(/\^[CD][\b]*/g, '').replace(/^dify (.*)$/i, 'Dify $1\n'))
    .filter((drawn) => !/^Dify .*\n$/.test(drawn) || isNew(drawn))
    .join('');
}
