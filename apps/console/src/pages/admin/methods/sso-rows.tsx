import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../design/notice.tsx';
import { Switch } from '../../../design/switch.tsx';
import { connectionsQuery } from '../sso/sso-query.ts';
import { Enforcement } from './enforcement.tsx';
import styles from './methods.module.css';
import type { Policy, Switches } from './policy-query.ts';

interface Props {
  readonly draft: Switches;
  readonly policy: Policy;
  readonly onChange: (changes: Partial<Switches>) => void;
}

/** Single sign-on, and whether it is the only way; both depend on a connection. */
export function SsoRows({ draft, policy, onChange }: Props) {
  const { t } = useTranslation();
  const words = { onWord: t('admin.frame.on'), offWord: t('admin.frame.off') };
  if (policy.sso_protocol === null && !policy.sso) {
    return (
      <div className={styles.words}>
        <span className={styles.title}>{t('admin.methods.sso.title')}</span>
        <p>{t('admin.methods.sso.none')}</p>
        <Link to="/admin/sso">{t('admin.methods.sso.connect')}</Link>
      </div>
    );
  }
  return (
    <>
      <div className={styles.stacked}>
        <Switch
          {...words}
          title={t('admin.methods.sso.title')}
          text={t('admin.methods.sso.text')}
          on={draft.sso}
          onChange={(sso) => onChange({ sso, ...(sso ? {} : { sso_enforced: false }) })}
        />
        <Link to="/admin/sso">{t('admin.methods.sso.connections')}</Link>
      </div>
      {draft.sso ? (
        <div className={styles.stacked}>
          <Switch
            {...words}
            title={t('admin.methods.sso_enforced.title')}
            text={t('admin.methods.sso_enforced.text')}
            on={draft.sso_enforced}
            onChange={(sso_enforced) => onChange({ sso_enforced })}
          />
          {policy.sso_enforcement === null ? <TestNeeded /> : <Enforcement enforcement={policy.sso_enforcement} />}
        </div>
      ) : null}
    </>
  );
}

/** Says so before the server does: nobody is made to depend on what has not been tried. */
function TestNeeded() {
  const { t } = useTranslation();
  const connections = useQuery(connectionsQuery).data;
  const serving = connections?.filter(({ enabled, uses }) => enabled && uses.includes('workspace'));
  const isTested = serving?.some(({ last_test: last }) => last?.outcome === 'succeeded' && !last.is_stale) ?? true;
  const [first] = serving ?? [];
  if (isTested || first === undefined) return null;
  return (
    <Notice tone="attention" title={t('admin.methods.testNeeded')}>
      <p>{t('admin.methods.testNeededText')}</p>
      <Link to="/admin/sso/$connectionId" params={{ connectionId: first.id }} hash="test">
        {t('admin.methods.toTest', { name: first.name })}
      </Link>
    </Notice>
  );
}
