import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { News } from '../../design/news.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { useWebAppChange } from './use-webapp-change.ts';
import { changesOf, draftOf, problemsOf, type WebAppDraft } from './webapp-draft.ts';
import { WebAppFields } from './webapp-fields.tsx';
import type { WebApp } from './webapps-query.ts';

/** What an app is called, where people reach it, and where it answers. */
export function DetailsSection({ app }: { readonly app: WebApp }) {
  const { t } = useTranslation();
  const saved = draftOf(app);
  const [changed, setChanged] = useState<Partial<WebAppDraft>>({});
  const [isChecked, setChecked] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const draft = { ...saved, ...changed };
  const problems = problemsOf(draft, saved);
  const saving = useWebAppChange(app.id, (ended) => {
    setChanged({});
    setChecked(false);
    setNews(t('webapps.savedEnded', { count: ended }));
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problems).length > 0) focusFirstProblem(event.currentTarget, problems);
    else if (!saving.isPending) saving.mutate(changesOf(draft, saved));
  };

  return (
    <Section title={t('webapps.details.title')}>
      <News text={news} />
      {saving.isError ? <RefusalNotice error={saving.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <WebAppFields
          draft={draft}
          problems={isChecked ? problems : {}}
          onChange={(changes) => setChanged({ ...changed, ...changes })}
        />
        <div>
          <ActButton type="submit" variant="outline" pending={saving.isPending}>
            {t('webapps.details.save')}
          </ActButton>
        </div>
      </form>
    </Section>
  );
}
