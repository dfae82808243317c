import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../admin/facts.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { LANGUAGE_NAMES } from '../../../preferences/language.ts';
import type { Member } from './member-query.ts';

export function MemberFacts({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { email, language, timezone, created_at, last_sign_in_at, last_sign_in_ip } = member;
  const password = () => {
    if (member.must_change_password) return t('admin.member.passwordOneTime');
    return t(member.has_password ? 'admin.member.passwordSet' : 'admin.member.passwordNone');
  };
  return (
    <Section title={t('admin.member.facts')}>
      <Facts
        facts={[
          [t('admin.member.password'), password()],
          [
            t('admin.members.lastSignIn'),
            last_sign_in_at === null ? (
              t('admin.frame.never')
            ) : (
              <>
                <Time at={new Date(last_sign_in_at)} />
                {last_sign_in_ip === null ? null : ` · ${last_sign_in_ip}`}
              </>
            ),
          ],
          [t('admin.members.created'), <Time key="created" at={new Date(created_at)} />],
          [t('admin.member.language'), nameOf(language)],
          [t('admin.member.timezone'), timezone],
          [
            t('admin.nav.attempts'),
            <Link key="attempts" to="/admin/attempts" search={{ email }}>
              {t('admin.member.seeAttempts')}
            </Link>,
          ],
        ]}
      />
    </Section>
  );
}

function nameOf(language: string): string {
  return Object.entries(LANGUAGE_NAMES).find(([tag]) => tag === language)?.[1] ?? language;
}
