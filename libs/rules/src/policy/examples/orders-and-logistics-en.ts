/** What people ask about orders on their way, in English. */
import type { ExampleLines } from './example-texts.ts';

export const ordersAndLogisticsEn: ExampleLines = {
  'where-is-my-order': `Where is my order?
When will my parcel arrive?
The tracking has not moved for five days
My package still has not shipped
Can you give me the tracking number?
What is the delivery date?
It says in transit since Monday
Has my order been sent yet?
How long does shipping take?
Which courier brings it?
I ordered a week ago and nothing has come
The delivery is late, where is it now?
has it left yet
when can I count on it
will it get here before the weekend
how much longer
still nothing, order from the 5th
has the courier picked it up from you
what's happening with order 7741
you promised two days and it's been a week
it's late
why is it taking so long to come
the box has been sitting in the depot since Tuesday
it's been held by customs, what do I do
a tracking link please
can I follow my delivery live
tracking says label created and nothing more
parcel is moving in the wrong direction
the van drove past my house, will it come back
my delivery slot has passed
pizza ordered an hour ago
where's the rider
did my payment arrive and has the order been packed
no dispatch email received
is the item on back order, when do you expect it
release date came and my pre-order hasn't gone out
second parcel of my order still to come, when
will someone deliver today, I'm waiting at home
what day is the wardrobe being delivered
could you chase the courier
hurry up my order please
need it urgently for a wedding on Saturday
please check delivery status
no update on shipment since 4 days
consignment not moving
delivery partner not picking call, where is my order
order stuck at processing
shipment exception, what does it mean for my delivery date
it says arriving today for three days now
Has my medicine been sent
when does the ship with our container arrive
ETA?
any word on my curtains
the app still says packed
my book from the library loan hasn't been sent yet?
when does my medicine come
my new bank card should have come by post, when
tickets not posted yet
course books, have they been dispatched
wardrobe order from April, any date yet
plants ordered last week, on the way?
when will the sim be delivered
toys for Christmas, will they arrive
car part still not here, when is it due
bike expected on Monday, where is it
dog food delivery late
the dinner I ordered is taking ages, where's the driver
dress for the wedding still hasn't left your shop
game preordered, not sent
newspaper didn't come this morning, will it still
drill shows "in transit" for nine days
watch repaired and sent back? tracking?
when does the fridge get delivered
second volume of the books, when is it sent
my lens is stuck in Germany
driver parked round the corner for an hour
which day will the removal van bring my stuff
do I get a text before the parcel comes
my parcel's going to the wrong town, when will I have it
hello, checking on the progress of my order
how's my order doing
status update please
any update on order 55123?
hasnt shipped yet why
where's my stuff
my parcel is stuck in customs
Tracking link shows nothing
is it coming today?
Expected delivery was Monday and now it's Thursday
when does the pre-order go out
the courier says no such number, can you check the tracking
Is my order on its way?
how many days for delivery to Kerala
Your parcel seems to be going round in circles between depots
my groceries should have been here an hour ago
Rider is not moving on the map
food is late, where is the driver
order placed 10 days back, not dispatched till now
please expedite my shipment
What's the holdup with my package
paid a week ago, status still "preparing"
what time will the van come tomorrow
Did you send my parcel by DHL or UPS
Still waiting for my order, when can I expect it
estimated arrival?
I'm going on holiday Friday, will the package be here before that?
The status hasn't changed since last week
Awaiting dispatch for five days, what's happening
Delivery attempted? nobody rang. When do they come again
Please check where the shipment is right now
is my SIM card in the post already
Out for delivery since 8am, nothing yet
Delayed again! when is the new date?
The second half of my order comes when?
how do i track my order
I haven't got a shipping confirmation
when will you dispatch it
Has the sofa left the factory
backordered item: when is it in stock and sent?
Ordered flowers for today, are they on the way?
My package went to the wrong depot and sits there
Order status please
urgent, need my medicine delivery eta
it's taking forever to get here
no movement in tracking for 6 days
it's been two weeks since I bought the phone and I've heard nothing about shipping
can you find out where my delivery is
which carrier and what number
Consignment is showing held at hub
Will you ship before Christmas?
Slow delivery, please look into when it comes
where can I pick up my parcel, which depot is it at`,
  'change-or-cancel-order': `Please cancel my order
I want to change the delivery address
I ordered the wrong colour, can you change it?
Can I add another item to my order?
I put in the wrong street number
Cancel the order before it ships
I bought it twice by mistake, cancel one
Please deliver it to my office instead
Change the quantity from two to three
I don't want it any more, please stop the order
Can you ship it next week instead?
The phone number in my order is wrong
please don't send it
scrap the order
forget the order, I found it elsewhere
undo my purchase, I clicked too fast
call off the delivery
I no longer need what I ordered this morning
stop it before it leaves the warehouse
can I still swap the size, it hasn't gone out
I meant blue and not green, please fix the order
wrong model in my order, change to the 12 inch one
put in an extra bottle
take the lamp out of my order
make it two
just one not two
I forgot to include batteries in my order
split the order into two deliveries
join both orders
different address please, I've moved
house number is wrong on my order
send it to my workplace
my neighbour should receive it, change the name
please deliver after 6 pm
deliver on Friday not Wednesday
wait with the delivery, we're on vacation
keep it in your warehouse until May
pause my weekly box
skip next month's delivery
move my reservation to next Sunday
I need a different date for the fitting
rebook me on the later train
change the guest name on the booking
cancel the appointment
cancel my ticket
change pick up to home delivery
faster shipping please, I pay the difference
card message on the flowers has a typo
no onions please, order 88 just placed
other colour before you dispatch
please edit quantity
oops old address on the order, can that be fixed
take the candles out and leave the rest
I'd rather have the table in the new year
change my hotel dates to next week
swap my train to a later one
I want to cancel the gym class booking
move me to the evening course
please don't post the tickets, I'll collect them
cancel my doctor's appointment on Friday
I booked the wrong day for the dentist
the wardrobe should be oak, not white, please amend
plants: deliver after the frost please
wrong name on the flight booking, please correct
change the pick up time of my hire car
cancel the pet food this month
two tickets more on my booking
no nuts in my dish please, order just placed
longer sleeves please, change my order
change of sim size in my order
cancel the game pre-order
withdraw my order for the newspaper
can I add a drill bit set to yesterday's order
change the engraving
fridge delivery to the second floor rather than the ground, please alter
order to be left with the porter, please note
change my room to a double
reschedule the boiler visit
make it next Tuesday instead
I put the wrong date
please alter my booking
cancel plz
i want to cancel it, not shipped yet
ordered the wrong size, swap to M before it goes out
Can you change the address to my office
typo in my postcode, please correct the order
I accidentally ordered two, need just one
please remove one item from my order
add a charger to my order
can I change the delivery slot to Saturday
Don't ship until next month please
Please change the colour, order 4410, not dispatched
name of the receiver is wrong
Need to reschedule delivery
Stop the shipment
booked the wrong date, can I move it
I've changed my mind, cancel
hold my parcel, I'm away
redirect my package to a pickup point
how do I cancel an order
Order placed by mistake kindly cancel
my kid ordered it, please cancel
the cancel button is greyed out, can you cancel it for me?
Is it too late to change my order?
make that three instead of two
want to switch to express delivery
Could you leave out the onions, I just ordered
please combine my two orders in one parcel
remove the gift wrap from the order
Change phone number for the delivery
Forgot to apply my voucher, can I cancel and reorder?
the apartment number is missing in my order
Ship to my parents' house instead please
cancel my pre-order
Cancel the subscription box for this month
I need the order delivered on a different day
can I swap the flavour in my order to vanilla
replace item 2 with the larger one before shipping
I don't need it anymore as it takes so long, please cancel
postpone the delivery by a week
cancel my hotel booking
change of recipient for order number 220
Cancel only the socks, keep the rest
please change time of my appointment for installation
Order must be cancelled immediately, wrong model selected
can the courier drop it at a neighbour instead? please change the instruction
I want it sent to another city
i have to withdraw my order
engrave a different name, I made a spelling mistake in the order
switch my order from home delivery to store pickup`,
  'not-received': `It says delivered but I have not received it
My parcel is lost
One item is missing from the box
The courier claims he left it at the door, nothing is there
Somebody else signed for my package
I got only two of the three things
The package never arrived
Tracking shows delivered yesterday, but nothing came
The box was empty
My neighbour didn't get it either, where did you leave it?
The delivery is incomplete
The parcel was delivered to a wrong house
nobody gave me anything and it's marked as completed
I've no idea who took my parcel
supposedly dropped off at 3, there's nothing
it isn't in the mailbox, not with the neighbours, not at the shop
the photo isn't my door
I live in a flat, they say they left it in the garden
wrong person signed
handed to a stranger
my package has disappeared
it's gone missing
you say it's been collected, not by me
the parcel locker was bare
the box is here but the thing inside isn't
received an empty parcel
opened it and the camera was not in there
there should be four, I count three
only one glove
only half came
accessories absent
no cable, no manual
the lid wasn't packed
the screws are not included
the bag of sauces was forgotten
my drink wasn't with the meal
two items were left out
not everything I paid for is in the carton
incomplete order
missing pieces
one carton short
free sample didn't come with it
status is delivered but not in my hands
delivered status is false
I was at home all day, no one rang, still it says delivered
driver lied about handing it over
porch pirates took it
tampered parcel, contents removed
postman delivered it to 21 rather than 12
pin code was given but no parcel received
e-voucher was never mailed to me though shown as sent
concierge never got my box although your site shows his name
the shed is empty
one of the two chairs wasn't in the carton
tickets never came by post, you say they were delivered
my bank card never arrived
medicine delivery marked complete, none here
the course books: one is missing from the parcel
curtain hooks not in the pack
one plant out of six wasn't in the box
toy came with no batteries though included
the bike came without pedals
only half the dog food was delivered
dessert missing from our order
belt for the coat isn't there
sim was never in the envelope
the case is there but no disc inside
two of the lotions were not in the set
newspaper delivered according to you, not on my mat
drill without its charger
strap missing with the watch
remote not included
the third book wasn't in the parcel
oven arrived with no shelves
the lens cap and case were missing
the postie says he left it in the bin store, it isn't there
reception has nothing for me
signed for by "front desk", they know nothing
not a trace of my parcel
everything but the lamp came
delivered to the old address and gone
tracking says delivered, I have nothing
didnt get my parcel but app says handed over
where is it, it was supposedly left on the porch
stolen from my doorstep
Package lost in transit, the carrier confirmed
I got an empty envelope
2 of 3 items only
the cable is missing from the box
you forgot the screws
one of the shoes is missing
Not all my groceries were delivered
the drinks are missing from my food order
Signed by someone called Miller, no Miller here
delivery photo shows a different house
Delivered to the wrong address
Order marked completed but not delivered to me
no parcel at the pick up point though you say it's there
Shipment declared lost
free gift wasn't included
neighbour has no package, mailbox empty
fake delivery update, nobody came
item showing delivered but I have not received it till now
delivery boy marked delivered without giving the product
the remote is not in the package
incomplete set, four plates instead of six
I was home the whole day and no one delivered, still says received
Your driver gave it to somebody else
missing parts in the furniture kit
one box of two came
my gift card never arrived by mail although it says sent and opened
recharge says successful but I never got the data pack
Never turned up, courier insists it did
lost mail, please investigate
instruction booklet and adapter not in the carton
my locker was empty when I opened it
the porter says nothing was handed in
The proof of delivery signature isn't mine
part of my order is not in the bag
bag was short of two items
They say I collected it, I did not
says "delivered to agent" but I am not an agent, where is my package
half the order isn't here
who signed for it? I did not get anything
Confirmed delivery yesterday 14:10, but no item in hand
seal was open and the phone gone
short delivery: 8 of 10 cartons
It says left in a safe place, but I've looked everywhere
ordered a pair, got a single one`,
};
