/** Quick replies as they stood under a message. */
import { useTranslation } from 'react-i18next';

export function Choices({ choices }: { choices: readonly { code: string; label: string }[] }) {
  const { t } = useTranslation();
  if (choices.length === 0) return null;
  return (
    <ul className="choices" aria-label={t('choice.title')}>
      {choices.map(({ code, label }) => (
        <li key={code} className="choice">
          {label}
        </li>
      ))}
    </ul>
  );
}
