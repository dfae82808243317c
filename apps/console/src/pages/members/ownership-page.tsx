import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../../design/heading.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { Section } from '../../design/section.tsx';
import { Surface } from '../../design/surface.tsx';
import { ChooseOwner } from './choose-owner.tsx';
import { HandOver } from './hand-over.tsx';
import { type Member, membersQuery } from './members-query.ts';
import { ProveOwner } from './prove-owner.tsx';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'prove'; readonly successor: Member; readonly token: string }
  | { readonly kind: 'confirm'; readonly successor: Member; readonly token: string }
  | { readonly kind: 'done'; readonly successor: Member };

/** Hands the workspace over in steps: to whom, proven by a code to the owner, and confirmed. */
export function OwnershipPage() {
  const { t } = useTranslation();
  const { workspace, members, mayHandOver } = useSuspenseQuery(membersQuery).data;
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const toMembers = <Link to="/members">{t('members.back')}</Link>;

  return (
    <RoomFrame>
      {(account) => {
        if (step.kind === 'done') {
          return (
            <Surface>
              <Outcome tone="done" title={t('ownership.doneTitle')} actions={toMembers}>
                <p>{t('ownership.doneText', { name: step.successor.name, workspace: workspace.name })}</p>
              </Outcome>
            </Surface>
          );
        }
        if (!mayHandOver) {
          return (
            <Surface>
              <Outcome tone="refused" title={t('ownership.notOwnerTitle')} actions={toMembers}>
                <p>{t('ownership.notOwnerText')}</p>
              </Outcome>
            </Surface>
          );
        }
        return (
          <>
            <Heading title={t('ownership.title', { workspace: workspace.name })} lead={t('ownership.lead')} />
            {step.kind === 'choose' ? (
              <Section title={t('ownership.chooseTitle')}>
                <ChooseOwner
                  members={members.filter(({ id, status }) => id !== account.id && status === 'active')}
                  onSent={(successor, token) => setStep({ kind: 'prove', successor, token })}
                />
              </Section>
            ) : null}
            {step.kind === 'prove' ? (
              <Section title={t('ownership.proveTitle')} lead={t('code.sentTo', { email: account.email })}>
                <ProveOwner
                  token={step.token}
                  onToken={(token) => setStep({ ...step, token })}
                  onProven={(token) => setStep({ kind: 'confirm', successor: step.successor, token })}
                  onCancel={() => setStep({ kind: 'choose' })}
                />
              </Section>
            ) : null}
            {step.kind === 'confirm' ? (
              <Section title={t('ownership.confirmTitle', { name: step.successor.name })}>
                <HandOver
                  successor={step.successor}
                  token={step.token}
                  onDone={() => setStep({ kind: 'done', successor: step.successor })}
                  onCancel={() => setStep({ kind: 'choose' })}
                />
              </Section>
            ) : null}
          </>
        );
      }}
    </RoomFrame>
  );
}
