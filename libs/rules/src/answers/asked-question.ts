/** What a customer can be asked so that the answer is read. */

/**
 * `consent`: may I transfer you; `anything-else`: is there more; `survey-offer`: may we ask how it went; `survey`: how
 * was it, 1 to 5; `solved`: is it solved.
 */
export type AskedQuestion = 'consent' | 'anything-else' | 'survey-offer' | 'survey' | 'solved';
