export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
  role: string;
  status: 'active' | 'pending';
}

export const DIFY_PERSON = { email: 'dify@example.com', password: 'difyai123456', name: 'Dify' };

/** The accounts of a Dify, all of one workspace. */
export class DifyPeople {
  readonly all: Person[] = [];

  /** The first one owns the workspace. */
  add({
    role = 'owner',
    status = 'active',
    ...person
  }: Omit<Person, 'id' | 'role' | 'status'> & Partial<Person>): Person {
    const added = { ...person, id: `account-${this.all.length + 1}`, role, status };
    this.all.push(added);
    return added;
  }

  withId(id: string | undefined): Person | undefined {
    return this.all.find((person) => person.id === id);
  }

  withEmail(email: string | undefined): Person | undefined {
    return this.all.find((person) => person.email === email);
  }

  remove(person: Person): void {
    this.all.splice(this.all.indexOf(person), 1);
  }
}
