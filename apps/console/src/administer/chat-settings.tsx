/** The chat on a page: what is asked before, what is shown while waiting, what happens out of hours, what is offered first. */
import { AskedFields } from './asked-fields.tsx';
import { ChoiceBox, SwitchBox } from './choice-box.tsx';
import { useSay } from './editing.ts';
import { NamedList } from './named-list.tsx';
import { PageHead, Part } from './page-head.tsx';

export function ChatSettings() {
  const { t } = useSay();
  return (
    <>
      <PageHead page="chat" />
      <div className="editor">
        <AskedFields
          isOfForm
          path="chat.form"
          title={t('doors.form')}
          hint={t('doors.form-hint')}
          none={{ icon: 'note', title: t('doors.no-form'), more: t('doors.no-form-more') }}
        />
        <NamedList
          path="chat.firstReplies"
          title={t('doors.first-replies')}
          hint={t('doors.first-replies-hint')}
          none={{ icon: 'choices', title: t('doors.no-replies'), more: t('doors.no-replies-more') }}
          add={t('doors.new-reply')}
          most={10}
          fresh={(code) => ({ code, name: { en: '', zh: '' } })}
        />
        <Part title={t('doors.while-chatting')}>
          <div className="pair">
            <SwitchBox path="chat.showsPlace" label={t('doors.shows-place')} hint={t('doors.shows-place-hint')} />
            <SwitchBox path="chat.transcript" label={t('doors.transcript')} hint={t('doors.transcript-hint')} />
            <ChoiceBox
              path="chat.offline"
              label={t('doors.offline')}
              hint={t('doors.offline-hint')}
              choices={(['form', 'chat'] as const).map((value) => ({ value, label: t(`doors.offline-${value}`) }))}
            />
          </div>
        </Part>
      </div>
    </>
  );
}
