/** What people write about paying, in English. */
import type { ExampleLines } from './example-texts.ts';

export const paymentAndSettlementEn: ExampleLines = {
  'payment-failed': `My payment failed
My card was declined
I can't pay for my order
The checkout shows an error when I pay
Payment doesn't go through
Why is my credit card rejected?
PayPal does not open at checkout
The bank says fine but the payment is refused here
I tried three cards and none works
Paying by transfer does not work
The pay button does nothing
Payment pending for two hours
the shop won't take my money
I can't get past the payment step
whichever card I use it's refused
payment bounced
my transaction is being turned down
checkout spins after I press pay
after entering the card it goes back to the cart
order can't be placed because the payment step fails
verification by the bank ok, then your page says unsuccessful
bill payment failed
I wanted to pay my fine, the transfer was rejected
the money could not be collected, what should I do so that my subscription goes on
direct debit was returned
Card reader refused my phone
your payment partner doesn't let me through
paypal loops
klarna turned me down
the wallet app shows transaction failed
buy now pay later option not approving
paytm not working on checkout
recharge unsuccessful but please try it again
fastag recharge failed
card expired and the new one is rejected
how can I pay, nothing works
the pay now link does nothing
I'd love to buy but the till online rejects everything
couldn't make the final payment
trying to purchase credits, doesn't complete
ticket purchase broke off while paying
my gift card and credit card cannot be combined, payment refused
reservation not confirmed since the card was refused
card security code not accepted
it refuses foreign cards
bank app opens then nothing, purchase isn't completed
the order says awaiting payment though I tried again and again
donation won't process
installment purchase denied
unable to make payment through credit card
top up of prepaid card rejected
transaction could not be completed
can't pay my electricity bill in the app
hotel booking stops at the card page
train ticket: payment refused, seat lost
the parking machine rejected all my cards
course fee payment won't go through
my insurance premium could not be debited
gym fee was rejected by my bank
concert tickets gone because the card step crashed out
tap to pay refused on the bus
loan repayment bounced
your till doesn't accept my phone
the donation page refuses my card
library fine can't be paid online
pharmacy site won't accept my card
card stage fails and the order isn't confirmed
I can't deposit money into my account
school meal top up is declined
Water bill: "payment not possible"
the vending machine wouldn't take my card
my bank app confirmed but you say not paid
tax payment declined
can't pay the deposit for the cottage
standing order was rejected by you
paying for extra luggage doesn't work
money not going through app
my prepaid card is refused for the subscription
fuel pump refused my card
pay by bank option fails
virtual card not accepted
purchase stops at verification by my bank
my card keeps getting rejected
cant complete the payment, tried 5 times
Transaction declined by your side, bank says all ok
the pay page goes blank
when I confirm the payment nothing happens
unable to checkout, my card details are correct
PayPal sends me back without paying
Google Pay isn't working in your shop
my debit card is not accepted
I want to pay the remaining amount but it won't go through
upi payment stuck on processing
Your terminal at the till refused my card
3D secure window never opens so I can't finish paying
Payment unsuccessful, what now? I still want the shoes
topping up doesn't work
my recharge failed, please help
Mobile recharge of 239 is showing failed
Bank transfer was returned to me
instalments option refuses me at the end
The payment link has expired before I could pay
My subscription could not be renewed because the card failed
I can't add my card, it says invalid card number
Can't pay by invoice any more, why
wallet payment not happening
gift card balance isn't accepted at checkout
Why does it refuse my AMEX
my order is still unpaid because the payment always breaks off
net banking failed midway
the CVV is right but the payment is rejected
No payment method works for me
Every time I press "buy now" I get "payment error"
paying for the game fails on steam too
trying to settle the bill online, always declined
how else can I pay if the card doesn't work
It times out while paying
I get "insufficient funds" but there's plenty in the account
Order not confirmed since the payment was not successful
Auto debit failed this month
payment is pending since yesterday, not confirmed
PIN accepted and then "transaction cancelled"
you don't take my Maestro card?
cash on delivery option is missing and my card fails
couldn't purchase coins, purchase failed
The contactless payment was refused in your store
the code from my bank is accepted, then payment fails
my money transfer to your account bounced
purchase cannot be completed
can't buy the ticket, the card form does not submit
Verification of card failed
Your shop does not let me pay with two cards`,
  'charged-twice': `I was charged twice for one order
You took the money two times
The amount on my card is higher than the price
There is a charge I did not make
Double payment on my statement
I was billed after I cancelled the subscription
You charged me the wrong amount
Why did you take 50 more?
The same order was deducted twice
An unauthorized charge of 99 appeared
My monthly fee was taken twice this month
I was overcharged, please correct it
two debits, one purchase
why have I paid two times
same amount left my account again
there's an extra 5 on my bill
the sum on my statement isn't the sum on the order
bank shows 80, order says 60
I never agreed to this payment
who took 30 from me
it's not my purchase
I didn't order anything from you and yet you debited me
you still debit me although I quit
the membership was stopped but payments go on
they renewed my plan and took the yearly fee without asking
I thought it was free and then money was taken
You took payment for things I did not get to order
the promotion price wasn't honoured, the full amount was taken
rung up twice at the register
an item was scanned double
My bill is too high
bill has calls I never made
I'm paying for a service I don't have
my card was debited in another currency
unexpected fee taken
fraudulent charge
paid by card and cash was taken as well
both the failed and the second try were charged
deducted but not credited
amount has been cut, recharge not done, cut again on second try
ride cost 12 in the app and 24 was taken
deposit blocked twice on my card
wrongly billed
incorrect billing for last month
meter reading wrong so I pay far too much
please explain this charge
what is this payment for?
mystery transaction on my card
taken 3 times in a row
you took it from the wrong account
somebody else's order was put on my card
I had one beer and the bill says two
first it failed, then both payments were taken
I did not authorise this
who approved this payment, not me
two lots of the same sum went out today
a premium fee on my bill though I never upgraded
hotel took the deposit and then the whole price too
gym still debits me after I left
charged for parking on a day I wasn't there
bus fare taken twice when I tapped
insurance premium debited two times this quarter
electricity bill includes another flat's usage
I was billed for a course I dropped
the petrol pump took 100 and I filled up for 40
my streaming bill went up without me agreeing
paid the fine, now it's taken again
dentist billed for treatment I didn't have
newspaper subscription ended yet you collect money
restaurant added a dish to my bill
the ticket fee was added three times
phone bill includes premium numbers I never called
the bank charges an account fee I was told is free
cleaning fee taken although the room was clean
booking cancelled within time and still charged
minibar charge but I didn't touch it
late fee though I paid on time
charged for five seats, booked four
my child's game purchases on my card, I didn't allow it
the toll was debited for a car that isn't mine
roaming fee though I was at home
loan rate taken twice
price on receipt higher than on shelf
I see a payment going to you each week, I don't know what for
extra luggage paid twice
took my money twice, give one back
Two identical charges on my credit card
I paid once but my bank shows two debits
wrong price was charged at the till
charged me 59 instead of 39
You deducted extra 200 rupees from my account
amount debited twice for same transaction
Money went out of my account but I never bought anything
unknown transaction from your company
what is this 14.99 on my statement
I am still being charged after cancelling
billed for a subscription I never signed up for
auto renewal took my money without asking
I was charged for the free trial
The waiter's bill had a dish I didn't have, I paid too much
Shipping was charged twice
my card was used without my permission in your shop
duplicate payment for order 30012
paid with card and the voucher was not taken off, so too much was charged
The amount you withdrew isn't what we agreed
a second payment went out by itself
You have billed me for two months in one
charged full price despite the discount shown at checkout
first attempt said failed but the money left, then I paid again
recharge done once but amount cut two times
someone bought game coins with my card
Why am I paying for premium, I'm on the basic plan
excess amount debited
hidden charge on my phone bill this month
data roaming charges I didn't use are on the bill
My child bought something by accident, what's this charge
You kept charging my old card
incorrect amount taken by direct debit
Double billed this month
three charges for one taxi ride
I see a pending charge and a posted charge for the same thing
money was deducted but the balance was not added
the tip was added twice
an item I cancelled is still billed
withdrawn too much from my bank
there's a payment to you I can't explain
reverse the second transaction please
My deposit was taken two times
Charged in dollars instead of pounds so I pay more
you took 1 euro more than the label said
I didn't authorise this payment
membership fee taken though my membership ended
The bill for electricity is twice as high, this is an error
please check why there are two deductions
same amount went out on monday and again tuesday`,
  invoice: `I need an invoice for my order
Please send me the receipt
The VAT number on the invoice is missing
Can you change the billing address on the invoice?
Where can I download my invoices?
The company name on the bill is wrong
I need an electronic invoice for accounting
Please issue the invoice again
Is there an invoice in the box?
Our bookkeeping needs the tax invoice from May
Add our purchase order number to the invoice
The receipt was never e-mailed to me
paperwork for my purchase please
I need something for the taxman
I need a document that shows what I paid
only got a delivery note, no bill
proof of purchase for the guarantee
where's my bill?
bill copy needed
our bookkeeper is asking for the missing document of June
accounts payable needs a PDF
our finance department can't pay without a proper invoice
make it out to the company please
the recipient on the bill should be my employer
VAT isn't shown separately
our VAT id changed, please rewrite the bill
purchase order number has to be on it
the amount on the invoice differs from what I paid
wrong quantity on the invoice
the invoice has a mistake
I can't open the pdf of the bill
print my receipt again please
lost my till receipt
receipts for the last six months
annual statement of payments
can I have it itemised
send bills by email instead of post
stop paper bills
paper bill please, not by mail
hotel receipt
GST bill required for claim
GSTIN was not mentioned in bill
need tax receipt for claiming expenses
receipt for reimbursement from my insurer
travel expenses: I need the ticket receipt
could you send the documents for my order to accounting
correction of invoice
credit memo wanted
invoicing address is wrong
can you bill my office
is there a receipt in the parcel
the receipt link in the mail is broken
where do I print my proof of payment
paper trail for my tax: need documents for all orders
I have the bill for two of my three orders, where's the third
official document showing the VAT I paid
hotel bill in my employer's name
tax adviser needs last year's bills
train journey receipt for expenses
invoice for my course fee for the tax office
gym receipt for the health insurer
medical bill with diagnosis code for insurance
statement of interest for my tax
parking receipt not printed
fuel receipts for the month
yearly bill of electricity as PDF
the bill for the conference ticket must show our VAT number
I paid cash, can I still get a receipt
school needs an invoice for the books
donation certificate
bill for the repair, with labour and parts listed
restaurant bill with tip for business expenses
rent car invoice
receipt for medicine
invoice for the annual subscription
bank says I need the original invoice
a bill for the cottage deposit
I can't find the invoice in my account
our auditor requests copies
send invoice to a different email
duplicate bill for lost one
please state the delivery date on the invoice
currency on the invoice is wrong
the invoice is addressed to the previous tenant
bill without the discount on it, please correct it
invoice pls
send me the bill as pdf
I want a tax invoice with my GSTIN
no receipt came with the parcel, I need one for warranty
how do I download the bill for last month
the name on the invoice should be our firm
Please reissue the invoice with the right address
VAT ID missing
Do you send invoices by post?
our accountant needs all invoices of this year
Can I get a receipt for my donation
I need a proof of payment for my employer
the invoice says 2 pieces though we bought 3
Where's the invoice for my recharge?
a duplicate of the invoice please, we lost it
credit note for the returned goods
please put our cost centre on the bill
I need a proforma invoice for customs
we get no e-invoice anymore, format XRechnung needed
The date on the receipt is wrong
Invoice number 2024-118 can't be opened
receipt for taxi ride please
Is the warranty slip the same as the receipt
Expense report: I need an itemised receipt
please split the invoice in two
My company needs a statement of all purchases
can you invoice us monthly
The receipt shows my old address
kindly mail bill copy
tax rate on the invoice is wrong
how long do you keep invoices, I need one from two years ago
Where can I enter the tax number when ordering?
invoice hasn't been received for order 7781
still no receipt in my mailbox
please send bill to accounts@ourfirm
Do I get an invoice for in-app purchases
The invoice needs a stamp and signature
I'd like a paper receipt
please correct the name of the buyer on the invoice
Could the invoice be in English
where is the VAT shown
I need the bill in my company's name for reimbursement
change of invoice recipient
hotel bill for my business trip
can an invoice be made out after three months
The finance team rejects your invoice as our order number isn't on it
HSN code is missing in the bill
need receipt for insurance
Billing document for my phone plan please
a refund invoice / credit memo is required by our auditors`,
  'fees-and-prices': `How much does the premium plan cost?
Is there a discount for students?
My coupon code doesn't work
What are the shipping fees?
Are there fees for withdrawing?
When are settlements paid out to sellers?
Do you match lower prices?
What's the price for ten pieces?
How do I use a voucher?
Is the price including tax?
Why is the price higher than yesterday?
What does it cost per month?
what would I pay for two adults and a child
what's the cheapest one you have
is that the final price or plus tax
rates please
how much to fix a cracked screen
any deals on laptops
I saw it cheaper somewhere else
would you give me something off if I take three
why did the cost go up
tell me the charges for sending cash overseas
postage to Australia?
when is shipping free
what does next day delivery cost
do I pay customs duty on top
black friday prices?
is it going to be reduced soon
can i still get yesterday's price
it dropped in price after I bought, do you give the difference
my code isn't being accepted, "WINTER"
the voucher says not valid
discount isn't taken off in the basket
how many coupons per order
what are my points worth
can I pay with points
Welcome bonus not there
what percentage do you keep when I sell
payout schedule for shop owners
when do I get my earnings as a seller
what interest on the instalments
is there a set up charge
cost per kilometre?
fee for late payment?
what does an upgrade to premium come to
what is the penalty for leaving early
price for 50 GB data
pack price
how much for a haircut
what is included in the price
pensioner rates
nurses discount
emi available? how much per month
is the call to your number free of charge
is there a fee for sending money to another country
any charge for using a card
is delivery free above 50
free delivery limit?
promo code invalid
the till doesn't take my coupon
your competitor has it for less, will you match
match the price I found elsewhere
when do vendors get their payout
weeks until my sales revenue is paid to me
new customer offers?
first time buyer discount
how much is a year's membership for a family
are loyalty points like cash
can points pay for my order
how much is a night with breakfast
return fare to Leeds?
what does gym membership come to
course fee and are books included
what would my premium be if I had no claims
interest rate on the savings account
price of a kilowatt hour
how much is the flu jab
late fee at the library
cost of delivering and fitting a wardrobe
is it dearer monthly than yearly
what would you charge for mowing the lawn
toys: three for two still on?
how much to hire a van
service for my bike, what's the cost
vet visit price
booking fee for concert tickets, why so high
kids menu price
sale on coats?
cheapest sim only
is the game going on sale
loyalty discount on perfume
parking per hour
newspaper trial offer price after that
hire a drill for one day, how much
engraving cost
what does it cost to add a second screen
second hand books cheaper?
how much for repairing the oven
a text offered me 15 percent off but nothing comes off
family rate
what's the postage on two of these
how much is it
what's the price of the blue one
any offers today?
Got a promo code that won't apply
is there a sale coming up
what do you charge for delivery to Ireland
Is it cheaper if I buy a dozen?
do seniors get a discount
what is your best price for two
price pls
How much is the monthly rental for broadband
the coupon disappeared from my wallet
my voucher has expired, can it be extended
what are the charges for international transfer
is VAT included in that figure?
What does the repair cost
the price went down a day after I bought it, can I get the difference
Why is this so expensive compared to last year
Which plan is cheapest for calls
what percent do you take from sellers
when do you pay out my sales
how much commission
Is there an annual fee on the card
Is there a fee for cash withdrawals abroad?
Can I use two coupons together?
Does the discount apply to sale items?
cost of express shipping?
free shipping from which order value?
how do i redeem my gift voucher
How many points do I need for 10 off
what's the cost of an extra bag
the code WELCOME5 doesn't give me anything off
upgrade to family plan, what's the extra per month
Kindly tell the emi options and interest
do you give cashback
student rate?
quote for three windows please
how is the fee calculated
bundle price for phone and headset?
Is there a deposit, and how much
what would it cost to keep my number when roaming
minimum order value?
price match with amazon?
How much is the top-up bonus for 50
Do you do payment in instalments without interest?
does the price include installation
when is the settlement for merchants this month
why has my plan become dearer
the price online and in the shop is different, which is right
first order discount not showing`,
};
