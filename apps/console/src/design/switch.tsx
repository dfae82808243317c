import { useId } from 'react';
import styles from './switch.module.css';

interface Props {
  readonly title: string;
  /** What it does to people. */
  readonly text: string;
  readonly on: boolean;
  readonly onWord: string;
  readonly offWord: string;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A setting as a row: what it is, what it does to people, a switch. */
export function Switch({ title, text, on, onWord, offWord, disabled = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <label className={styles.title} htmlFor={id}>
          {title}
        </label>
        <p id={`${id}-text`}>{text}</p>
      </div>
      <span className={styles.control}>
        <span aria-hidden="true">{on ? onWord : offWord}</span>
        <input
          id={id}
          className={styles.switch}
          type="checkbox"
          role="switch"
          aria-checked={on}
          checked={on}
          disabled={disabled}
          aria-describedby={`${id}-text`}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </span>
    </div>
  );
}
