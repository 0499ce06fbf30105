/** Every decision of the house: pure functions over state, policy and time. */
export { mailboxOf, mayAcknowledge } from './acknowledge/may-acknowledge.ts';
export { type AskedQuestion, type ReadAnswer, readAnswer } from './answers/read-answer.ts';
export { areHoursOpen, isQueueOpen } from './assign/are-hours-open.ts';
export { Engine, type Remembered } from './assign/engine.ts';
export type { EngineInput, InputBodies, InputKind } from './assign/engine-input.ts';
export type { EngineOutcome } from './assign/engine-outcome.ts';
export { capacityOf } from './assign/may-take.ts';
export type { RememberedAgent, RememberedConversation, Tried } from './assign/remembered.ts';
export { type BooksFault, type CountedBooks, judgeBooks } from './books/judge-books.ts';
export { asksForPerson } from './bot/asks-for-person.ts';
export { alertsSupervisor, brokenOffAt, isOwed } from './broken-off/is-broken-off.ts';
export { addReport, type CallReport, type CallStand, stateOf } from './call/add-report.ts';
export { type CallAbout, hoursOfCall, isHotlineOpen, queueOfCall } from './call/is-hotline-open.ts';
export { type CallLanguage, languageOfKey, leaveKey, topicOfKey } from './call/read-menu.ts';
export { type CallFollows, whatFollows } from './call/what-follows.ts';
export { type CallText, wordCall } from './call/word-call.ts';
export { anotherWay, type WayToWrite, whomToCall } from './call-back/another-way.ts';
export {
  type CallBackChange,
  type CallBackOrder,
  type CallBackStand,
  changeCallBack,
} from './call-back/change-call-back.ts';
export { type CallBackAsked, dueOf, type PlannedCallBack, planCallBack } from './call-back/plan-call-back.ts';
export { calibrationError } from './classify/calibration-error.ts';
export { chooseQueue, type Matter, type QueueChoice } from './classify/choose-queue.ts';
export { type Classified, classifyText } from './classify/classify-text.ts';
export { findLabel } from './classify/find-label.ts';
export { type Example, type FitAsked, fitClassifier } from './classify/fit-classifier.ts';
export { rejectBelow } from './classify/fit-sureness.ts';
export { fitTaxonomy, type TaxonomyModel } from './classify/fit-taxonomy.ts';
export { type Matcher, nameByRule } from './classify/name-by-rule.ts';
export { type NamedMatter, type NamingBasis, nameTheMatter } from './classify/name-the-matter.ts';
export { type ReadModel, readModel, readModel as readTaxonomyModel } from './classify/read-model.ts';
export type { TextModel } from './classify/text-model.ts';
export { writeModel, writeModel as writeTaxonomyModel } from './classify/write-model.ts';
export { closingSteps } from './closing/closing-steps.ts';
export { type CloseVerdict, mayClose } from './closing/may-close.ts';
export { mayOfferSurvey, type SurveyOffer } from './closing/may-offer-survey.ts';
export { missingInWrapUp } from './closing/missing-in-wrap-up.ts';
export { wrapUpRule } from './closing/wrap-up-rule.ts';
export { apologises } from './complaint/apologises.ts';
export { findPromises, type PromiseFound } from './complaint/find-promise.ts';
export { judgeReply, type ReplyJudged } from './complaint/judge-reply.ts';
export { nextComplaintStep, type StepWeighed, takeStep } from './complaint/take-step.ts';
export { whichEarlier } from './complaint/which-earlier.ts';
export { wordEarlier, wordFirstContact, wordNoTime, wordPromise } from './complaint/word-complaint.ts';
export { addWorkingDays } from './deadline/add-working-days.ts';
export { answerDeadline, type DeadlineAnswer, type DeadlineQuestion } from './deadline/answer-deadline.ts';
export {
  addOpenTime,
  type Found,
  isOpenAt,
  type NoTime,
  nextClosing,
  nextOpen,
  openSecondsBetween,
  previousOpen,
  takeOpenTime,
} from './deadline/business-time.ts';
export { type Carried, type CarriedOver, type CarryAsked, carryOver, dueCarried } from './deadline/carry-over.ts';
export {
  type ChosenLimit,
  calendarNamed,
  chooseLimit,
  elapsed,
  type LimitAsked,
  type LimitChoice,
} from './deadline/choose-limit.ts';
export { aboutOf, clocksOwed, type Owed } from './deadline/clocks-owed.ts';
export { type Due, type DueAsked, dueAt, type Limit, warnAt } from './deadline/due-at.ts';
export { type DueIn, dueIn, type HoursNow, hoursNow, minutesBetween } from './deadline/due-in.ts';
export { follow } from './deadline/follow-conversation.ts';
export {
  endOf,
  type Followed,
  type FollowedFact,
  type FollowedTicket,
  notFollowed,
  readFollowed,
  seatsOf,
} from './deadline/followed.ts';
export { type ForeseeAsked, type Foreseen, foresee } from './deadline/foresee.ts';
export { bringsAbout, looksOf, mayBeTold, nextLook } from './deadline/looks-of.ts';
export { matterOf, type TimedMatter } from './deadline/matter-of.ts';
export { probeLimits } from './deadline/probe-limits.ts';
export { type Rests, restsOf } from './deadline/rests-of.ts';
export { type Pause, showWorking } from './deadline/show-working.ts';
export {
  type RunningClock,
  type Stand,
  type StillRuns,
  type StopReason,
  standNow,
  standOf,
  stillRuns,
} from './deadline/still-runs.ts';
export { type DelayAsked, type TellDelay, tellDelay } from './deadline/tell-delay.ts';
export { instantOfUse, type Timed, usedAt } from './deadline/timed.ts';
export { usedSeconds } from './deadline/used-seconds.ts';
export { instantOf, isZone, offsetAt } from './deadline/zone-offsets.ts';
export { type DelayStanding, type DelayTold, mayTellDelay } from './delay/may-tell-delay.ts';
export { type DelayToWord, wordDelay } from './delay/word-delay.ts';
export { departmentDue } from './department/department-due.ts';
export { type AnswerJudged, judgeAnswer } from './department/judge-answer.ts';
export { wordHandOver } from './department/word-hand-over.ts';
export { type BeginsAt, beginsAt } from './escalate/begins-at.ts';
export { type BegunMatter, beginsMatter, type MatterFact } from './escalate/begins-matter.ts';
export { followerOf } from './escalate/follower-of.ts';
export { isTimed, type MatterOver, type MatterStand, matterOver } from './escalate/matter-over.ts';
export { type LevelWorking, type NextLevel, nextLevel } from './escalate/next-level.ts';
export { type Duty, type DutyAsked, onDuty } from './escalate/on-duty.ts';
export type { Around } from './escalate/tell-whom.ts';
export { type FieldRead, readField } from './form/read-field.ts';
export { readReplies } from './form/read-replies.ts';
export { type Missing, missingFields, showForms } from './form/show-forms.ts';
export { wordForm } from './form/word-form.ts';
export { sayPath, type Walked, walkTree } from './guide/walk-tree.ts';
export { cannedHoles, whichGuides } from './guide/which-guides.ts';
export { type Claim, claimsOf, spell } from './identity/claims-of.ts';
export { isShared } from './identity/is-shared.ts';
export { judgeLink, type LinkJudged } from './identity/judge-link.ts';
export { isForged, type Standing, standingOf } from './identity/standing-of.ts';
export { type Found as FoundEvidence, weighEvidence } from './identity/weigh-evidence.ts';
export { type JoinedLink, type Owned, type OwnedAddress, whoOwns } from './identity/who-owns.ts';
export { type Act, acts } from './may/acts.ts';
export { type Asked, may, type Thing, type Verdict } from './may/may.ts';
export { comparePolicies } from './policy/compare-policies.ts';
export { defaultPolicy } from './policy/default-policy.ts';
export { demoPolicy } from './policy/demo-policy.ts';
export type { Fault } from './policy/fault.ts';
export { lintCalendar } from './policy/lint-calendar.ts';
export type { LintGiven } from './policy/lint-given.ts';
export { lintPolicy } from './policy/lint-policy.ts';
export { nameItems } from './policy/name-items.ts';
export { isSameJson, patchJson } from './policy/patch-json.ts';
export { minutesOf } from './priority/minutes-of.ts';
export { orderKey, type Weighed } from './priority/order-key.ts';
export { type JudgedUrgency, judgeUrgency, urgencyOf } from './priority/urgency-of.ts';
export { weighAgain } from './priority/weigh-again.ts';
export { nextSteps, type StepsOf } from './procedure/next-steps.ts';
export type { Difference } from './replay/check-decisions.ts';
export { PlayScript } from './replay/play-script.ts';
export { readLogPage } from './replay/read-log-page.ts';
export { ReplayRecorded } from './replay/replay-recorded.ts';
export { ReplaySpan, type Span, type SpanReplayed } from './replay/replay-span.ts';
export { reportReplay } from './replay/report-replay.ts';
export type { LoggedInput, LogStart } from './replay/routing-log.ts';
export type { Script } from './replay/script.ts';
export { judgeShifts, type ShiftOf, zoneOf } from './roster/judge-shifts.ts';
export { type FoundSign, findSigns, type Said } from './sensitive/find-signs.ts';
export { findSpike, isSpikeOver, type Spike, usualWindows } from './sensitive/find-spike.ts';
export { numbersIn } from './sensitive/numbers-in.ts';
export { saysOnlyThanks } from './sensitive/only-thanks.ts';
export { type Contact, type SameMatter, sameMatter, type Tie } from './sensitive/same-matter.ts';
export {
  isSatisfiedScore,
  type Outcome,
  type UnsatisfiedAgain,
  unsatisfiedAgain,
} from './sensitive/unsatisfied-again.ts';
export type { Random } from './simulate/draw.ts';
export { drawSome } from './simulate/draw.ts';
export { drawScript } from './simulate/draw-script.ts';
export { localMidnight } from './simulate/local-midnight.ts';
export { profileOfRecord } from './simulate/profile-of-record.ts';
export { seeded } from './simulate/seeded.ts';
export { type Simulated, simulateDay } from './simulate/simulate-day.ts';
export { takeAway } from './simulate/take-away.ts';
export { usualDay } from './simulate/usual-day.ts';
export {
  type MayEnd,
  type MaySubmit,
  mayEndUnsatisfied,
  maySubmit,
  runOf,
  type Submitted,
} from './submission/may-submit.ts';
export { isAboutIt, type MatterInHand, whichSubmissions } from './submission/which-submissions.ts';
export { wordReassurance } from './submission/word-reassurance.ts';
export { stripSubject } from './threading/strip-subject.ts';
export { type Likened, weighLikeness } from './threading/weigh-likeness.ts';
export { type Claims, type Place, type Placing, whichConversation } from './threading/which-conversation.ts';
export { changeTicket, type TicketChange } from './ticket/change-ticket.ts';
export { type ComplaintChecked, checkComplaint, isComplaint } from './ticket/check-complaint.ts';
export { firstOwner } from './ticket/first-owner.ts';
export { isHidden, isSameNumber } from './ticket/is-hidden.ts';
export { ticketsNamed } from './ticket/tickets-named.ts';
export { type MergeWeighed, weighMerge } from './ticket/weigh-merge.ts';
export { wordTicketNumber } from './ticket/word-ticket-number.ts';
export { directiveOn, judgeTransfer, type TransferAsked, type TransferJudged } from './transfer/judge-transfer.ts';
export { spokenIn, wordTransfer } from './transfer/word-transfer.ts';
export { codeInText } from './verify/code-in-text.ts';
export { judgeTry, type Tried as TriedCode } from './verify/judge-try.ts';
export { covers, mayDoProtected } from './verify/may-do-protected.ts';
export { type CodeAsked, isKnown, maySendCode, mostCodesAnHour } from './verify/may-send-code.ts';
export { shownAddress } from './verify/shown-address.ts';
export { wordCode } from './verify/word-code.ts';
export { forecastWait, type WaitForecast, type Waiting } from './wait/forecast-wait.ts';
export { fillText } from './words/fill-text.ts';
export { fold } from './words/fold.ts';
export { hasWord, holdsWord } from './words/has-word.ts';
export { keyOn } from './words/key-on.ts';
export { wordGreeting } from './words/word-greeting.ts';
export { wordText } from './words/word-text.ts';
export { wordsOf } from './words/words-of.ts';
