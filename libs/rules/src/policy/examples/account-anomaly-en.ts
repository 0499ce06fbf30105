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
the password I set yesterday is rejected today
I'm shut out since I no longer have the phone that gets the codes
my registered mail no longer exists so how do I log in
sign in screen loops back
not getting in, says details don't match
code arrives after it has expired
the link to choose a new password is dead
security code wrong though I copy it
I'm sure about the password but it won't have it
nothing comes when I click forgot password
trying to get into my mailbox and it refuses
is there a problem with logins? I can't get through
My child can't log into the learning platform
it no longer recognises my fingerprint at login
how do I access my account without the old number
the app has signed me out and won't take me back
When I try to log in through Facebook it says no account found
my user ID, can you remind me of it
help, need to get in to see my payslip, login not working
Password expired and I can't set a new one
the authenticator shows a code which is refused
I get "user name or password incorrect"
log on impossible from my tablet
New password isn't saved, next login fails again
every morning I have to enter everything again because I'm signed out
I've a new SIM and the login text goes to the old one
I can't verify it's me at login
Where's the place to enter the login code?
my login for the members' area fails
I cannot open my online account
unable to authenticate
what was my login name again
Passkey doesn't work on the new laptop
recovery mail goes to an address I can't read
I have deleted the code app and now can't complete the login
login problem with game id
lost my credentials
otp not coming on registered number, unable to sign in
it says user does not exist but I have an account for years
face recognition for login fails with glasses
gym app won't take my login
patient portal login fails
can't get into my online banking to see my savings
I forgot the memorable word for my bank
the six digits never come by text
no e-mail with the code, inbox and junk are empty
the course website says wrong password
my library card number and pin aren't accepted when logging in
energy account login keeps refusing me
I changed my pin and can't remember it
Sign-in with my student ID is not working
my parents can't log in on the smart TV
clicked forgot password four times, nothing
I can't access the insurance portal
the game launcher wants me to log in again and says wrong
my voice ID is not recognised when I log in
login for the parking app broken since the update
I'm asked for a token I don't have
login button does nothing on the ticket site
the hotel booking login says unknown email
unable to get in with the old password or the new one
no way to log on to my pension account
my work account for the training site won't open
I need my customer number to log in, where do I get it
cannot recall the answer to my security question
email code for login comes hours later
the streaming service keeps asking me to sign in on the TV
passcode for the app forgotten
can't reach my account area, password refused
I am not let into the members section
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
my page was taken down and the account shut
I've been kicked off the platform, why
a hacker has changed my mail and phone
They have emptied my wallet, it wasn't me
account terminated without explanation
your security team put a hold on me
Suddenly I'm blocked from buying
please release my account from the block
How do I get unbanned
got a warning about a login at 3am that I didn't make
somebody from abroad got into my account
someone has been ordering with my details
my profile is being misused
fake person uses my account to write to friends
my daughter's account has been broken into
I gave my code to a caller who said he was from you, lock everything
I fell for a fake mail and entered my login there
freeze my card, my wallet and phone were stolen
my account is flagged as suspicious, what do I do
deactivated by mistake, please switch it back on
banned for life after one comment
the suspension is unfair, I broke no rule
which papers do you want to release my funds
Identity check failed and now I can't use the account
Account on hold. Reason?
tried my pin too often and it's blocked
too many login attempts, try in 24 hours
when is the block over
the lock on my account should be gone by now
unlock code for my account please
withdrawals disabled on my account since the review
seller privileges removed overnight
all my items in the game were transferred to a stranger
my gift balance was spent by a thief
unknown devices are listed in my account
sign in from an unknown place, please secure it
my account sends spam, it must have been hacked
blocked number, can't use my sim
you closed my account with 80 in it
I am accused of breaking the terms, I want the ban lifted
my documents for unfreezing the wallet are uploaded, please lift it
I gave my password away by accident on a fake page, block it
someone may know my password, please protect the account now
profile deactivated though I followed all rules
what must I hand in to get the freeze lifted
suspended until further notice, what did I do
I'm not allowed to post or comment any longer
my savings are frozen for security, I want access
someone is filling up with my fuel card account
my gym account was barred though I pay
the loyalty account was emptied by someone
my listing account was shut because of a report
account restricted after the chargeback
the bank locked my online access after a suspicious payment
my library account is blocked
you limited my ticket account so I can't resell
stranger booked a hotel through my profile
identity stolen, accounts opened in my name
my student account has been disabled
my streaming account is used by people I don't know
locked for security reasons, how can I get access again
the parking account is blacklisted
my company's account has been put on hold by your compliance
somebody hijacked my profile
got locked out by your fraud team
game account permanently suspended
your moderator muted and banned me
my account shows a red note "blocked"
intruder in my account, change everything
I shared my screen with a scammer, stop access to my account
somebody in another town is spending my credit
I'm barred from logging in by you, I want to appeal
freeze lifted when?
card blocked by three wrong pins
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
we changed our company name, please adapt the account
I use another mailbox these days, please switch
take my old phone off the account
I want everything you have stored about me deleted
remove me from your system
wipe my data
stop my membership and erase the account
quit the service, delete profile
I registered twice by mistake, join the two
make one account out of my two
the email you have for me is out of date
my contact details have changed
the surname on file is my maiden name
correct my birth year
I no longer live there, new home address for my profile
put my daughter in as account holder
how do I pass the account to someone else
our bookkeeper left, another person should be the contact
new passport number to add
update my ID document
my nick is silly, can I have another
I'd like another user name
replace the profile photo
unlink google from my login
disconnect my twitter
take my card details off the account
I changed provider so my mobile number is a different one
different e-mail for notifications
change the number for alerts
Please use this number in future
Mobile number updation request
kindly update mail id
name correction in account
can I edit the date of birth on my customer card
transfer of ownership of the account
move all orders from the old account to the new one
my title is Dr, add it to the profile
Can I have my records removed under data protection law
I want to leave, how do I get rid of my account
wrong gender in my file
moving abroad, what to change in my account
edit profile
what do I do to have my mails sent to another address
I've moved from yahoo to another mail provider, please adapt
moved countries and got a different number
I have two accounts, can they become a single one
delete whatever you hold about me
private and business login, please join
new family name
Where do I correct my address in the account
put my mobile instead of the landline in your records
name change by deed poll
please take me off your database
my title should be Mrs
bank records still have my old surname
I've moved house, please change my address with the gym
patient record: new phone number
my email at the library is old
my tenant moved out, the energy account should be in my name
change the holder of the insurance
I retired and no longer have the work e-mail
kid's birthday is wrong in the club account
I sold the car, take the number plate off my parking account
new number plate for my parking profile
please close my account with you, I'm leaving the country
change the name on my loyalty card
add my husband to my membership details
two customer numbers were created, please merge
next of kin details have changed
switch the registered e-mail for the course
correct spelling of my street in my file
I'd like to be forgotten under GDPR
change my profile to business
the phone number you have belongs to my ex
my company moved, update the registered office
set another person as contact for our school
take off the second user from my account
our club has a new treasurer, change the account contact
my student mail expires, use the private one
update my ID card in your system
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
