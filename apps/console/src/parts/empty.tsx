/** An empty place says what will be here and what to do now. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type Props = { icon: IconName; title: string; children: ReactNode; acts?: ReactNode };

export function Empty({ icon, title, children, acts }: Props) {
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={icon} size={26} />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}
