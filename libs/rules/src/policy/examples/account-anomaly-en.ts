/** What goes wrong with accounts, in English. */
import type { ExampleLines } from './example-texts.ts';

export const accountAnomalyEn: ExampleLines = {
  'cannot-sign-in': `I cannot log in to my account
It says my password is wrong but it isn't
I forgot my password
The verification code never arrives
I can't sign in since yesterday
Login fails every time I try
How do I reset my password?
I get logged out again and again
No SMS code comes to my phone
The sign in page keeps sending me back
My fingerprint login stopped working
I can't get into my account any more
wont let me sign in says user not found
I enter the right pin and it still refuses
password reset mail never turns up, checked spam as well
the otp doesnt come on my mobile
Code you sent says expired every time
I can't remember my username
how can I recover my password, I lost it
can't get past the login screen
Sign in with Google gives me a blank page and sends me back
keeps kicking me out right after I log in
two-factor code rejected, I type exactly what the app shows
I lost the phone with my authenticator, now I am shut out of my account
Sir I am not able to login my account kindly do needful
trying to log on to online banking, no joy
My login details stopped working overnight
it doesn't recognise my email address when signing in
my password is correct but "incorrect credentials" appears
The captcha never accepts my answer so I can't log in
Reset link leads to nothing
wont accept my new password either
The security question answer is not accepted
I registered yesterday and can't sign in with it today
touch id login no longer works on my iphone
How do I get back into my account after changing handset
no access to my old mail so I can't get the login code
the website logs me out all the time
unable to log into the game, it wants a code sent to a number I no longer have
It asks me to log in over and over
Is there another way to sign in without SMS
I don't know which password I used
log in button is grey and can't be pressed
My passcode isn't working
the app says session expired please sign in, then the same again
can't enter my profile anymore
verification text took an hour and then the code was invalid
Where do I reset the PIN?
Apple sign in doesn't work on your site
I'm stuck at the verification step when logging in
When I log in it opens someone else's empty profile, not mine
please send me a new password
the magic link in the mail doesn't log me in
Not able to login from office computer, only from home
keep failing face recognition at login
forgotten the password, and the hint doesn't help
Why do you always want a code, and then none is sent?
i am trying to login since two days
cant access my account at all
my employee login for the portal fails
Wrong password after your password change, I used the new one
I typed my email and the page says no such account
the one time password is delayed and then useless
How do I log back in?`,
  'account-locked': `My account has been locked
Somebody hacked my account
Why was my account suspended?
I see a sign in from another country that wasn't me
Please unblock my account
My account was banned without a reason
Someone changed my password and it was not me
Suspicious activity on my account, please freeze it
All my points are gone, I think I was hacked
You disabled my account, why?
A stranger is ordering things with my account
My profile has been restricted
you suspended me and gave no reason
my login is blocked for security reasons, please lift it
account frozen since friday and my money's inside
unban me please
Received an alert about a login from Russia, that's not me
Someone took over my account and changed the email
i think i've been hacked, purchases i never made
locked after too many attempts
It says the account is disabled for violating the terms
How can I appeal the ban?
A person is sending messages in my name
My points were used by somebody else
i clicked on a phishing link and typed my password, please lock the account
my account is showing restricted, kindly unrestrict
A new device was added to my account and I don't know it
Why am I blacklisted?
My seller shop was closed down by you without warning
got a mail that my password was changed, I didn't change it
my id has been blocked sir please unblock as soon as possible
How long does the suspension last?
the account is on hold pending verification, what do you need from me
Stop all activity, somebody stole my phone and has my account open
Someone logged into my profile from another city
I've been permanently banned from the game for cheating, I never cheated
when will you unlock my account
my wallet is frozen after a risk check
Please secure my account, I see strange sign ins
Wrong PIN three times, card account is blocked now
My account got compromised
strange person has access to my messages
Hackers emptied my balance
I was locked for no reason and want it opened again
Fraudster registered an account under my name
it says unusual activity and limits what I can do
we can't trade because our account is flagged
Your system marked me as a bot and shut me off
documents uploaded for unlocking a week ago, still blocked
somebody else is watching on my subscription, I don't know them
my skins got stolen
Security lock on my account, how to remove?
someone is using my identity in your app
kids entered wrong password and it's locked for 24h
blocked after I travelled abroad
I suspect that my account was broken into
appeal rejected but I did nothing wrong, unban my account
reactivate my suspended profile please
Why is my number barred?
I received a code I didn't request, somebody is trying to get into my account
account was deactivated by you, please restore it
My coins are gone and the login history shows an unknown phone
your risk team has limited my withdrawals`,
  'change-account-details': `I want to change the phone number of my account
How do I update my email address?
Please change the name on my profile
I have a new mobile number
Can I merge my two accounts?
I would like to delete my account
How do I unlink my old phone?
Change my date of birth please
My surname changed after marriage, please update
Close my account and remove my personal details
I typed a wrong email when I registered
Move my membership to another e-mail
I want to use a different e-mail for my account
new number is 07700 900123, please update
how do I swap the phone linked to my profile
Can I edit my username
please correct the spelling of my name in my account
My address in the profile is old
How do I remove my account for good
GDPR request: delete all my personal data
I'd like to close my membership account
two profiles with my name, please combine them
Transfer my account to my wife's name
wrong birthday in my details
how to update KYC / Aadhaar details
my passport was renewed, how do I update the document
please unlink my facebook from the account
Remove the saved card from my profile
change contact person of our company account
Can I change the language of the mails and my nickname
I moved to another country, please change the country of my account
Old phone number is not in use any more, kindly change registered mobile number
Change the company name in the account
I don't use that mailbox any longer
how do I take my old number off
want to deregister
I got divorced and use my maiden name again
replace my e-mail with a new one please
How can I edit my profile picture
add a second email address to my account
Who can change the owner of a business account
typo in my email at registration, can you fix it
Update gender in profile
I wish to deactivate and remove my profile permanently
make my work mail the main one
Could you put my new phone in the system
how to edit personal information
How do I separate my account from my husband's
need to update the billing contact in our account details
please stop using my old number, I have another one now
Change login email from yahoo to gmail
My date of birth can't be edited
Unsubscribe me and wipe my account
swap the bound phone to another sim
move my points from the old card to the new membership
I would like my data deleted
How to change my display name
my job title and department in the profile are out of date
Can you change the mobile number where you send my codes, I have a new one
link my second shop to the same account
the profile shows my ex's name
my mail provider closes, so I need another address on file`,
};
