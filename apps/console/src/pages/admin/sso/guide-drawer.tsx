import type { SsoProtocol } from '@latchkey/contract/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../admin/loaded.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { guideFor } from './guide-for.ts';
import { type GuideName, PROVIDER_NAMES } from './guide-names.ts';
import { GuideText } from './guide-text.tsx';
import type { GuideBlock } from './read-guide.ts';
import styles from './sso.module.css';

// The same files that docs/guides shows; loaded when one is opened.
const FILES = import.meta.glob<string>('../../../../../../docs/guides/sso-*.md', { query: '?raw', import: 'default' });

interface Props {
  readonly name: GuideName;
  readonly protocol: SsoProtocol;
  readonly callbackUrl: string;
  readonly onClose: () => void;
}

/** What to do at the provider, beside the form that it is for. */
export function GuideDrawer({ name, protocol, callbackUrl, onClose }: Props) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['guide', name],
    queryFn: async () => (await FILES[`../../../../../../docs/guides/sso-${name}.md`]?.()) ?? '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Drawer
      title={t('admin.sso.guide.title', { provider: PROVIDER_NAMES[name] })}
      lead={t('admin.sso.guide.lead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      <Loaded query={query}>
        {(markdown) => (
          // The guides are written in English.
          <div className={styles.guide} lang="en">
            {guideFor(markdown, { protocol, callback_url: callbackUrl }).map((block) => (
              <Block key={JSON.stringify(block)} block={block} />
            ))}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}

function Block({ block }: { readonly block: GuideBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <GuideText text={block.text} />
        </p>
      );
    case 'steps':
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>
              <GuideText text={item} />
            </li>
          ))}
        </ol>
      );
    case 'table':
      return (
        <table className={styles.claims}>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(([name = '', ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell) => (
                  <td key={cell}>
                    <GuideText text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
