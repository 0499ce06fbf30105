/** What people want returned, in English. */
import type { ExampleLines } from './example-texts.ts';

export const returnsAndRefundsEn: ExampleLines = {
  'return-goods': `I want to return the shoes
How do I send it back?
What is your return policy?
Please send me a return label
How many days do I have to return it?
Can I return an opened box?
To which address do I send the return?
I changed my mind and want to return it
Who pays for the return shipping?
Can I bring it back to a store?
It doesn't suit me, I'd like to send it back
Pick up the return at my home please
I'm not keeping it
don't want to keep the dress
it's going back
take it back please
Which way do I send it to you
where can I hand it in
who collects it
collection of the old sofa return
can somebody fetch the parcel for return
the hat makes me look silly, can it go back
bought the wrong thing, returning is possible?
it's the wrong gift, how do I bring it back
can I bring it to a branch
I lost the receipt but want to return
without original packaging do you take it back
worn once, can I return it
the seal is off, do you still accept it
washed already, too late to return?
am I past the return deadline
how many days have I got to send it
return by post, who covers the postage
free returns?
do I have to pay to send it back
prepaid label please
label for sending back missing in the box
QR code for return
barcode for the return doesn't scan at the post
I refused the parcel, is that a return
how does the trial period work, I want to hand it back
end of lease: return of the device
returning part of a set
can discounted clothes go back
do you take back swimwear
can food be returned
digital game return possible?
please book return pickup
pickup for return got cancelled again
reverse pickup not done
return request not visible in app
withdraw from purchase within two weeks
cooling off period
curtains too long, what's the procedure for sending them in
coat from black friday, still in time to give back?
does a courier pick it up or do I go to the post office
course books not needed, can they go back
can I give back unused tickets
the medicine is unopened, do you take it back
desk doesn't fit the room, who comes for it
plants that I don't want, returnable?
toy given twice, bring one back
car part is surplus, send it back?
bike too small, I'd like to bring it back
cat won't eat it, can I return the unopened bags
dress didn't suit, dropping it in the shop ok?
returning a rented phone
game bought by mistake, unopened
perfume unopened, can it be returned
the drill isn't what I needed, going to return it
sizing of the ring is off, how to send it back
tv too big, collect it please
a duplicate book, take it back?
oven unused, return costs?
camera isn't for me, within the 14 days
blood pressure monitor return, is hygiene a problem
must I cancel and send back the box at end of contract
hire equipment: where do I bring it back
shop or post for returns?
I'll send it back at my own cost, where to
what do you need from me to accept it back
return authorisation number please
am I allowed to return worn shoes
how can I return this
want to send back the jeans
return pls
I need a return slip
too small, going back
I don't want the phone anymore, can you collect it
is return free of charge?
where do i drop off the return parcel
Can sale items be returned
how long is the return period
box is already open, can it still go back?
Wrong choice on my side, I'd like to return it
pickup boy did not come for return
the return label doesn't print
no printer at home, how do I return
Gift for my dad, he doesn't like it, can it be returned?
what's the address for returns
can I return underwear
I bought this in your Leeds shop, can I return it in London
do I need the receipt for a return
Returns policy for electronics?
not happy with it, taking it back
I'd rather not keep the lamp
when will the courier collect my return
can I return only part of the order
Which packaging do I use for sending it back
I've thrown away the box, can I return the toaster?
the tags are off, may I send it back
How to start a return in the app
return request rejected, why
my return window ends tomorrow, is it enough to post it then
looks different on me than on the model, sending back
Return without a reason within 14 days?
I want to give the shoes back
return shipping cost?
can i hand the return to the postman
the colour doesn't match my sofa so I want to return the cushions
please accept return, size issue
withdrawal from the contract, goods going back
I'd like to return a game I haven't opened
may software be returned once the seal is broken
how do i return a faulty order i don't want any more, i just want to send it back
returning a rented modem
where to bring the old router back
the mattress trial ends, how do you collect it
please approve my return
can I send two returns in one parcel
it itches, I don't want to keep it, how does returning work
what do I write on the return form`,
  'refund-status': `Where is my refund?
I have not got my money back
When will you refund me?
The refund is still pending
I returned it two weeks ago and no refund yet
How long does a refund take?
My money was not refunded to my card
I want a refund
Please give me my money back
The refund amount is too low
To which account is the refund sent?
You promised to reimburse me last week
where has my money gone
I sent everything back, no cash so far
what about my money
my money please
nothing on my card yet
you confirmed it but I see nothing in the bank
bank can't find your transfer
you owe me the difference
gave me too little back
you only paid back half
the postage wasn't given back
the amount I got back is wrong
deposit not returned
how will I be repaid
back on card or voucher
will the points be given back as well
money for the cancelled trip
event didn't take place, ticket money
you cancelled my order and kept the money
seller cancelled, payment not returned
I've closed that bank account, where will you send it
can you pay it to another account
how long does repayment take
is it through yet
have you issued it
has my claim been paid
compensation was approved but not transferred
please pay me back
reimburse me for the postage
refund request still open
the refund has failed
it says refunded, it isn't
reversal of the second payment pending
chargeback or refund, which is quicker
when is the credit coming
amount not reversed
return completed, amount not credited to source account
refund not reflecting in my account
I want the rest of the subscription paid back
give me refund
will I be given cash or credit
you returned too little money to me
I get paid back on which date
when do I see my money for the returned item
9 working days since you got the boots, nothing in my bank
vouchers but I'd asked for money
course cancelled, when's my fee coming back
hotel deposit not back yet
train cancelled, when is the fare repaid
gym overpaid month, when do I get it back
insurance paid nothing so far, claim approved
deposit for the hire car still blocked
concert was called off, ticket money?
doctor's fee reimbursement outstanding
energy credit balance, please pay out
council tax overpayment not repaid
dress returned, money not there
pet insurance claim payment when
newspaper cancelled, rest of the money?
tool hire deposit not given back
phone returned, credit still missing
game removed, money back on my card?
cosmetics went back in May, still unpaid
parking charge was withdrawn, when is it repaid
tv sent back, finance still running and no money
the book order fell through, my money?
oven refund promised by your man, nothing came
you took back the lens, pay me
compensation agreed, no transfer yet
promised back within five days, now nine
I got 12 and should've got 21
no sign of the repayment
bank says nothing came in from you
please check where the transfer to me is
refund??
still no refund
when will i receive my refund
money not credited back yet
you owe me 40
how long until the refund shows up
refund initiated but not received
I was promised my money back ten days ago
Return arrived at your warehouse, but no refund
only part of my money came back
Refund went to a closed card
Where will the refund go
has the refund been processed
can I have the refund on my bank account instead
refunded to wallet, i want it in bank
order cancelled, where's my payment
my flight was cancelled and I haven't been paid back
please return my deposit
cashback of refund pending
Kindly process refund at the earliest
refund reference number please, bank asks for it
UTR number of refund
Refund status of order 8834
you refunded less than I paid
the shipping fee wasn't refunded
refund rejected, why
The seller agreed to refund me but nothing happened
how do you refund a gift card purchase
want my money returned
give back my money
been waiting three weeks for reimbursement
can't see the refund on my statement
the refund was declined by my bank, send it again
Payment failed but the money was deducted, when do I get it back
double payment: when will the second one be refunded
Your mail says refunded, my account says no
Please refund the unused months
refund for missing item not arrived
credit not posted yet
I'd like a refund rather than a replacement
voucher instead of money? no, I want cash back
how many working days does the repayment take
My security deposit has not been released
refund for the cancelled concert ticket
Partial refund please explain the amount
has accounts paid out my claim
waiting on a refund since the return was picked up
the game was removed, refund me
top up was cancelled, amount not reversed
price difference refund not received`,
  'damaged-or-wrong-item': `The cup arrived broken
You sent me the wrong item
The screen has a scratch
I got the wrong size, I want to exchange it
It stopped working after two days, it is defective
The package was damaged and the glass is shattered
I ordered blue and got red
The quality is bad, the seam came loose
Can I exchange it for a bigger one?
A part is bent and does not fit
The battery is dead on arrival
The milk was past its date
it has a crack
chipped
snapped in half
it fell apart
the handle broke off
torn packaging and torn shirt
all wet inside the box
squashed
the ice cream had melted
spoiled
smells rotten
out of date
use by date was two days ago
there's mould
insects in the rice
a stone in the lentils
not fresh
dead when I took it out of the box
won't charge
no picture on the new TV
buttons don't respond on the new remote
speaker crackles
only one side works
makes a strange noise since day one
leaks from the bottom
colour faded after one wash
seams opened
fluff everywhere, bad material
missing stitches
not the one I picked
this belongs to someone else
I got a completely different thing
ordered M, got XL
ordered 500 g, got 250
two of the same shoe
wrong shade
not as described
looks nothing like the picture
it's a copy, not the brand
second hand, scratches and fingerprints
already opened when it came
I need a new one instead of this faulty one
swap for a working unit
want it replaced
can I have a bigger one in exchange
sole came off
the table wobbles, legs uneven
manufacturing defect
handle came loose when I unpacked it
the set has a broken lid
mould on the cheese
best before date has passed
squashed strawberries
frame bent and glass splintered
I asked for oat milk and this is cow's milk
kettle only gets lukewarm, bought last week
curtains are the wrong length, ordered 200
book with pages missing
tickets are for the wrong date, not what I bought
the desk has a deep scratch
plants arrived dead
toy's wheel broke after an hour
wrong car part, for another model
bike frame is cracked
tin of dog food was bulging
pizza was the wrong one
coat's lining torn from the start
phone arrived with a smashed back
disc won't play
lotion has turned, smells off
the newspaper was soaked
drill smokes
watch stopped on day two
tv has lines across it
bedding isn't the set in the picture
oven door doesn't close
camera lens has fog inside
monitor gives crazy readings, faulty unit
crabs arrived dead
cheese instead of ham
the ring's stone fell out
chair leg is loose
they gave me the child size
came broken
it's cracked
you've sent somebody else's order
wrong colour, wanted black
Received a size 8, I ordered a 10
Bottle leaked all over the box
stopped charging after a week
it doesn't switch on
The sleeve has a hole
stitching is coming apart
product is used, not new
got a fake, not original
The milk has gone off
there was a hair in my food
fruit is rotten
glass in pieces
dent in the fridge door
received defective piece, want replacement
product different from photo
the box was crushed and the lamp inside too
please exchange for a bigger size
can I swap it for another colour, I've got it already
left earbud has no sound
keys on the keyboard don't work out of the box
washed once and it shrank
colour came off on my skin
one leg of the table is shorter
wrong model delivered
They packed the wrong flavour
expired chocolate
my new phone has a dead pixel
mouldy bread
a scratch across the lens
wheel fell off on day one
SIM card is damaged, can't be read
the disc is scratched, game won't read
I got a men's shirt, I ordered a women's
not the item in the picture
the heater makes a burning smell
burnt pizza and cold
poor quality, fell apart
the zip is stuck and torn
Two left shoes!
bought 256 GB, received 128 GB
I'd like a replacement for the defective kettle
It leaks
battery swollen
eggs all smashed
it is missing its paint on one side, factory fault
broke within the warranty, repair or replace please`,
};
