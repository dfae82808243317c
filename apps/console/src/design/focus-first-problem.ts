/** Moves the focus to the first field of a form that has a problem, in the order of the form. */
export function focusFirstProblem(form: HTMLFormElement, problems: Readonly<Record<string, string | undefined>>): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && problems[field.name] !== undefined) {
      field.focus();
      return;
    }
  }
}
