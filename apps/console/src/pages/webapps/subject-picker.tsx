import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AccessDraft, withOne, without } from './chosen.ts';
import { SubjectSearch } from './subject-search.tsx';
import styles from './webapps.module.css';

interface Props {
  readonly draft: AccessDraft;
  readonly onChange: (draft: AccessDraft) => void;
}

/** The groups and people of the mode `private`: searched, added, taken out. */
export function SubjectPicker({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const { groups, people } = draft;
  const isNobody = groups.length + people.length === 0;

  const add = (name: string, isChosen: boolean, onAdd: () => void) =>
    isChosen ? (
      <span className={styles.small}>{t('webapps.access.isChosen')}</span>
    ) : (
      <Button variant="outline" aria-label={t('webapps.access.addNamed', { name })} onClick={onAdd}>
        {t('webapps.access.add')}
      </Button>
    );

  return (
    <div className={styles.part}>
      <ul className={styles.chosen} aria-label={t('webapps.access.chosen')} hidden={isNobody}>
        {groups.map(({ id, name, member_count }) => (
          <li key={id}>
            {t('webapps.access.groupOf', { name, count: member_count })}
            <TakeOut name={name} onClick={() => onChange({ ...draft, groups: without(groups, id) })} />
          </li>
        ))}
        {people.map(({ id, name, email }) => (
          <li key={id} title={email}>
            {name}
            <TakeOut name={name} onClick={() => onChange({ ...draft, people: without(people, id) })} />
          </li>
        ))}
      </ul>
      <SubjectSearch
        label={t('webapps.access.find')}
        groupAct={(group) =>
          add(
            group.name,
            groups.some(({ id }) => id === group.id),
            () => onChange({ ...draft, groups: withOne(groups, group) }),
          )
        }
        personAct={(person) =>
          add(
            person.name,
            people.some(({ id }) => id === person.id),
            () => onChange({ ...draft, people: withOne(people, person) }),
          )
        }
      />
    </div>
  );
}

function TakeOut({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.remove}
      aria-label={t('webapps.access.takeOutNamed', { name })}
      onClick={onClick}
    >
      <span aria-hidden="true">×</span>
    </button>
  );
}
