/** Every place of the policy leads to the page on which it is edited. */
import { chosenIn, pageOf } from './pages.ts';

test.each([
  ['queues[mail].mode', 'queues'],
  ['routing.rules[3]', 'rules'],
  ['routing.otherwise', 'rules'],
  ['standards.chat.ringSeconds', 'assignment'],
  ['standards.chat.firstResponseSeconds', 'limits'],
  ['time.warnAtPercent', 'limits'],
  ['time.limits[silent-chat].seconds', 'limits'],
  ['time.ladder[0].role', 'ladder'],
  ['time.triggers.publicity.wakes', 'ladder'],
  ['urgentWords.high', 'signs'],
  ['desk.name.zh', 'texts'],
  ['taxonomy.topics[ordering].labels[price].words.en', 'taxonomy'],
  ['calendars.office-cn.tz', 'calendars'],
  ['departments[billing].email', 'departments'],
  ['tickets.tellsCustomer', 'departments'],
  ['trees[parcel].nodes[tracking]', 'trees'],
  ['canned[apology].shortcut', 'canned'],
  ['macros[hand-over].steps[1]', 'macros'],
  ['forms[payment].fields', 'forms'],
  ['', 'document'],
  ['something.new', 'document'],
])('%s is edited on the page %s', (path, page) => expect(pageOf(path)).toBe(page));

test.each([
  ['queues', 'queues[mail].mode', 'mail'],
  ['queues', 'queues', null],
  ['queues', '', null],
  ['calendars', 'calendars.office-cn', 'office-cn'],
  ['taxonomy.topics', 'taxonomy.topics[ordering].labels[price]', 'ordering'],
  ['queues', 'texts.greeting', null],
])('of %s, %s chooses %p', (list, at, chosen) => expect(chosenIn(list, at)).toBe(chosen));
