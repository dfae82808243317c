import { PAGE_LANGUAGES } from '@latchkey/contract/vocabulary';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../preferences/language.ts';
import { pageLanguage } from '../preferences/page-language.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import styles from './footer.module.css';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';

interface Props {
  /** Our mark stands here when an organisation's own stands above. */
  readonly withSign?: boolean;
}

/** Language and theme, on every page. */
export function Footer({ withSign = false }: Props) {
  const { t } = useTranslation();
  const { language, theme, saving, setLanguage, setTheme } = usePreferences();
  const other = theme === 'light' ? 'dark' : 'light';

  return (
    <footer className={styles.footer}>
      {withSign ? (
        <span className={styles.sign}>
          <Mark size={16} /> Latchkey
        </span>
      ) : null}
      <select
        className={styles.control}
        aria-label={t('frame.language')}
        value={language}
        onChange={(event) => void setLanguage(pageLanguage([event.target.value]))}
      >
        {PAGE_LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {LANGUAGE_NAMES[tag]}
          </option>
        ))}
      </select>
      <button type="button" className={styles.control} onClick={() => setTheme(other)}>
        <Icon name={other === 'dark' ? 'moon' : 'sun'} size={14} />
        {t(other === 'dark' ? 'frame.useDark' : 'frame.useLight')}
      </button>
      <span role="status">{saving.isError ? t('frame.preferenceNotSaved') : null}</span>
    </footer>
  );
}
