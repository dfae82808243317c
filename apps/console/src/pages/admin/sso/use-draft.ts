import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionDraft } from './connection-draft.ts';
import { firstWrongDomain, problemsOf } from './connection-problems.ts';

/** What the sections of a connection's form show and change. */
export interface ConnectionFields {
  readonly draft: ConnectionDraft;
  /** A client secret is stored. */
  readonly hasSecret: boolean;
  readonly problem: (field: keyof ConnectionDraft) => string | undefined;
  readonly onChange: (changes: Partial<ConnectionDraft>) => void;
}

/** A form over what is saved: changes stay on top of it, also when somebody else saves in the meantime. */
export function useDraft(saved: ConnectionDraft, hasSecret: boolean) {
  const { t } = useTranslation();
  const [edits, setEdits] = useState<Partial<ConnectionDraft>>({});
  const [isChecked, setChecked] = useState(false);
  const draft = { ...saved, ...edits };
  const problems = problemsOf(draft, hasSecret);

  const fields: ConnectionFields = {
    draft,
    hasSecret,
    problem: (field) => {
      const problem = isChecked ? problems[field] : undefined;
      if (problem === undefined) return undefined;
      const value = field === 'domains' || field === 'creationDomains' ? (firstWrongDomain(draft[field]) ?? '') : '';
      return t(`admin.sso.problem.${problem}`, { value });
    },
    onChange: (changes) => setEdits((before) => ({ ...before, ...changes })),
  };
  return {
    fields,
    isChanged: JSON.stringify(draft) !== JSON.stringify(saved),
    hasProblems: Object.keys(problems).length > 0,
    isChecked,
    /** Shows the problems, and leads to the first; answers whether there is none. */
    check: (form: HTMLFormElement): boolean => {
      setChecked(true);
      if (Object.keys(problems).length === 0) return true;
      // The marks are there once the page has been drawn anew.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return false;
    },
    reset: () => {
      setEdits({});
      setChecked(false);
    },
  };
}
