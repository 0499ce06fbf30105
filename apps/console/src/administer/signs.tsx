/** How a sensitive or urgent matter shows itself: words by kind, amounts, repeated contacts, and many at once. */
import { useEditing, useSay } from './editing.ts';
import { signKinds } from './kinds.ts';
import { PageHead, Part } from './page-head.tsx';
import { NumberBox } from './parsed-box.tsx';
import { SignWords } from './sign-words.tsx';
import { WordsBox } from './words-box.tsx';

export function Signs() {
  const { t } = useSay();
  const { policy } = useEditing();
  const { windowMinutes, atLeast, timesUsual, risingWindows } = policy.signs.spike;
  return (
    <>
      <PageHead page="signs" />
      <div className="editor">
        <Part title={t('signs.words')} hint={t('signs.words-hint')} path="signs.words">
          {signKinds.map((kind) => (
            <SignWords key={kind} kind={kind} />
          ))}
        </Part>
        <Part title={t('signs.urgent')} hint={t('signs.urgent-hint')}>
          <div className="pair">
            <WordsBox path="urgentWords.high" label={t('signs.high')} />
            <WordsBox path="urgentWords.critical" label={t('signs.critical')} />
          </div>
        </Part>
        <Part title={t('signs.amounts')}>
          <div className="figures-grid wide">
            <NumberBox
              path="signs.costlyFrom"
              label={t('signs.costly')}
              hint={t('signs.costly-hint')}
              isWhole={false}
              least={0.01}
              mayBeEmpty
              empty={null}
              placeholder={t('signs.no-amount')}
            />
            <NumberBox
              path="signs.unsatisfiedContacts"
              label={t('signs.unsatisfied')}
              hint={t('signs.unsatisfied-hint')}
              least={2}
            />
            <NumberBox
              path="signs.sameMatterDays"
              label={t('signs.same-days')}
              hint={t('signs.same-days-hint')}
              least={1}
              unit={t('days')}
            />
            <WordsBox path="signs.mediaTags" label={t('signs.media')} hint={t('signs.media-hint')} />
          </div>
        </Part>
        <Part
          title={t('signs.spike')}
          hint={t('signs.spike-says', { windowMinutes, atLeast, timesUsual, risingWindows })}
        >
          <div className="figures-grid">
            <NumberBox path="signs.spike.windowMinutes" label={t('signs.window')} least={1} unit={t('minutes')} />
            <NumberBox path="signs.spike.atLeast" label={t('signs.at-least')} least={1} />
            <NumberBox path="signs.spike.timesUsual" label={t('signs.times-usual')} least={0.1} isWhole={false} />
            <NumberBox path="signs.spike.risingWindows" label={t('signs.rising')} least={2} />
          </div>
        </Part>
      </div>
    </>
  );
}
