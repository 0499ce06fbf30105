/** Makes an offer heard: two soft tones until it is answered, and a desktop notice where nobody looks. */
import type { ConversationRow } from '@trunkline/contracts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { preferences } from '../parts/preferences.ts';
import { useNameOf } from '../parts/use-name-of.ts';

let audio: AudioContext | null = null;

export function useRing(offer: ConversationRow | null): void {
  const { t } = useTranslation();
  const id = offer?.id ?? null;
  const nameOf = useNameOf();
  const who = offer ? nameOf(offer) : '';
  const words = offer?.lastWords ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words may change while it rings; one notice an offer is enough
  useEffect(() => {
    if (!id) return;
    const ring = () => preferences().sound && sound();
    ring();
    const again = setInterval(ring, 4000);
    const notice = document.hasFocus() ? null : show(t('offer.notice', { who }), words, id);
    return () => {
      clearInterval(again);
      notice?.close();
    };
  }, [id]);
}

function show(title: string, body: string, tag: string): Notification | null {
  if (!preferences().notices || !('Notification' in window) || Notification.permission !== 'granted') return null;
  const notice = new Notification(title, { body: body.slice(0, 120), tag });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
  return notice;
}

function sound(): void {
  // browsers stay mute until somebody has touched the page
  if (navigator.userActivation?.hasBeenActive === false) return;
  try {
    audio ??= new AudioContext();
    if (audio.state === 'suspended') void audio.resume();
    tone(audio, 660, 0);
    tone(audio, 880, 0.16);
  } catch {
    // no sound device: the banner still shows
  }
}

function tone(context: AudioContext, hertz: number, afterSeconds: number): void {
  const swing = context.createOscillator();
  const volume = context.createGain();
  const at = context.currentTime + afterSeconds;
  swing.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  swing.connect(volume).connect(context.destination);
  swing.start(at);
  swing.stop(at + 0.4);
}
