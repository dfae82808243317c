import { Textarea, TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftProblems, WebAppDraft } from './webapp-draft.ts';

interface Props {
  readonly draft: WebAppDraft;
  readonly problems: DraftProblems;
  /** A new app is told first what it cannot do without. */
  readonly isNew?: boolean;
  readonly onChange: (changes: Partial<WebAppDraft>) => void;
}

const HINT_BELOW: Pick<TextInputProps, 'inputWrapperOrder'> = {
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
};

export function WebAppFields({ draft, problems, isNew = false, onChange }: Props) {
  const { t } = useTranslation();
  const field = (name: keyof WebAppDraft, longest: number) => ({
    ...HINT_BELOW,
    name,
    label: t(`webapps.field.${name}`),
    description: t(`webapps.hint.${name}`),
    maxLength: longest,
    value: draft[name],
    error: problems[name] === undefined ? undefined : t(`webapps.problem.${problems[name]}`),
  });
  return (
    <>
      <TextInput {...field('name', 80)} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      <TextInput {...field('code', 63)} onChange={(event) => onChange({ code: event.currentTarget.value })} />
      <TextInput
        {...field('upstream', 500)}
        placeholder={isNew ? 'http://127.0.0.1:8080' : undefined}
        onChange={(event) => onChange({ upstream: event.currentTarget.value })}
      />
      <TextInput {...field('icon', 16)} onChange={(event) => onChange({ icon: event.currentTarget.value })} />
      <TextInput {...field('host', 253)} onChange={(event) => onChange({ host: event.currentTarget.value })} />
      {isNew ? null : (
        <Textarea
          {...field('frameOrigins', 6000)}
          rows={2}
          onChange={(event) => onChange({ frameOrigins: event.currentTarget.value })}
        />
      )}
    </>
  );
}
