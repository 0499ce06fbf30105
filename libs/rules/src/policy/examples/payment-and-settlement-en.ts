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
