import { ACCESS_MODES, type AccessMode } from '@latchkey/contract/vocabulary';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './webapps.module.css';

interface Props {
  readonly mode: AccessMode;
  /** There is no connection through which external users could come. */
  readonly isExternalOff: boolean;
  readonly onChange: (mode: AccessMode) => void;
}

/** The four access modes, each with what it means for people. */
export function ModeChoice({ mode, isExternalOff, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className={styles.modes}>
      <legend>{t('webapps.access.title')}</legend>
      {ACCESS_MODES.map((one) => {
        const isOff = one === 'sso_verified' && isExternalOff && mode !== one;
        return (
          <label key={one} className={styles.mode}>
            <input
              type="radio"
              name={id}
              checked={mode === one}
              disabled={isOff}
              aria-describedby={`${id}-${one}`}
              onChange={() => onChange(one)}
            />
            <span className={styles.modeName}>{t(`webapps.mode.${one}`)}</span>
            <span className={styles.modeText} id={`${id}-${one}`}>
              {t(`webapps.modeText.${one}`)}
              {one === 'sso_verified' && isExternalOff ? <strong> {t('webapps.access.externalOff')}</strong> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
