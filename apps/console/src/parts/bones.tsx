/** The shape of what is being fetched; appears only where it takes longer than 150 ms. */
import { useTranslation } from 'react-i18next';

const shapes = { rows: [52, 44, 60, 48, 56, 50], thread: [64, 40, 88, 36, 120], card: [56, 24, 24, 96, 72] };

export function Bones({ shape }: { shape: keyof typeof shapes }) {
  const { t } = useTranslation();
  return (
    <div className="bones" role="status" aria-label={t('loading')}>
      {shapes[shape].map((height, index) => (
        <div
          key={height}
          className="bone"
          style={{
            height,
            ...(shape === 'thread' ? { width: '58%', marginLeft: index % 2 ? 'auto' : 0 } : {}),
          }}
        />
      ))}
    </div>
  );
}
