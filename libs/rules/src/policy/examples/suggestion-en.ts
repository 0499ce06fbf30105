/** What people suggest, and what they praise, in English. */
import type { ExampleLines } from './example-texts.ts';

export const suggestionEn: ExampleLines = {
  'improve-product': `I suggest you add a dark theme
It would be nice if I could sort the list
Please add a search to the history
A feature request: export to PDF
You should make the buttons bigger
I wish the app had a widget
Suggestion: allow more than ten folders
It would help if the bag had a second pocket
Could you think about a smaller size in the future?
An idea for your next version
Please consider adding Spanish
The lid would be better with a handle
I'd really like to be able to sort things myself
a dimmer would be nice
why can't we choose the colours ourselves, please change that
it's time for a night mode
What's missing is a save button
the one thing it lacks is a pocket
would it be possible in future to get it in smaller packs
hope the next one has a better battery
next release should remember my choices
please think of us with small hands
my idea: a cap that does not get lost
request: let us mute individual people
feature wish: sharing with family
could you think about making it quieter
i would change the lid
how about a strawberry flavour
a lighter bottle would be a plus
it needs more storage
you might want to make the letters bigger
the product is good but the strap could be softer
maybe let people undo things
allow us to turn off the animation
the design could be more modern
put instructions in bigger print
offer unscented please
a subtitle option would help deaf people
I'd buy it again if there was a bigger one
make the game harder
new levels please
add more languages
please support dark theme soon
could the packaging be plastic free
the recipe was better before
include a charger next time
would be handy to have filters
let me pin a chat
a landscape view for the app is needed
Suggest adding multiplayer
Improvement idea for your kettle
hotel rooms could do with more sockets
more luggage space on trains please
the gym app should count steps
add transcripts to the course videos
a simpler policy document would help
it'd be neat if the banking app sorted spending by type
let the meter display show costs
pills are too big, smaller ones please
library app needs a wish list
the desk would be better with a cable hole
seeds with planting dates on the packet, just a thought
a quieter toy would make parents happy
fuel cap should be on a cord
the bike bell is too quiet, change it
a resealable lid on the dog food tin
let us choose seats in the ticket app
a half litre bottle would be good
a hood would make the coat perfect
let me freeze my data plan in holidays
fewer ads in the game please
pump bottle for the lotion
parking app could remind me before the time runs out
a crossword in the paper would be nice
a clip on the tool case
glow in the dark hands on the watch
sorting of the film list by year is needed
please print the book in larger letters
oven should beep louder
longer battery for the camera
make the monitor remember two people
softer pillows
why not make it dishwasher proof
you should bring out a mini version
would love to see a landscape layout
pls add fingerprint option in next update
I have an idea for your app
Why don't you put a zip on the side
It'd be so much easier with a search box
could you maybe make the handle longer
the shampoo would be perfect with less perfume
Wish it came in purple
Feature idea: let us schedule messages
It would be helpful to have a printable list
make the text bigger, old people can't read it
please bring back the classic taste
An undo button is sorely missing
my suggestion is to include a case in the box
Consider a lighter version for travellers
hope you will add cricket mode in the game
the app needs a calendar view
Next time add a spare battery
could the cable be longer in future models
If only it had a timer
you could offer refill packs to save plastic
less packaging please, better for the environment
what about a kids edition
The menu would be easier with icons
Would you consider a vegetarian option on the menu
An option to hide the ads would be great
I'd prefer rounder corners on the desk
how about dark mode
please let us choose the notification sound
Some more colours for the summer collection would be good
It would be cool if we could trade items in the game
Kindly add Tamil language in app
less sugar in the yoghurt please
let users pin their favourites
the charging port should be usb-c
I think the pockets should be deeper
Please think about a left-handed model
My proposal: show the calories on the front
add a filter for vegan products in the shop
You guys should make a version for tablets
Can your developers add a way to export everything
it needs a louder alarm, please improve
I'd like to be able to rename the chapters
Why is there still no widget? Please build one
the buttons are too close to each other, space them out
let us keep more than five drafts
a resealable bag would keep the nuts fresh, just an idea
feedback on the product: softer soles would help
maybe a quieter motor next time`,
  'improve-service': `Your support should be open on Sundays
I suggest more agents in the evening
Please improve your service, waiting takes long
It would be nice to get a call back instead of waiting
You could send a message when a ticket moves on
Feedback about support: answers should be shorter
The phone menu has too many steps, please shorten it
Suggestion for the customer service: offer chat in German
Delivery people should ring the bell, please tell them
Your reply mails would be better with a name in them
An idea for the help page: put the number on top
Please let customers book an appointment
there should be someone on the phone on Sundays
could you be open at lunch
tell callers how long they must wait
you could tell us our place in the queue
I shouldn't have to explain everything again to each new person
your people ought to have my history in front of them
have a line for pensioners
more staff at Christmas would help
you need native speakers on the phone
a text before the driver arrives would be great
please ring the bell and wait a bit, tell your couriers
evening deliveries would suit workers better
smaller time windows for visits please
a regular status message on repairs would calm people
it would be kinder to answer mails by name
fewer emails asking for ratings please
stop asking for reviews all the time
make the bot less pushy and let us talk to a human
Put your phone number where people can see it
live chat on the website would be good
Signal or whatsapp would be a nice way to reach you
let customers choose a call back time
agents might be trained more on insurance questions
your staff need more training
quicker replies would be appreciated
same day replies should be possible
I propose weekend service
open another counter when it is full
number tickets at the counter
offer seats for waiting customers
an appointment system would save time
Could you simplify the returns desk
simplify your phone menu
You can do better with call backs
help pages need pictures
please make it possible to send photos to support
one case number through all channels please
after sales could be more proactive
service is ok but the wait should be shorter
customer service idea: a summary after every chat
let us know beforehand which technician is coming
hotel check-in should be quicker
train staff could announce delays earlier
the gym needs somebody at the desk in the mornings
tutors should reply to questions faster
let me send photos of the damage in chat to the insurer
the bank should have a person at the branch in the afternoon
appointments at the clinic should be bookable online
the pharmacy could text when the medicine is ready
more people on the morning shift
your fitters should cover their shoes
waiters could come round more often
a human on the emergency line at night please
keep customers informed during outages
remember my details so I needn't spell my name each call
answer in the same chat, not by letter
offer an evening slot for deliveries
have a quiet hour in the shop
a loyalty line for long time customers
tell us the result of complaints
staff should speak slower on the phone
please reply to reviews
more checkouts at weekends
a number to text would be easier for deaf people
consider a customer panel
hand written forms are old fashioned, please go digital
your helpdesk could use screen sharing
fewer transfers between departments
let us rate the agent right in the chat
send reminders before appointments
you need more people on the line in the evening
it would be better if support worked weekends
Please let me know where I am in the queue
The bot should give me a person when I ask for one
please train your staff better on contracts
I'd appreciate a reply within one day, maybe set that as a goal
Why not offer support on Telegram
Suggestion for your hotline: shorter announcements
the hold music is awful, change it please
Could the couriers call before they come? That would help everybody
It'd be nice if the delivery window was smaller
you should send updates on my case without me asking
Feedback: your agents should introduce themselves
Please add Hindi speaking agents
A night shift for emergencies would be useful
Let us pick a time for the call back
One contact person for a case would be better than five
the call centre should keep notes so we don't repeat everything
Too many surveys after every contact, less would be more
more counters should be open at noon
Your chat should start before nine o'clock
could you let customers upload photos in the chat to support
an express line for elderly people would be good service
Suggestion: answer mails faster
please make the complaint form shorter
Your FAQ could be better sorted
I propose a ticket number in every reply
the technicians should give a time, not a whole day
would be good to reach you by e-mail too
please improve how you handle call backs
The store staff could wear name tags
Have more self service tills
You could open an hour earlier for workers
less waiting on the phone would be a real improvement
the voice menu should have an option to speak to someone straight away
I suggest sending an SMS when the technician is on the way
Make it simpler to find the contact number on your site
My advice: hire more support people before Christmas
please reply in the language we write in
sign language support would be welcome
Could customer care follow up after the repair?
keep the chat history so the next agent can read it
Wish your support had a live chat
It would help when agents could see my earlier mails
please offer pick up points for deliveries near villages
your delivery partner should be changed, a better one please
suggest to put more staff at billing counter
the queue at the service desk needs numbers
more parking attendants at weekends would help
After the call send a summary by mail, that would be nice`,
  praise: `Thank you so much, that was excellent
Great service, I am very happy
Your colleague Anna was really helpful
Just wanted to say well done
Best support I ever had
I want to compliment your agent
Fast and friendly, thanks a lot
Everything arrived perfectly, thank you
You solved it in a minute, wonderful
Very kind staff, please pass on my thanks
Five stars for your team
I love the product, keep it up
just perfect
cheers, that did it
you guys rock
you are all so kind
I'm over the moon with it
blown away by the service
what a lovely experience
this is the nicest shop I know
your man was polite, quick and tidy
never had a problem with you in ten years, thanks
a credit to your company
she deserves praise
please pass on my thanks to James
a special mention for your driver
I'm telling all my friends about you
flawless delivery
went above and beyond
you saved my day
good on you
very pleased
so happy with the result
absolutely gorgeous, thanks
tastes amazing
kids adore the toy
best purchase this year
fast, friendly, fair
prompt reply, many thanks
works great now, thank you
that was easy, thank you for explaining it so well
keep it up
simply the best
Great experience, will come back
impressive quality for the money
5 stars from me
I'd give six stars if I could
superb
thank you for your patience with me
Nice people
hats off
your team never lets me down
a big compliment to the kitchen
well packed and in perfect condition, thank you
I never write reviews but this deserves one
someone on your team really helped me out, let their manager know
your people are so good at what they do
nothing but good things to say
I'd recommend you to anybody
would definitely buy here again
exceeded my expectations
give that man a medal
a few words of thanks for the technician
these earbuds are the best thing I've bought this year
always a pleasure
you turned my bad day around
great communication throughout
couldn't have asked for better
the replacement came next morning, brilliant lot
lovely hotel, wonderful staff
the conductor was so helpful with my pram
my trainer at the gym is amazing
best teacher I've had, the course was great
claim was settled in two days, impressive
the man in your bank branch took so much time for me
the nurse was gentle, my gran was happy
the pharmacist was so friendly
can't fault it
beautiful desk, well made
the roses are in full bloom, thanks
my kids love the train set
mechanic did a terrific job on my car
smoothest bike I've ever ridden
my cat adores the food
what a concert, thank you for the evening
the steak was perfect
this coat is so warm and pretty
best network I've had
the new level is awesome
my skin has never felt better
ta, much obliged
great paper, I read it every day
drill works a treat
gorgeous watch
the film choice is great
a book I couldn't put down, thank you
the cake came out perfect in your oven
pictures are stunning with this camera
you're a star, thanks!
brilliant help from start to finish
thank u so much sir, problem solved
amazing staff
Really impressed with how fast this was fixed
Just to say the cake was delicious, everyone loved it
Please thank the delivery man, so polite
couldn't be happier with my new bike
Ten out of ten
keep up the good work
love love love the dress
Your chat agent was patient with my mother, that was lovely
Perfect, that worked, thanks
superb quality, will order again
I have never had such good support
kudos to the team
What a pleasant surprise, arrived a day early
much appreciated!
The technician was punctual and left everything clean
Big thank you to Tom at the counter
you made my day
The app is a joy to use, congratulations
so grateful for your help yesterday
Top notch
fantastic company to deal with
Nice one, cheers for that
Excellent work by your engineer Suresh, very good behaviour
very satisfied with your product, I recommend it to friends
Everything was as described, great seller
Best noodles in town!
I really enjoy the game, great job
Good service. Thank you.
The manager was kind and sorted it at once, please pass that on
Our family has used you for ten years and is always pleased
hats off to your support guys
That's exactly what I needed, wonderful
I appreciate how honest your agent was
awesome, works like a charm now
lovely packaging and a handwritten note, how sweet
pleasure doing business with you
happy customer here
Your colleague deserves a raise
good job guys
The repair was quick and it runs like new, thank you
The coffee is the best I ever tasted
such a friendly voice on the phone
very good experience shopping here
give Maria my compliments
delighted with the sofa
It all went smoothly, thanks for your effort`,
};
