/** The person's own settings as lines of a menu. */
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { speakLanguage } from '../texts/start-texts.ts';
import { Icon } from './icon.tsx';
import { prefer, usePreferences } from './preferences.ts';
import { useLanguage } from './use-language.ts';

const grounds = ['auto', 'light', 'dark'] as const;

export function PreferenceItems() {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = usePreferences();
  const nextGround = grounds[(grounds.indexOf(chosen.ground) + 1) % grounds.length] as (typeof grounds)[number];
  const mark = (on: boolean) => (on ? <Icon name="check" size={14} label={t('on')} /> : null);
  return (
    <>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Icon name="language" />}
        onClick={() => speakLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? <span lang="en">English</span> : <span lang="zh">中文</span>}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Icon name={chosen.ground === 'dark' ? 'moon' : 'sun'} />}
        rightSection={<span className="small quiet">{t(`ground.${chosen.ground}`)}</span>}
        onClick={() => prefer({ ground: nextGround })}
      >
        {t('ground.title')}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Icon name="bell" />}
        rightSection={mark(chosen.sound)}
        onClick={() => prefer({ sound: !chosen.sound })}
      >
        {t('me.sound')}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Icon name="alert" />}
        rightSection={mark(chosen.notices)}
        onClick={() => void turnNotices(!chosen.notices)}
      >
        {t('me.notices')}
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        leftSection={<Icon name="send" />}
        rightSection={mark(chosen.enterSends)}
        onClick={() => prefer({ enterSends: !chosen.enterSends })}
      >
        {t('me.enter-sends')}
      </Menu.Item>
    </>
  );
}

/** Browsers allow notices only when asked from a click. */
async function turnNotices(on: boolean): Promise<void> {
  if (!on || !('Notification' in window)) return prefer({ notices: false });
  prefer({ notices: (await Notification.requestPermission()) === 'granted' });
}
