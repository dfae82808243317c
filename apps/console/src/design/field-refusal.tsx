import { WireError } from '@latchkey/sdk';
import { useTranslation } from 'react-i18next';
import styles from './reference.module.css';

/** Why the server refused what a field says, at the field, with the reference to quote. */
export function FieldRefusal({ error, text }: { readonly error: unknown; readonly text: string }) {
  const { t } = useTranslation();
  const reference = error instanceof WireError ? error.reference : undefined;
  return (
    <>
      {text}
      {reference === undefined ? null : (
        <span className={styles.inline}>
          {' '}
          {t('frame.reference')} <code>{reference}</code>
        </span>
      )}
    </>
  );
}
