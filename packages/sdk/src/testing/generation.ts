/** The generations of Dify's wire that clients meet. */
export const GENERATIONS = ['1.9.1', '1.9.2', '1.10.1', '1.11.2', '1.14.2'] as const;

export type Generation = (typeof GENERATIONS)[number];

/** What sets a generation apart from those before it. */
export function wireOf(generation: Generation) {
  const isAtLeast = (other: Generation) => GENERATIONS.indexOf(generation) >= GENERATIONS.indexOf(other);
  return {
    hasCookies: isAtLeast('1.9.2'),
    postsCurrentWorkspace: isAtLeast('1.10.1'),
    encodesSecrets: isAtLeast('1.11.2'),
  };
}
