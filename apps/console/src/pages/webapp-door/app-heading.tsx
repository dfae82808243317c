import { AppIcon } from '../../design/app-icon.tsx';
import { Heading } from '../../design/heading.tsx';
import styles from './door.module.css';
import type { Door } from './door-query.ts';

interface Props {
  readonly door: Door;
  readonly title: string;
  readonly lead?: string;
}

/** A title that names the app, under its icon. */
export function AppHeading({ door: { name, icon }, title, lead }: Props) {
  return (
    <div className={styles.heading}>
      <AppIcon name={name} icon={icon} />
      <Heading title={title} lead={lead} />
    </div>
  );
}
