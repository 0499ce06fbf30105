/** Complaints, the desk itself, and business, in English. */
import type { ExampleLines } from './example-texts.ts';

export const otherEn: ExampleLines = {
  'complaint-about-employee': `Your agent was very rude to me
I want to complain about one of your employees
The man on the phone hung up on me
Your colleague insulted me
The courier shouted at my mother
I have a complaint against agent 1024
The salesperson lied to me
The technician was unprofessional and left a mess
The lady in chat made fun of me
Your staff ignored me for an hour and then laughed
The driver behaved badly, I want him reported
She refused to give me her name and was impolite
he was drunk
she was so mean to me
swearing at customers, really?
called me names
spoke to me like dirt
treated us like criminals
made my mother cry
your worker has no manners
horrible man at the counter
snotty receptionist
cut me off mid sentence
slammed the phone down
the person I talked to didn't care and mocked me
your colleague was aggressive
he threatened me
used foul language
the driver gave me the finger
courier was cheeky
he cursed at me because I had no change
the fitter left dirt everywhere and was offensive
the engineer behaved inappropriately
harassed by your delivery man
I felt humiliated by your saleswoman
one of your people laughed in my face
talks to customers in a disgusting tone
the rep was condescending
he knowingly told me lies
consultant tricked my grandfather
advisor refused to help me and was nasty
I want to speak about the conduct of your employee
disciplinary action against that person please
report a staff member
who is the superior of this agent? his behaviour was outrageous
misbehaved with me
your executive misbehaved and used bad words
the security man grabbed my arm
the waiter ignored us deliberately and rolled his eyes
bank clerk was disrespectful to an old man
she talked badly about me to her colleague
bus driver shut the door in my face and laughed
the man on the phone called me a liar
a nurse was snapping at everybody
hotel receptionist was rude and threw the key at me
your conductor shouted at a pregnant woman
gym trainer made nasty remarks about my weight
the teacher humiliated my son in class
the insurance agent pressured and lied to my father
bank adviser was arrogant and sent me away
the doctor's assistant was unfriendly and hung up
pharmacist embarrassed me in front of others
librarian yelled at my children
furniture delivery men swore and left
your gardener insulted my neighbour
mechanic was dishonest with me and cheeky
vet nurse was cruel in her words
usher at the concert pushed me
the waiter was drunk and offensive
shop girl laughed at my size
telecom salesman at the door wouldn't leave and got angry
moderator of the game insulted me
beautician was careless and rude
parking attendant abused me verbally
newspaper boy shouted at us
the plumber you sent was disrespectful
cashier ignored me and chatted on the phone
agent refused to give me his supervisor and mocked me
the cleaner stared and was impolite
security followed me round the shop because of my skin
your boss in the branch screamed at me
your agent is so rude
worst behaviour by your executive
He swore at me
She hung up
I'm reporting the man at desk 4
Your driver nearly hit me and then shouted at me
The support person laughed at my accent
your rep lied about the contract
An employee called me an idiot
Very arrogant staff in your shop
the cashier threw my change at me
delivery guy was abusive
Your salesman pressured my grandmother into signing
the agent closed my chat without answering
nobody has ever spoken to me like that technician did
Complaint against your employee Mr Kapoor
The installer smoked in my flat and was drunk
unfriendly waiter
I was treated with no respect by your colleague
The courier threw my parcel over the fence and gave me the finger
your staff discriminates
That woman refused to help and walked away
Staff member at Bristol store followed me like a thief
The agent gave me attitude
he yelled
Nasty lady on the hotline
Your consultant talked down to me
The guard pushed my son
I want an apology from the person who served me
call center guy was not listening and kept interrupting me
The man you sent was impolite and insulting
your support agent mocked me
the rider demanded extra money and threatened me
I want that employee disciplined
Name of the agent was Kevin, awful manners
your worker damaged my floor and then denied it and got aggressive
he made a racist remark
technician asked for my private number and it was creepy
please take strict action against the delivery boy
The doctor's receptionist of yours snapped at me
an unprofessional agent, chewing and chatting to others
Your manager was screaming at customers
agent 221 was sarcastic
The person in chat told me to shut up
Your representative ignored me on purpose
ill-mannered staff
he refused to give his name and hung up
I was lied to by your sales lady
bad attitude from the girl at reception`,
  'complaint-about-event': `I want to make a complaint
This is unacceptable, I demand compensation
Your advertisement is misleading
I will go to the consumer protection office
This is the third time it goes wrong, I complain officially
You cheated your customers with this sale
I expect compensation for the lost day
The contract was changed without telling us, this is a complaint
I file a formal complaint about the cancelled event
You broke your promise and I want it put right
False advertising, I will report you
I am complaining about how this whole matter was dealt with
I'm disgusted by how this went
shocking affair
disgraceful handling of my case
you've let me down badly, what will you do about it
our day was spoiled
the whole trip was a disaster, I claim damages
you owe us compensation
I lost wages because of you
my business suffered damage because of your failure
no one came, we had taken the day off
you didn't turn up
moved at short notice and I had booked a hotel
called off the same day
you advertised something else
bait advertising
not honouring the offer is a swindle
you went back on your word
promises, promises and nothing is done
passed from one to the next for months
I've written six times
my patience is at an end
final warning before I go to court
solicitor's letter follows
I'll go public with this
reporting you to the regulator
ombudsman
trading standards have been told
this is theft
con artists
fraudsters, the lot of you
rip off!
illegal terms
you changed the rules afterwards
my data was given away
your company ruined my wedding
grievance
please register my grievance officially
escalate my complaint
I do not accept your answer to my complaint
nothing has been done about my complaint
I protest against this decision
unfair treatment of loyal customers
i want justice, your company cheated me
legal notice will be sent
promised sea view, we looked at a car park, I want something back for it
school trip cancelled without notice, nobody takes responsibility
going to the ombudsman if it isn't solved by Monday
the hotel was a building site, we demand compensation
train cancelled, night spent at the station, who pays for that
gym closed for two months and fees went on, I complain
the course was nothing like the brochure, that's misleading
insurer refuses to pay without a reason, I'll sue
bank sold me an unsuitable product, formal complaint
water was off for three days, we want damages
treatment went wrong at your clinic, I'm filing a complaint
wardrobe fitted wrong three times, enough is enough
your pesticide killed my plants, you're liable
the toy hurt my child, I'll report it to the authorities
car repair made it worse, I hold you liable
pet became ill from your food, complaint
concert was cut short, it's a scandal
food poisoning after your dinner
contract slipped onto me by trickery
data breach, I want answers
allergic reaction and no warning on the label, I'll take legal steps
fined wrongly and nobody listens, this is an official complaint
two years of false meter readings, I demand it be put right
flight overbooked, compensation under the regulation
event moved, hotel paid in vain
you advertise organic and it isn't
five calls, five promises, no result
how dare you treat loyal customers that way, I'll go to the press
noise from your restaurant every night, neighbours complain
I expect a written statement on this incident
I'm lodging a complaint
this is a scam
I'm furious about what happened
I demand that you compensate me
will take you to court
my lawyer will contact you
I'll report this to Trading Standards
consumer forum complaint will be filed
This is fraud
you lied in your advert
totally unacceptable how this was handled
we waited in all day and no one came, I want compensation
The event was cancelled on the day, outrageous
third time the same mess, I've had enough
Formal complaint regarding order 5561
I want this escalated
You ruined our wedding day
who pays for my loss
your sale was fake, prices were raised before
false promises
Misleading pricing on your web page
I have been waiting for a solution for two months, it's a disgrace
sorry isn't enough, I expect something for the trouble
I'll post this on social media
You never do what you promise
The quality of your whole organisation is shocking, complaint
data leaked, I hold you responsible
you cut my power without notice, I want damages
service was stopped without warning and we lost business
I want to complain about the cancelled tour
How do I make an official complaint
Nobody takes responsibility in your company
appointment missed twice by your company, I took leave for nothing
breach of contract
terms changed afterwards, that's not legal
You sold my data! I'm complaining to the regulator
I insist on compensation for the delay
food poisoning from your restaurant, complaint
my complaint has been ignored for weeks
very bad experience, I will go to the consumer court
The promised gift was never meant to be given, that's deception
I will share this with the newspapers
this whole affair is a joke
settle this or I take legal action
I want my complaint registered and a number for it
tricked into a two year contract by your offer
the noise from your building site is unbearable, I complain
the treatment of customers in this matter is scandalous
as compensation I want a month free
your refusal to honour the warranty is illegal`,
  'about-the-desk': `What are your opening hours?
Are you open on Sunday?
Is there a store near the station?
What is your phone number?
Where is your head office?
Until when can I call you?
Do you have a shop in Berlin?
How can I reach customer service by phone?
Are you closed on Christmas?
What is your postal address?
At what time do you start in the morning?
Is there parking at the shop?
how late are you there
till when can I come
from when can I phone
is somebody there now
do you take calls at night
are you there on holidays
are you working on New Year's Day
which bank holidays do you observe
where's the closest branch
any of your stores in Wales
is there one of your shops in my town
street and house number please
directions to your place
can I drop in
is there a place to see it in real life
do you have an office I can visit
which tram stop
where do I park
can I bring my dog into the shop
is the lift working, I'm in a wheelchair
give me a number to ring
number for calls from abroad
do you have a free number
how else can I reach you apart from chat
what's your e-mail
mailing address of your legal team
where do I send a letter
fax?
whatsapp contact?
social media page of your company?
does anyone speak Polish there
which department do I ring about contracts
name of your company boss
where is the company registered
is the old shop at the market gone
new opening of the store when
how long is the showroom open today
summer hours
do you close for lunch
timings of customer care
branch timing on saturday
nearest service center
are you there over Whitsun
quickest way to get someone on the line
is the Oxford branch the one near the station
what time is breakfast and till when is reception staffed
ticket office hours
gym open on Christmas Eve?
where is the course held, which building
insurance office in my area?
bank branch opening on Saturday
number of the clinic
pharmacy open at night?
when does the library shut
showroom for kitchens near Bath
is the garden centre open on Sunday
toy shop in the airport?
garage hours and address
bike workshop: walk in or appointment
vet emergency number
box office phone
restaurant kitchen open until?
which shop in town has changing rooms
phone shop in the mall, which level
office of the game studio, where
perfumery branch in Lyon?
where's the entrance of your car park
editorial office e-mail
tool hire shop address
jeweller's opening times
head office postcode
bookshop open late?
open today?
when do you close
what's your number
do you have a branch in Mumbai
shop address pls
can i visit your showroom
are you open on good friday
contact number for support
email address of customer care
Where are you located
Is the office open on Saturdays
nearest store
opening times over Easter
can I call someone in the evening
what are your call centre timings
How do I get to your shop by bus
Who do I write a letter to
do you have a physical store or only online
is there wheelchair access in the store
Lunch break hours?
What's the best way to contact you
working hours please
are you still in King Street or have you moved
toll free number?
do you have toilets / a changing room in the store
Which floor is your service centre on
Is your service centre in Pune open tomorrow
what time does the counter open
who is your boss, the company's headquarters are where?
a phone number for hearing impaired people?
closed for holidays from when to when
till what time is chat available
Is there a location near the airport
Do I need an appointment to come to the shop
do you speak Spanish on the phone
your whatsapp?
free parking near the shop?
fax number
Where can I see the furniture in person
which days are you open in the new year week
are you a British company
how do I reach the complaints department by post
What is the postcode of the Leeds outlet
is the branch at the mall closed now
do you have a support line for business clients
I'd like to talk to somebody by phone, which number
the phone number on the website isn't complete, what is it
how many stores do you have
Open late on Thursdays?
Is anyone there at weekends`,
  'work-with-us': `We would like to become a reseller
Do you offer wholesale prices?
I am interested in a partnership
We want to place a bulk order for our company
Who is responsible for business cooperation?
Would you sponsor our school event?
How can I open a franchise?
Our agency would like to work with you
We are a distributor and want to sell your brand
Please send your terms for dealers
An influencer asks about a collaboration
We need 500 pieces for a corporate gift, whom do I contact?
I own a shop and want your goods on my shelf
we'd like to carry your range
can we become your stockist
price list for retailers
trade prices
terms for shops
minimum order for trade
200 shirts with our logo
company gifts
merchandise for our team
need a quote for a hotel
large order for our school
kitchen equipment for our restaurant chain, bulk
we'd like to represent you in Poland
sole agent for your brand in Kenya
distribution rights
import your goods to Brazil
open a branch under your brand
how much capital for a franchise
I make content about cooking
I have 20k followers, do you work with creators
send me products to review?
podcast advertising
advertise on our site
newsletter ad
joint campaign
can you back our festival
would you donate prizes to our tombola
support our charity with goods
our club is looking for sponsors
we produce labels and would like to be your supplier
offer from a cleaning company
we sell packaging, who buys for you
our agency does SEO for companies like yours
may I speak to your procurement team
vendor registration
how do I list my products on your platform
referral commissions for bloggers
business development contact please
partner with us
white labelling your app for our bank
investor asks for a talk
reporter with questions
internship at your company
our shop would love to have your soap on the shelves
who handles partnerships at your company
I write about food and would be glad to test things for you
would you provide prizes for our raffle
looking for the right person for suppliers
our company would like to present its products to you
can we place adverts with you
you could advertise in our podcast
is there a commission when my readers buy from you
price for 300 printed bags for a congress
we want to be the exclusive seller in our region
we make gluten free bread and think it would suit your cafes
who deals with school sponsorship
trade terms for a chain of three gyms
travel agents commission for your hotel
corporate rates for fifty nights a year
train operator seeks partner for joint tickets
our language school wants to license your course
insurance broker would like to sell your policies
become an agent of your bank products
clinic would like to order in bulk
pharmacy chain asks for a supply contract
library wants a licence for all readers
interior designer, trade account?
we grow roses and could supply your centres
toy inventor with an idea to license
garage wants to be an authorised workshop
bike club asks for sponsorship of jerseys
pet shop owner, wholesale food?
promoter would like to work with your venue
coffee roaster offers beans for your restaurants
boutique wants to sell your coats
mobile shop wants to be a reseller of sims
game streamer seeks partnership
beauty blogger wants to review your lotion
parking space owner, rent to you?
advertising in your newspaper, rates for business
builder wants account with tool hire
jeweller wants to stock your watches
production firm offers films for your service
author would like you to sell his book in your shops
want to resell your products
dealership enquiry
how to become a distributor
bulk price for 300 units
corporate order, whom to speak to
we'd like to stock your brand in our cafe
franchise fee?
sponsorship request for our football club
Influencer here, interested in a collab
would you like to advertise in our magazine
media kit attached, let's cooperate
I'm a youtuber with 50k subs, could you send a sample
We manufacture bottles and would like to supply you
Supplier application
who is your purchasing manager
how does your referral commission work for bloggers
reseller discount
white label possible?
We are a travel agency and want a contract with you
B2B conditions please
Christmas gifts for 200 employees
partner programme
may our startup integrate your service as a partner
interested in opening a shop under your name in Dubai
wholesale catalogue please
minimum quantity for wholesale
agency for your brand in Gujarat
I want to be your agent in Ghana
can you donate something for our charity raffle
school wants to order 150 shirts with print
event partnership proposal
joint promotion with our app
we run a hotel and need 80 kettles
Do you hire? I'd like to apply for a job
are there vacancies in your company
looking for a distributor contract
export to Chile: do you work with importers
our company offers translation services for you
business proposal for your marketing head
could we do a giveaway with your products on Instagram
co-branding idea
tender for office chairs, please take part
trade account application
we would like to sell your software to our clients
press enquiry: interview with your CEO
selling on your marketplace, how do I become a seller
cooperation with our university
please connect me to B2B sales team
pop-up store together with you?
logistics company offering you our trucks`,
};
