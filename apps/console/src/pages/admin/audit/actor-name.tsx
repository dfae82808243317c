import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { AuditEntry } from './audit-query.ts';

/** Who did it, and as what. */
export function ActorName({ actor }: { readonly actor: AuditEntry['actor'] }) {
  const { t } = useTranslation();
  const kind = t(`admin.audit.actor.${actor.kind}`);
  if (actor.name === null) return kind;
  return (
    <div className={cells.two}>
      {actor.name}
      {actor.kind === 'account' ? null : <span>{kind}</span>}
    </div>
  );
}
