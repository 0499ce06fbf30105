/** A value of a field as it was typed: taken in one spelling, or refused with what it should be. */
import type { AskedField } from '@trunkline/contracts';
import { fold } from '../words/fold.ts';

export type FieldRead =
  | { ok: true; value: string }
  | {
      ok: false;
      because:
        | 'field-not-an-email'
        | 'field-not-a-phone'
        | 'field-not-a-number'
        | 'field-not-a-date'
        | 'field-not-a-choice';
    };

const longest = { text: 500, 'long-text': 2_000 };

export function readField(field: AskedField, typed: string): FieldRead {
  const text = typed.replace(/\s+/g, ' ').trim();
  switch (field.kind) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? ok(text.toLowerCase()) : no('field-not-an-email');
    case 'phone': {
      const digits = text.replace(/[\s()/.-]/g, '');
      return /^\+?\d{6,15}$/.test(digits) ? ok(digits) : no('field-not-a-phone');
    }
    case 'number': {
      const plain = text.replace(/[,\s]/g, '').replace(/^[¥￥$€£]|(?:元|块|usd|eur|cny|rmb)$/gi, '');
      return /^-?\d+(?:\.\d+)?$/.test(plain) ? ok(plain) : no('field-not-a-number');
    }
    case 'date':
      return readDate(text);
    case 'choice': {
      const said = fold(text);
      const found = field.choices.find(({ code, name }) => [code, name.en, name.zh].some((one) => fold(one) === said));
      return found ? ok(found.code) : no('field-not-a-choice');
    }
    default:
      return ok((field.kind === 'long-text' ? typed.trim() : text).slice(0, longest[field.kind]));
  }
}

/** Year, month, day, in this order or the other way round with dots; a day that is not there is none. */
function readDate(text: string): FieldRead {
  const [, y, m, d] = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?$/.exec(text) ?? turned(text);
  if (!y || !m || !d) return no('field-not-a-date');
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? ok(day) : no('field-not-a-date');
}

/** `23.11.2026` in the order of the other. */
function turned(text: string): string[] {
  const [whole = '', d = '', m = '', y = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return [whole, y, m, d];
}

const ok = (value: string): FieldRead => ({ ok: true, value });
const no = (because: Extract<FieldRead, { ok: false }>['because']): FieldRead => ({ ok: false, because });
