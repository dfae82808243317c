interface Person {
  readonly name: string;
  readonly email: string;
}

/** Those whose name or address has the wanted words in it, in whatever order. */
export function findMembers<P extends Person>(members: readonly P[], wanted: string): readonly P[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return members.filter(({ name, email }) => {
    const text = `${name} ${email}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
