/** The front of the house: what it promises on one side, the form of whoever comes in on the other. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../parts/use-language.ts';
import { speakLanguage } from '../texts/start-texts.ts';
import './sign-in.css';

export function Door({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="door">
      <aside className="door-side">
        <Lines />
        <div className="door-name">
          <img src="/mark.svg" alt="" width={32} height={32} />
          Trunkline
        </div>
        <div>
          <h1>{t('sign-in.promise')}</h1>
          <p>{t('sign-in.promise-more')}</p>
        </div>
      </aside>
      <main className="door-form">
        <Button
          className="door-tongue"
          variant="subtle"
          size="compact-sm"
          onClick={() => speakLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? <span lang="en">English</span> : <span lang="zh">中文</span>}
        </Button>
        {children}
      </main>
    </div>
  );
}

/** Many lines run into one trunk: the name of the house as a picture. */
function Lines() {
  const starts = [40, 100, 165, 235, 400, 470, 545, 620];
  return (
    <svg className="lines" viewBox="0 0 600 840" preserveAspectRatio="xMidYMid slice" fill="none" aria-hidden="true">
      {starts.map((y, index) => (
        <path
          key={y}
          d={`M-20 ${y} C 180 ${y}, 240 ${300 + index * 4}, 640 ${286 + index * 6}`}
          stroke={index % 3 === 1 ? '#3fb5a6' : '#15564f'}
          strokeWidth={index % 3 === 1 ? 2 : 1.5}
          opacity={index % 3 === 1 ? 0.55 : 0.9}
        />
      ))}
    </svg>
  );
}
