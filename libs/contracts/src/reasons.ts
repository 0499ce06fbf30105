/** Every reason there is: its sentence in both languages and, where it refuses an order, its HTTP status. */

export type Reason = { en: string; zh: string; http?: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 };

/** Values in braces are filled in from the refusal or the decision. Sorted by who says them. */
export const reasons = {
  // orders that may not be
  'bad-request': { http: 400, en: 'This request is not well formed: {detail}', zh: '请求格式不正确：{detail}' },
  'not-signed-in': { http: 401, en: 'Please sign in first.', zh: '请先登录。' },
  'wrong-sign-in': { http: 401, en: 'E-mail or password is not right.', zh: '邮箱或密码不正确。' },
  'not-allowed': { http: 403, en: 'Your role does not allow this.', zh: '您的角色无权进行此操作。' },
  'not-your-group': { http: 403, en: 'This belongs to a group that is not yours.', zh: '这属于其他技能组。' },
  'not-verified': {
    http: 403,
    en: 'The customer has to be verified before this.',
    zh: '需要先核实客户身份，才能进行此操作。',
  },
  'foreign-origin': { http: 403, en: 'This page may not talk to the desk.', zh: '该页面无权连接客服台。' },
  'wrong-token': { http: 401, en: 'The token is not valid here.', zh: '令牌无效。' },
  'not-found': {
    http: 404,
    en: 'There is no such thing here, or it is not yours to see.',
    zh: '不存在，或您无权查看。',
  },
  'not-yours': {
    http: 409,
    en: 'This conversation is not with you: {holder} has it.',
    zh: '该会话不在您这里，目前由{holder}处理。',
  },
  'not-taken-yet': { http: 409, en: 'This rings for you: take it first.', zh: '该会话正在邀请您，请先接受。' },
  'not-to-send-again': {
    http: 409,
    en: 'Only what failed or may not have arrived can be settled this way.',
    zh: '只有发送失败或状态未知的消息才能这样处理。',
  },
  'offer-is-over': {
    http: 409,
    en: 'This offer is over; it rings for somebody else now.',
    zh: '该邀请已过期，已转给其他客服。',
  },
  'already-closed': { http: 409, en: 'This conversation is closed.', zh: '该会话已关闭。' },
  'already-solved': { http: 409, en: 'This conversation is solved already.', zh: '该会话已标记为解决。' },
  'still-open': { http: 409, en: 'This conversation is still open.', zh: '该会话仍在进行中。' },
  'nothing-to-send': { http: 422, en: 'There is nothing to send yet.', zh: '内容为空，无法发送。' },
  'no-address': { http: 409, en: 'There is no address to answer to.', zh: '没有可回复的地址。' },
  'no-such-queue': { http: 422, en: 'There is no queue {queue}.', zh: '没有名为 {queue} 的队列。' },
  'no-such-agent': { http: 422, en: 'There is no such colleague.', zh: '没有这位同事。' },
  'agent-not-there': { http: 409, en: '{agent} is not signed in.', zh: '{agent} 当前不在线。' },
  'agent-full': { http: 409, en: '{agent} carries as much as they can.', zh: '{agent} 的接待量已满。' },
  'edited-meanwhile': {
    http: 409,
    en: 'Somebody changed this while you were looking at it.',
    zh: '您查看期间，内容已被他人修改。',
  },
  'read-on-first': {
    http: 409,
    en: 'Something new came in since you looked; read it before you answer.',
    zh: '在您查看之后有新消息，请先阅读再回复。',
  },
  'no-such-label': { http: 422, en: 'The taxonomy has no label {label}.', zh: '分类体系中没有标签 {label}。' },
  'label-put-right': { en: 'The label was put right.', zh: '标签已更正。' },
  'label-is-so-already': { http: 409, en: 'It has this label already.', zh: '该会话已是此标签。' },
  'decided-already': { http: 409, en: 'Somebody has decided on this already.', zh: '该项已有人处理。' },
  'nothing-new-to-learn': {
    http: 409,
    en: 'The classifier has learnt everything there is already.',
    zh: '分类器已学习全部内容，无需重新训练。',
  },
  'too-large': { http: 413, en: 'This is too large: at most {limit}.', zh: '内容过大，上限为 {limit}。' },
  'too-many': { http: 429, en: 'Too many tries; please wait {seconds} s.', zh: '尝试过于频繁，请等待 {seconds} 秒。' },
  'try-again': {
    http: 503,
    en: 'That did not get through just now; please try again.',
    zh: '暂时没有成功，请稍后再试。',
  },
  'went-wrong': {
    http: 500,
    en: 'This went wrong on our side and was written down; nothing was changed.',
    zh: '系统内部出错，已记录，未做任何更改。',
  },
  'complaint-incomplete': {
    http: 422,
    en: 'The complaint is not complete: {detail}',
    zh: '投诉记录不完整：{detail}',
  },
  'is-missing': { en: 'This is missing.', zh: '缺少此项。' },
  'lies-ahead': { en: 'This lies in the future.', zh: '时间晚于现在。' },
  'only-for-complaints': {
    http: 422,
    en: 'Only a complaint takes these particulars.',
    zh: '只有投诉才需填写此项。',
  },
  'no-such-number': { http: 422, en: 'Nobody here has the number {number}.', zh: '没有工号为 {number} 的员工。' },
  'not-about-yourself': {
    http: 409,
    en: 'A complaint about yourself is recorded by a colleague: hand it over, or escalate it.',
    zh: '针对您本人的投诉须由同事登记，请转接或上报。',
  },
  'accused-cannot-own': {
    http: 422,
    en: 'A complaint cannot be with the person it is about.',
    zh: '投诉不能由被投诉人负责。',
  },
  'owner-cannot-answer': {
    http: 422,
    en: '{agent} does not answer customers, so a ticket cannot be theirs.',
    zh: '{agent}不接待客户，不能作为工单负责人。',
  },
  'department-missing': {
    http: 422,
    en: 'Say which department works on it.',
    zh: '请填写负责处理的部门。',
  },
  'ticket-is-closed': { http: 409, en: 'The ticket {number} is closed.', zh: '工单 {number} 已关闭。' },
  'ticket-not-solved': {
    http: 409,
    en: 'The ticket {number} is not solved yet: solve it before it is closed.',
    zh: '工单 {number} 尚未解决，请先标记为已解决再关闭。',
  },
  'ticket-already-solved': {
    http: 409,
    en: 'The ticket {number} is solved: open it again first.',
    zh: '工单 {number} 已解决，请先重新打开。',
  },
  'email-is-taken': { http: 409, en: 'Somebody signs in with this e-mail already.', zh: '该邮箱已被使用。' },
  'policy-does-not-hold': {
    http: 422,
    en: 'This policy does not hold together: {detail}',
    zh: '该策略存在矛盾：{detail}',
  },
  'dry-run-is-running': {
    http: 409,
    en: 'Another dry run is going on; please wait until it is done.',
    zh: '另一个试运行正在进行，请等待其完成。',
  },
  'dry-run-was-lost': { en: 'The dry run broke off; please start it again.', zh: '试运行已中断，请重新开始。' },
  'span-too-long': {
    http: 422,
    en: 'More than {limit} inputs were recorded in this span; choose a shorter one.',
    zh: '该时段记录的输入超过 {limit} 条，请选择更短的时段。',
  },
  'span-takes-too-long': {
    http: 422,
    en: 'It was not done after {minutes} minutes; choose a shorter span.',
    zh: '{minutes} 分钟内未能完成，请选择更短的时段。',
  },
  'nothing-recorded': { http: 422, en: 'Nothing was recorded in this span.', zh: '该时段没有任何记录。' },
  'last-administrator': { http: 409, en: 'The desk needs at least one administrator.', zh: '至少需要保留一位管理员。' },
  // why somebody has it, or nobody
  'best-match': { en: 'Has what it asks for and is the next in turn.', zh: '具备所需技能，且轮到接待。' },
  'highest-ability': { en: 'Has the highest level of those who are free.', zh: '在空闲客服中技能等级最高。' },
  'longest-idle': { en: 'Has been idle longest of those who are free.', zh: '在空闲客服中等待时间最长。' },
  'least-loaded': { en: 'Carries the least of those who can take it.', zh: '在可接待的客服中负载最低。' },
  'fewest-today': { en: 'Was given the fewest so far.', zh: '目前分到的会话最少。' },
  'knows-the-customer': { en: 'Spoke with this customer last.', zh: '上次接待过这位客户。' },
  'named-in-transfer': { en: 'Was named by the colleague who handed it over.', zh: '由转接的同事指定。' },
  'took-over': { en: 'Took it over.', zh: '主动接管。' },
  'outside-hours': { en: 'The queue is closed until {until}.', zh: '队列当前不在服务时间，{until} 恢复。' },
  'nobody-online': { en: 'Nobody of this group is signed in.', zh: '该技能组目前无人在线。' },
  'no-agent-with-skill': {
    en: 'Nobody online has {skill} at level {level}.',
    zh: '在线客服中无人具备 {skill} {level} 级。',
  },
  'all-agents-full': { en: 'Everybody who could take it is full.', zh: '能够接待的客服都已满负荷。' },
  'engine-refused': {
    en: 'Routing could not weigh this one; a supervisor has to place it.',
    zh: '系统无法自动分配，请主管处理。',
  },
  'kept-for-former-agent': {
    en: 'Kept until {until} for {agent}, who knows the customer.',
    zh: '为熟悉该客户的{agent}保留至 {until}。',
  },
  'declined-by-all': {
    en: 'Those who could take it have just turned it down; it is offered again soon.',
    zh: '能够接待的客服刚刚拒绝，稍后将再次邀请。',
  },
  'nobody-takes-this-channel': {
    en: 'Nobody online in this group takes this kind of channel.',
    zh: '该技能组在线客服均不接待此类渠道。',
  },
  'no-agent-with-all-skills': {
    en: 'Nobody online has all the skills it needs at once.',
    zh: '在线客服中无人同时具备所需的全部技能。',
  },
  'all-had-their-share': {
    en: 'Everybody with room has just been given as many new ones as the policy allows.',
    zh: '有余量的客服近期新接会话均已达到策略上限。',
  },
  'too-old-for-routing': {
    en: 'Older than {hours} hours: routing leaves it, somebody has to take it.',
    zh: '已超过 {hours} 小时，系统不再自动分配，请人工处理。',
  },
  'queue-is-archived': {
    en: 'Its queue {queue} is archived and takes nothing; somebody has to move it.',
    zh: '所在队列 {queue} 已归档，不再接待，请人工转移。',
  },
  'queue-is-gone': {
    en: 'Its queue {queue} is no longer in the policy; somebody has to move it.',
    zh: '所在队列 {queue} 已不在策略中，请人工转移。',
  },
  // why there is no forecast of a wait
  'nobody-serves': { en: 'Nobody who could take it has work in hand now.', zh: '目前没有可接待的客服在处理会话。' },
  'too-few-finished': {
    en: 'Too little was finished lately to say how long it takes ({count}).',
    zh: '近期完成的会话过少（{count}），无法预估。',
  },
  'just-arrived': { en: 'It has just come in.', zh: '刚刚进入队列。' },
  // why a candidate was not chosen: the first rule that failed
  'is-offline': { en: 'is not signed in', zh: '未登录' },
  'is-away': { en: 'is away', zh: '离开中' },
  'other-group': { en: 'belongs to another group', zh: '属于其他技能组' },
  'lacks-skill': { en: 'lacks {skill} at level {level}', zh: '缺少 {skill} {level} 级' },
  'not-this-channel': { en: 'does not take this kind of channel', zh: '不接待此类渠道' },
  'is-full': { en: 'is full ({load} of {capacity})', zh: '已满负荷（{load}/{capacity}）' },
  'had-their-share': {
    en: 'was given {count} new ones lately, as many as allowed',
    zh: '近期已新接 {count} 个会话，达到上限',
  },
  'missed-it-before': { en: 'did not take this one before', zh: '此前未接听该会话' },
  'declined-it-before': { en: 'declined this one before', zh: '此前已拒绝该会话' },
  'less-suited': { en: 'was further back in turn', zh: '排序靠后' },
  // what would make a decision otherwise
  'one-signs-in': { en: 'One more of the group signs in.', zh: '该技能组再有一人登录。' },
  'one-with-skill-signs-in': {
    en: 'One more signs in who has {skill} at level {level}.',
    zh: '再有一位具备 {skill} {level} 级的客服登录。',
  },
  'share-begins-anew': {
    en: 'The time passes in which they may be given no more.',
    zh: '新接会话的限制时段结束。',
  },
  'a-level-more': { en: '{agent} reaches {skill} level {level}.', zh: '{agent} 的 {skill} 达到 {level} 级。' },
  'room-frees': { en: 'One of those who can take it has room again.', zh: '能够接待的客服腾出接待量。' },
  'widens-at': { en: 'From {at} on more people may take it.', zh: '{at} 起可由更多客服接待。' },
  'next-in-turn': { en: 'Without them it goes to {agent}.', zh: '否则将由 {agent} 接待。' },
  // why an assignment ended
  accepted: { en: 'Taken.', zh: '已接受。' },
  declined: { en: 'Declined by the agent: {note}', zh: '客服拒绝：{note}' },
  'not-accepted-in-time': { en: 'Not taken in time.', zh: '未在时限内接受。' },
  'handed-over': { en: 'Handed over.', zh: '已转接。' },
  'taken-over': { en: 'Taken over by a supervisor.', zh: '已被主管接管。' },
  'agent-left': { en: 'The agent signed out.', zh: '客服已登出。' },
  'agent-vanished': { en: 'The agent’s connection was lost.', zh: '客服连接已断开。' },
  'room-was-given-on': {
    en: 'The agent had taken on other work when the answer came.',
    zh: '客户回复时，该客服已接待其他会话。',
  },
  solved: { en: 'Solved.', zh: '已解决。' },
  closed: { en: 'Closed.', zh: '已关闭。' },
  // why a conversation changed its state
  'solved-by-agent': { en: 'An agent marked it solved.', zh: '客服标记为已解决。' },
  'closed-by-agent': { en: 'An agent closed it.', zh: '客服关闭。' },
  'closed-by-silence': {
    en: 'The customer was silent for {hours} hours after it was solved.',
    zh: '解决后客户 {hours} 小时未再联系，自动关闭。',
  },
  'nobody-has-to-answer': { en: 'A machine wrote it; nobody has to answer.', zh: '这是自动邮件，无需回复。' },
  'ticket-opened': { en: 'Ticket {number} was opened.', zh: '已创建工单 {number}。' },
  'ticket-solved': { en: 'Ticket {number} is solved.', zh: '工单 {number} 已解决。' },
  'follow-up-due': {
    en: 'Solved some time ago: ask whether it still is.',
    zh: '问题已解决一段时间，请回访确认。',
  },
  'customer-wrote-again': { en: 'The customer wrote again.', zh: '客户再次来信。' },
  'reopened-by-agent': { en: 'An agent opened it again.', zh: '客服重新打开。' },
  // why somebody is online, away or offline
  'signed-in': { en: 'Signed in.', zh: '已登录。' },
  'signed-out': { en: 'Signed out.', zh: '已登出。' },
  'missed-offers': { en: 'Missed {count} offers in a row.', zh: '连续错过 {count} 次邀请。' },
  'not-seen': { en: 'Not seen for {seconds} seconds.', zh: '{seconds} 秒内无响应。' },
  // sendings
  'address-refused': { en: 'The address was refused.', zh: '对方地址被拒绝。' },
  'provider-refused': { en: 'The provider refused it.', zh: '服务商拒绝发送。' },
  'provider-away': { en: 'The provider could not be reached.', zh: '无法连接服务商。' },
  bounced: { en: 'It came back as undeliverable.', zh: '邮件被退回。' },
  // time
  'limit-near': { en: '{percent} % of the limit for the {policy} is used.', zh: '{policy}时限已用 {percent}%。' },
  'limit-missed': { en: 'The limit for the {policy} has passed.', zh: '{policy}已超时。' },
  'not-acknowledged': {
    en: 'Level {level} did not acknowledge it within {minutes} min.',
    zh: '第 {level} 级在 {minutes} 分钟内未确认。',
  },
  answered: { en: 'Answered.', zh: '已回复。' },
  'calendar-never-open': { http: 422, en: 'This calendar has no open time at all.', zh: '该日历没有任何服务时间。' },
  'no-such-zone': { http: 422, en: 'There is no such time zone.', zh: '没有这个时区。' },
  'calendar-never-closes': { http: 422, en: 'This calendar never closes.', zh: '该日历始终开放，没有打烊时间。' },
  'too-far-away': { http: 422, en: 'This lies more than a hundred years away.', zh: '该时间相距一百年以上。' },
  'span-inverted': { http: 422, en: '{from}–{to} ends before it begins.', zh: '{from}–{to} 的结束不晚于开始。' },
  'spans-overlap': {
    http: 422,
    en: '{from}–{to} overlaps {otherFrom}–{otherTo}.',
    zh: '{from}–{to} 与 {otherFrom}–{otherTo} 重叠。',
  },
  'date-does-not-exist': { http: 422, en: 'There is no day {date}.', zh: '{date} 这一天不存在。' },
  'limit-too-long': {
    en: 'A limit is at most a year of open time ({days} days).',
    zh: '时限最长为一年的服务时间（{days} 天）。',
  },
  'limit-changed': { en: 'The limit was changed.', zh: '时限已调整。' },
  'calendar-changed': { en: 'The calendar was changed.', zh: '日历已调整。' },
  'top-of-ladder': { en: 'There is no higher level to tell.', zh: '已是最高级别，无法继续升级。' },
  'late-by-forecast': { en: 'By the pace of the queue it will be late.', zh: '按队列当前进度预计会超时。' },
  'nearly-used': { en: 'Nearly all of the limit is used.', zh: '时限即将用尽。' },
  'told-lately': {
    en: 'This address was told of another delay within a day, and nobody has answered it yet.',
    zh: '该地址一天内已收到其他延期通知，且尚未有人回复。',
  },
  'text-is-switched-off': { en: 'The text for it is switched off.', zh: '对应的文本已停用。' },
  'beyond-competence': { en: 'It is beyond what the agent can judge.', zh: '超出客服的专业能力。' },
  'beyond-authority': { en: 'It is beyond what the agent may decide.', zh: '超出客服的权限。' },
  'publicity-risk': { en: 'It may become public.', zh: '存在舆情风险。' },
  // what does not hold in a policy
  'breaks-the-schema': { en: 'This does not belong here: {detail}.', zh: '此处内容不符合要求：{detail}。' },
  'is-there-twice': { en: '{code} is there twice.', zh: '{code} 重复出现。' },
  'no-such-calendar': { en: 'There is no calendar {calendar}.', zh: '没有名为 {calendar} 的日历。' },
  'no-such-skill': { en: 'There is no skill {skill}.', zh: '没有名为 {skill} 的技能。' },
  'no-such-topic': { en: 'There is no topic {topic}.', zh: '没有名为 {topic} 的一级分类。' },
  'leads-to-archived-queue': {
    en: 'The queue {queue} is archived and takes nothing more.',
    zh: '队列 {queue} 已归档，不再接收会话。',
  },
  'widens-in-a-circle': { en: 'Queues widen in a circle: {way}.', zh: '队列的扩展形成循环：{way}。' },
  'no-way-into-queue': {
    en: 'No rule leads to {queue}: only people can put something there.',
    zh: '没有规则指向队列 {queue}，只能由人工转入。',
  },
  'rule-is-shadowed': {
    en: 'Never reached: what it matches is taken by rule {by} before.',
    zh: '永远不会执行：其匹配的内容已被前面的规则 {by} 处理。',
  },
  'rule-matches-nothing': {
    en: 'Never reached: what it names does not go together.',
    zh: '永远不会执行：所列条件互相矛盾。',
  },
  'rules-not-weighed': {
    en: 'There are too many rules to find out which of them are never reached.',
    zh: '规则过多，无法检查哪些规则永远不会执行。',
  },
  'otherwise-never-reached': {
    en: 'The rules take everything: nothing is left for this queue.',
    zh: '规则已覆盖全部情况，此队列不会收到任何会话。',
  },
  'queue-without-agents': {
    en: 'Nobody works in the group {queue}, and it widens to nobody.',
    zh: '技能组 {queue} 没有任何客服，也没有可扩展的技能组。',
  },
  'queue-without-skilled-agent': {
    en: 'Nobody who may be given from {queue} has all the skills that it requires.',
    zh: '能够接待队列 {queue} 的客服中，没有人具备其要求的全部技能。',
  },
  'queue-without-room': {
    en: 'Nobody who may be given from {queue} can take even one: by channel or capacity.',
    zh: '能够接待队列 {queue} 的客服，因渠道或接待量限制，一个会话也无法接待。',
  },
  'nobody-at-level': {
    en: 'Nobody in the group has {skill} at level {level}, the best is {best}: each waits until it widens.',
    zh: '该技能组无人达到 {skill} {level} 级（最高 {best} 级），会话须等到条件放宽。',
  },
  'group-without-queue': {
    en: '{count} people are in the group {queue}, which is no queue.',
    zh: '有 {count} 人属于 {queue}，但没有这个队列。',
  },
  'label-without-words': {
    en: 'Nothing leads to {label}: it has no words, no examples and no rule.',
    zh: '标签 {label} 没有关键词、示例或规则，不会被识别。',
  },
  'pattern-refused': { en: 'The pattern cannot be used: {detail}.', zh: '该表达式无法使用：{detail}。' },
  'limit-out-of-order': {
    en: '{seconds} s to solve it are less than the {longest} s for an answer.',
    zh: '解决时限 {seconds} 秒短于回复时限 {longest} 秒。',
  },
  'rings-beyond-limit': {
    en: 'It rings for {seconds} s, longer than the {limit} s for the first answer.',
    zh: '振铃 {seconds} 秒，长于首次回复时限 {limit} 秒。',
  },
  'weighs-beyond-capacity': {
    en: 'It weighs {weight}, more than the usual capacity of {capacity}.',
    zh: '权重 {weight} 超过默认接待量 {capacity}。',
  },
  'interrupts-itself': { en: '{standard} cannot interrupt itself.', zh: '{standard} 不能打断自身。' },
  'interrupts-each-other': {
    en: '{standard} and {other} would interrupt each other.',
    zh: '{standard} 与 {other} 会互相打断。',
  },
  'urgency-out-of-order': { en: '{urgency} weighs less than {below}.', zh: '{urgency} 的权重低于 {below}。' },
  'boost-above-cap': {
    en: '{minutes} minutes are more than the cap of {cap}.',
    zh: '{minutes} 分钟超过上限 {cap} 分钟。',
  },
  'level-is-there-twice': { en: 'Level {level} is there twice.', zh: '第 {level} 级重复出现。' },
  'level-out-of-order': {
    en: 'Level {level} stands behind level {before}.',
    zh: '第 {level} 级排在第 {before} 级之后。',
  },
  'no-such-hole': { en: 'Nothing is ever filled in for {hole}.', zh: '没有可填入 {hole} 的内容。' },
  'hole-stays-empty': { en: 'In this text nothing is filled in for {hole}.', zh: '此文本中没有可填入 {hole} 的内容。' },
  'empty-word': { en: 'A word needs at least one letter or digit.', zh: '关键词至少要有一个文字或数字。' },
  // what weighs in the order key
  'urgency-low': { en: 'Low urgency', zh: '紧急程度低' },
  'urgency-normal': { en: 'Normal urgency', zh: '紧急程度一般' },
  'urgency-high': { en: 'High urgency', zh: '紧急程度高' },
  'urgency-critical': { en: 'Critical urgency', zh: '紧急程度极高' },
  'is-vip': { en: 'VIP customer', zh: '重要客户' },
  'is-complaint': { en: 'Complaint', zh: '投诉' },
  'is-sensitive': { en: 'Sensitive matter', zh: '敏感事项' },
  'call-back-after-drop': { en: 'Call-back after a dropped conversation', zh: '中断后的回访' },
  'is-complex': { en: 'Complex matter', zh: '问题复杂' },
  'limit-is-near': { en: 'Little of the limit is left', zh: '即将超时' },
  // what makes a matter sensitive, and what becomes of that
  'tends-to-complain': { en: 'Tends to complain', zh: '有投诉倾向' },
  'may-leave': { en: 'May leave', zh: '可能流失' },
  'unsatisfied-again': { en: 'Unsatisfied again and again', zh: '多次未满意' },
  'many-report-it': { en: 'Many report it', zh: '多人反映' },
  'rare-and-costly': { en: 'Rare and costly', zh: '罕见且代价高' },
  'in-the-media': { en: 'Works in the media', zh: '媒体人士' },
  'contacts-unsatisfied': {
    en: '{count} contacts about the same matter ended unsatisfied.',
    zh: '同一事项 {count} 次联系均未满意。',
  },
  'many-in-a-window': {
    en: '{count} report it within {minutes} min; {usual} are usual.',
    zh: '{minutes} 分钟内 {count} 人反映，平时约 {usual} 人。',
  },
  'sign-taken-back': { en: 'Taken back: {note}', zh: '已撤销：{note}' },
  'marked-unsatisfied': { en: 'The customer is not satisfied: {note}', zh: '客户不满意：{note}' },
  'marked-satisfied': { en: 'The customer is satisfied.', zh: '客户满意。' },
  'back-to-usual': { en: 'It is back to what is usual.', zh: '已恢复到平时水平。' },
  'closed-by-supervisor': { en: 'A supervisor closed it.', zh: '主管关闭。' },
  'another-customer': { http: 422, en: 'That is another customer’s conversation.', zh: '这是其他客户的会话。' },
  'same-number': { en: 'Both name {number}.', zh: '均提到 {number}。' },
  'same-conversation': { en: 'It is the same conversation.', zh: '同一会话。' },
  'tied-by-agent': { en: 'A colleague tied them.', zh: '由同事关联。' },
  'untied-by-agent': { en: 'A colleague untied them.', zh: '由同事取消关联。' },
  'same-label-and-words': { en: 'Same label, similar words.', zh: '类别相同，措辞相近。' },
  'another-matter': { en: 'Another matter.', zh: '其他事项。' },
  // where a message belongs, and whose it is
  'first-message': { en: 'The first message of its thread.', zh: '该主题的第一条消息。' },
  'same-thread': { en: 'Goes on in its own thread.', zh: '同一主题的后续消息。' },
  'signed-reply-address': { en: 'Came to the signed reply address.', zh: '发往带签名的回复地址。' },
  'answers-earlier-mail': { en: 'Answers an earlier mail of this conversation.', zh: '回复了该会话此前的邮件。' },
  'goes-on-from-closed': { en: 'Goes on from a closed conversation.', zh: '延续已关闭的会话。' },
  'stranger-in-thread': { en: 'Claims a thread the sender has no part in.', zh: '发件人并非该会话的参与者。' },
  'known-address': { en: 'The address is known.', zh: '地址已知。' },
  'vouched-email': { en: 'The host site vouches for this mail address.', zh: '来源网站已证实该邮箱。' },
  'first-contact': { en: 'First contact.', zh: '首次联系。' },
  // parked
  'unknown-fact': { en: 'No contract knows this kind of record.', zh: '没有与该记录类型对应的契约。' },
  'breaks-contract': { en: 'The record does not keep its contract: {detail}', zh: '记录不符合契约：{detail}' },
  'not-json': { en: 'The record is not JSON.', zh: '记录不是有效的 JSON。' },
  'handling-failed': { en: 'Taking it in failed each time: {detail}', zh: '多次处理失败：{detail}' },
  'broker-refused': { en: 'The broker refused the record: {detail}', zh: '消息代理拒绝该记录：{detail}' },
  'bounce-of-nothing': {
    en: 'Something came back as undeliverable, but it names no mail of ours: {detail}',
    zh: '收到退信，但未能对应到本系统发出的邮件：{detail}',
  },
  'from-ourselves': { en: 'It came from the desk’s own address.', zh: '来自本客服台自己的地址。' },
  'unreadable-mail': { en: 'The mail could not be read: {detail}', zh: '邮件无法解析：{detail}' },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof reasons;

/** The sentence of a reason in one language, its values filled in; an unknown code is shown as it is. */
export function sayReason(code: string, language: 'en' | 'zh', values: Record<string, string | number> = {}): string {
  const sentence = (reasons as Record<string, Reason>)[code]?.[language] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_hole, name: string) => String(values[name] ?? ''));
}
