import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../design/minutes-and-seconds.ts';
import styles from './device.module.css';

interface Props {
  readonly code: string;
  readonly secondsLeft: number;
}

/** The code, large, to be compared with the terminal, and how long it is good. */
export function ConfirmedCode({ code, secondsLeft }: Props) {
  const { t } = useTranslation();
  const [firstHalf, secondHalf] = code.split('-');
  return (
    <div className={styles.code}>
      <code>
        <span>{firstHalf}</span>
        <span className={styles.dash}>-</span>
        <span>{secondHalf}</span>
      </code>
      <span className={styles.deadline} role="timer">
        {t('device.expiresIn', { time: minutesAndSeconds(secondsLeft) })}
      </span>
    </div>
  );
}
