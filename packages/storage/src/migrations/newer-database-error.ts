/** A database that a newer program has migrated; this one would not know what it reads. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';

  constructor(found: number, known: number) {
    super(
      `The database has version ${found}, and this program knows versions up to ${known}: ` +
        'start the newer program again, or restore a backup from before the upgrade.',
    );
  }
}
