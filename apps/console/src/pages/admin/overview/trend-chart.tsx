import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { DataTable } from '../../../admin/data-table.tsx';
import styles from './chart.module.css';
import { CHART, chartShape, type Day } from './chart-shape.ts';

interface Props {
  readonly series: readonly Day[];
  readonly isStale: boolean;
}

/** Sign-ins and refusals by day, as bars and as a table with the same numbers. */
export function TrendChart({ series, isStale }: Props) {
  const { t, i18n } = useTranslation();
  const [isTable, setTable] = useState(false);
  const { top, bars } = chartShape(series);
  const number = new Intl.NumberFormat(i18n.language);
  // The server counts days by UTC.
  const date = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const dayOf = ({ day }: Day) => date.format(new Date(day));
  const told = (day: Day) =>
    [
      dayOf(day),
      t('admin.overview.signedIn', { number: number.format(day.signed_in) }),
      t('admin.overview.refused', { number: number.format(day.refused) }),
    ].join('\n');
  const sum = (of: (day: Day) => number) => number.format(series.reduce((total, day) => total + of(day), 0));
  const [first, last] = [series[0], series.at(-1)];
  const totals = { signedIn: sum((day) => day.signed_in), refused: sum((day) => day.refused) };

  return (
    <div className={styles.chart} data-stale={isStale}>
      <ul className={styles.legend}>
        <li>
          <i data-kind="signed_in" aria-hidden="true" />
          {t('admin.overview.signedIn', { number: totals.signedIn })}
        </li>
        <li>
          <i data-kind="refused" aria-hidden="true" />
          {t('admin.overview.refused', { number: totals.refused })}
        </li>
      </ul>
      {isTable ? (
        <DataTable
          label={t('admin.overview.trend')}
          columns={[
            { key: 'day', title: t('admin.overview.day'), cell: dayOf },
            {
              key: 'in',
              title: t('admin.overview.signedInHead'),
              isAtEnd: true,
              cell: (day) => number.format(day.signed_in),
            },
            {
              key: 'no',
              title: t('admin.overview.refusedHead'),
              isAtEnd: true,
              cell: (day) => number.format(day.refused),
            },
          ]}
          rows={series}
          rowKey={({ day }) => day}
        />
      ) : (
        <>
          <div className={styles.plot}>
            <span className={styles.top} aria-hidden="true">
              {number.format(top)}
            </span>
            <svg
              viewBox={`0 0 ${CHART.width} ${CHART.height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={t('admin.overview.chartSays', totals)}
            >
              <defs>
                <pattern id="refused" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect width="6" height="6" className={styles.refusedWash} />
                  <rect width="3" height="6" className={styles.refusedLine} />
                </pattern>
              </defs>
              {bars.map(({ x, width, signedIn, refused }, index) => {
                const day = series[index];
                return day === undefined ? null : (
                  <g key={day.day}>
                    <title>{told(day)}</title>
                    <rect x={x} y={0} width={width} height={CHART.height} fill="transparent" />
                    <rect x={x} width={width} {...signedIn} className={styles.signedIn} />
                    <rect x={x} width={width} {...refused} fill="url(#refused)" />
                  </g>
                );
              })}
            </svg>
          </div>
          <div className={styles.axis} aria-hidden="true">
            <span>{first === undefined ? null : dayOf(first)}</span>
            <span>{last === undefined ? null : dayOf(last)}</span>
          </div>
        </>
      )}
      <button type="button" className={`${cells.plain} ${styles.toggle}`} onClick={() => setTable(!isTable)}>
        {t(isTable ? 'admin.overview.asChart' : 'admin.overview.asTable')}
      </button>
    </div>
  );
}
