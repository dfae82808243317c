import styles from './app-icon.module.css';

interface Props {
  readonly name: string;
  /** An emoji, or the address of a picture. */
  readonly icon: string | null;
}

/** The icon of a WebApp; the first letter of its name where it has none that may be shown here. Never alone. */
export function AppIcon({ name, icon }: Props) {
  return (
    <span className={styles.icon} aria-hidden="true">
      {icon !== null && isPicture(icon) ? <img src={icon} alt="" /> : (emojiIn(icon) ?? firstLetter(name))}
    </span>
  );
}

/** Our pages load pictures from this server and from nowhere else. */
function isPicture(icon: string): boolean {
  return icon.startsWith('data:image/') || /^\/(?!\/)/.test(icon);
}

function emojiIn(icon: string | null): string | undefined {
  return icon !== null && /^\p{Extended_Pictographic}/u.test(icon) && icon.length <= 16 ? icon : undefined;
}

function firstLetter(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '·';
}
