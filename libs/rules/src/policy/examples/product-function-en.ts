/** What people ask about a product, in English. */
import type { ExampleLines } from './example-texts.ts';

export const productFunctionEn: ExampleLines = {
  'how-to-use': `How do I use the timer on this oven?
Can you explain how the sharing button works?
I can't find where to export my notes
Is there a manual for the coffee machine?
What does the blue light mean?
How can I print from my phone?
Please tell me step by step how to record a call
Where do I find my saved addresses in the app?
How do I switch the language of the menu?
I do not understand how the filter is used
Is there a tutorial video for beginners?
How do you turn on night mode?
Which button starts the cleaning program?
I'd be grateful for some instructions on sharpening the knife
what does this symbol stand for
Could somebody talk me through the menu
I keep pressing the knob but don't know what it's supposed to do
tips for getting started with the sewing machine?
Looking for a guide on how to colour correct my video
how many minutes for two eggs in this steamer
do you turn it clockwise or anticlockwise to open
Which side of the filter faces up
what order do I use the shampoo and the mask in
Am I meant to rinse it off afterwards?
is there a shortcut for copy in your editor
what's the quickest way to tidy up my inbox
can you tell me where the zoom control is
I'm a beginner, what do I press to start recording
My father can't work out how to answer calls on the watch
what exactly is airplane mode for
how would I print only one page
how can we see who has read a message
how do you get rid of the limescale
Where's the setting for vibration hidden?
In what way do I use the points card app at the till
How does the loyalty game work, what are stamps for
where in the app do I see my contract
Is there any tutorial or webinar for new people
explain me the function of this switch please
Not clear to me how the timer works
I'd like to learn how to use the scanner function
What temperature and mode for salmon?
when do I use the boost mode
the orange symbol lights up, what is it telling me
Could you demonstrate how the folding works
how to charge it, with which cable and how long
how do you change the ink
how do i replace the brush head
how much detergent for a small load
How do I send money to a friend in your app
Where can I listen to my voicemail
how can I see who viewed my story
How do I make a copy of my notes on another drive
Walk me through posting a photo
does anyone know what the second dial is for
in the hotel room, how does the safe work
how do i show my train ticket in the app to the inspector
which treadmill program burns fat, and how do I select it
I'm enrolled in the course, where do I hand in homework
where in the insurance app do I see my policy number
how do I make a standing order in your banking app
how is the water meter read
how do I use the inhaler properly
what's the correct dose of these tablets
library app: how do I extend a loan
how does the recliner lever work
when should I cut back this rose you sold me
my son wants to know how the robot toy changes colour
which fuel does the mower take and where do I pour it
how do I change gears on the folding bike
how much of this dog food per day
how do I choose my seat in the ticket app
how long do I bake the frozen lasagne
how do you tie this wrap dress
how do I set up call forwarding, which keys do I dial
in your game, how can I craft a sword
is the clay mask for day or night use
how do I start a parking session by phone
how can I read the paper on my tablet with the subscription
how do I swap the drill bit
how does one wind this watch
how do I record a programme on the box
how can I highlight text in the e-book
I'd like to froth milk with the machine, which way do I turn the knob
what do ISO and aperture mean on the camera
how do you put on the cuff of the blood pressure monitor
I have no clue how to blur the background in a call
how do i get the rice cooker to keep warm without cooking
what's the button with the arrow for?
Could you show me how to mark a message as unread
how often do I have to clean the filter and how is it done
Sir please explain how to use this feature of scheduling posts
I can't figure out how to make a playlist
which setting should I pick for wool
where can i see my past workouts in the app
How do you take a screenshot on this phone
is there a trick to open the battery lid? I don't want to break it
my grandma got your tablet, can you walk her through making a video call
how much powder goes in per cup
How many scoops of the shake should I mix and when do I drink it
what do the three dots in the corner do
Which program do I choose for delicates
Tell me the way to send a voice note
How can I share my screen in a meeting
How to block a caller
I've lost the booklet, where can I read how it works
Do I have to charge it fully before the first use, and how long
what does "eco" on the remote mean
How do I put the vacuum on low power?
Can't find the option to turn off the sound
where is the search in your new layout
Could you give me a quick guide to creating a report
I want to move my files from the old folder, how is that done?
how to apply this serum, morning or night
Is the cream used before or after the sunscreen?
how do I pause my alarm only for tomorrow
pls guide how to recharge fastag from your app
how do i check my balance from the app
What's the right way to fold the pram
How do I earn gems in level five, I don't understand the rules of the game
can u explain the difference between save and publish
The steps in your tutorial are unclear to me, what do I press after "next"
how to make a group order with friends in the app
how do I crop a picture
Does the light blinking red mean something?
What is this dial for on the side of the iron
I don't get how the points game works
How do you write formulas in the sheet
How long do I leave the mask on
How can my kids use it without seeing adult stuff, where is that menu
Show me where to turn captions on
new to this, where do i begin
where did you hide the delete option
How do I store the bread so that it stays fresh
the steam iron: what water do i put in it
In which menu can I find backups
which lever do I pull to recline the chair
how should i wear the strap, above or below the wrist
How do I delete the history of what I watched
How do I restore a backup to my phone
can someone teach me how to edit a clip
What's the use of the second key in the box`,
  'does-it-support': `Does it support Bluetooth headphones?
Is this charger compatible with the old model?
Does the app work with Android 12?
Can it be used outdoors in the rain?
Is it possible to connect two screens?
Does the watch work without a phone?
Do you have a version that runs on Linux?
Will this lens fit my camera?
Can the camera record in 4K?
Does it come with wireless charging?
Is the bottle safe for the dishwasher?
Can I use it abroad with 110 volts?
Thinking about buying one, can it be mounted on a wall?
will this do for a family of five or is it too small
Would these boots be warm enough for minus 20
Does the watch take calls
Are the batteries rechargeable
can it go in the microwave
Is it ok to tumble dry?
Is your yoghurt suitable for vegetarians
Is the perfume okay for sensitive skin
does the camera take normal memory cards
What plugs does it have, UK or EU
Can I take it on a plane as hand luggage
how many devices can be connected at the same time
Will my old accessories go with the new model
Do you have an English version
does it have a headphone jack
what size is it, would it go into a small car
is a left handed version available
Is it loud? we have a baby
I've got a Pixel 7, will the cover go on it
is it good for gaming or only office
works offline too?
do you have anything for curly hair
Could I use it in the bath
Would this ladder hold 120 kilos
what's the range of the walkie talkie
does the card work at foreign cash machines
Is a family account with children possible
Does the app sync between phone and laptop
Does the plan allow calls to landlines abroad
Before I purchase I'd like to know whether it takes AA batteries
Does the bike come assembled
is it real leather
Am I able to use it without registering?
do the gloves work with touch screens
Is the sofa cover removable
can it print double sided
Is it fit for professional kitchens
does the program take CSV
Do your lenses have UV protection
Can I bring my own number to your tariff
which operating systems are supported
Do the hotel rooms have air conditioning
Can I take my bike on your trains
Does the membership include the pool
is the language course suitable for complete beginners
Does the policy cover skiing
can the account be used by two people
Does your tariff work with a smart meter
Can I take this with blood pressure tablets
Do you have audiobooks in the library app
Will the wardrobe go under a sloping roof of 190 cm
is the plant okay in the shade
What age is the puzzle for
does the roof box go on an estate car
do the bike lights charge by USB
is this cat litter okay for kittens
Are there wheelchair seats at the concert
Is the soup gluten free
Does the coat have inside pockets
does the sim work in the usa
can I play it without a console
is it fragrance free
will a van fit in your car park
can I read the newspaper on a kindle
does the drill do concrete
Can I shower with the bracelet on
does the streaming plan have 4K
Is there a large print edition of the book
Does the mixer do bread dough
can the lens be used on a Sony body
Is the glucose meter compatible with android
decaf available?
does your payroll tool handle hourly staff
Will it run on my old laptop with 4 GB of RAM?
does this charger do 65 watts
Can the oven be used for pizza too
is the phone dual sim
Does the shampoo work on coloured hair?
will the size M fit someone of 180 cm
Are these shoes suitable for wide feet
do you have an api
Can it handle Excel files?
is there hindi language available in this app
Does your plan include roaming in Spain
Is it vegan? Does it contain nuts?
Can diabetics eat these biscuits
before i order: does it take SD cards
hi, is this compatible with iphone 15
Can you use the pan on induction
Works with Alexa?
can two people be on the same subscription at the same time
Does the game have a multiplayer mode
Is it playable on PS4 or only on the new one?
do u support gift wrapping
Will the blind fit a 90 cm window
Is the fabric stretchy, real cotton?
Does the SIM work in 5G?
Can I use one licence on two computers?
Is the toy safe for a two year old
Does the router cover three floors
does it have gps inside
Can my business plan handle 100 staff
is it possible to use the app with no internet connection
will the part fit a 2012 Golf?
What is the maximum load it can carry?
How long does the battery last on one charge?
Can I use the headset while swimming?
Does the tv come with a wall bracket in the box
Can it be connected to a projector?
Is it possible to read PDF in it
can i wash it at 60 degrees
Does the software integrate with Slack?
Does your prepaid card work for online shops abroad?
Is there a black version too?
Do you have this in size 44?
could i import my data from another program
Is Linux supported?
Does this contain lactose
does the camera see in the dark
Would this work for a beginner or is it for professionals
Is the app available for Huawei phones?
Will the new strap go with the old watch
are your covers suited for both models
Can the lamp be dimmed
Is the bag big enough for a 15 inch laptop
can your card be used in Apple Pay
Does the tariff allow hotspot tethering
does this model have a fingerprint reader`,
  'set-up': `How do I install the driver?
I need help setting up my new router
The pairing with the speaker doesn't finish
How do I activate the SIM card?
Configure the mail account on my tablet please
First time setup stops at step three
How do I connect the printer to wifi?
I can't pair the remote with the TV
Where do I enter the activation code?
How to set up two devices on one account
Installing the software on a second computer
The device does not show up when I try to add it
putting the crib together, the screws are left over
first start of the vacuum: it asks to join a network, which one
The SIM is in but there's no data, which settings do I need
Got my starter kit today, what is the first step to get it running
trying to hook up the projector to my laptop
How do I link my bank account to the app for the first time
license key isn't accepted during installation
Where's the setup file
How to hang up the lamp, which wire is live
the app wants a pairing code from the TV
Can your guy come and fit the dishwasher?
Connecting my games console to the hotel wifi
how to get emails on my iPhone with your mailbox
IMAP and SMTP settings please
integrating your plugin into our web shop
how to configure a new user on the telephone system
I can't find the button for pairing on the hearing aid
the extender won't link to the main router
my headphones connect to the old phone instead of the new one
How do I connect solar panel to the inverter
Want to migrate the software to my new laptop
how do I unbox and level the washing machine
the fitness band is not syncing the first time
How to insert SIM and switch on mobile internet
initial configuration of the NAS
my freezer came, how long to let it stand before plugging in
Which order do I wire the speakers in
how do I add my colleague's computer to the licence
Do I need a bridge to get the bulbs connected
updating the firmware before use, how
alarm system installation: where do the sensors go
enter serial number - which of the numbers on the box is it
Need assistance in mounting the tv on wall
how do i assemble the bike
how can I get the keyboard linked to three devices
camera not detected in the app when adding
linking the printer to the new wlan
domain connection to my website builder, what DNS entries
I downloaded the installer, what now
set my new watch up with my old phone
Can't finish installing, it says choose a folder
wiring the dash cam to the car battery
fitting the child seat in the car for the first time
the hotel wifi on my tablet, what do I enter to join
enabling the smart meter display, what first
pairing the glucose sensor with the phone
getting my e-reader onto the home network
how do I put the office suite on my laptop, with which key
mounting the curtain rail
connecting the garden pump to the hose
the treadmill arrived, how is it put together
my bike computer needs linking to the speed sensor
put the pet camera into my wlan
configuring the parking barrier remote
hooking up the record player to the amplifier
linking my savings account to the budgeting program
installing the game on a second drive
getting started with the online course software, it asks to install a plug-in
where does the SIM tray open to insert the card
adding my insurance card to the phone wallet
the oven needs connecting by an electrician, do you send one
fixing the wall bracket, which screws
how do I level the pool table when setting up
activating the bank card for the first time
create the first user on the hospital system
scanner software setup asks for a network address
baby monitor: parent unit doesn't find the camera at first start
drone won't bind with the remote
install fonts into the design program
which way round does the cable go when installing the light
setting up the till for a new shop
register my hearing aids in the phone
connecting two monitors, which cable and settings
how do i connect the soundbar to my telly
The app asks for a serial number, where is it printed?
Trying to get the modem going, which cable goes where
Need technician for installation of AC at my home
The installer says I need admin rights, how do I proceed with the installation
can't get my watch to sync with my phone for the first time
I just bought the licence, how do I get it activated?
Setting up parental controls on the new tablet
My SIM arrived, how do I activate it?
How do I port my old number to the new SIM
help me configure the vpn on windows
what do i enter as the server name when adding the account to my phone
How do I mount the shelf on the wall, the screws don't fit the plan
assembly of the wardrobe: where does part C go
How do I transfer everything from the old phone to the new one when setting it up
the hub does not find any bulbs when I add them
printer is not detected by my mac when i add it
How do I reset the router to factory settings and start over
The QR code for adding the device will not scan
Where do I download the software for my scanner
I need to reinstall the program on a new pc, how
how to link smart plug with google home
How do I register my device after buying it
how do I connect a bank card reader to the till
Stuck at "searching for devices" while configuring the camera
what's the default password of the router when setting up
setup wizard hangs on the language page
Pairing mode: how long must I hold the button?
my earphones don't show up in the bluetooth list
Please help me with first time configuration of the POS
how do i install the game from the disc
Do I need to update firmware before the first start
How do I put the APN in for mobile internet?
please tell how to set up e-mail in phone
Is there someone who comes and installs the washing machine?
Which drivers do I need for Windows 11
Connecting the thermostat: the red wire goes where?
The pump needs to be fixed to the tap, how do I attach it
how do i add my second phone to the plan
How to put the batteries and link the sensor
The dongle wants a PIN for pairing, what is it
I want to run it on our server, is there an install guide?
how do I change the wifi the doorbell is on
need to move the licence to another machine
I can't complete the registration of the device, it stays on step 2
How do I configure the user rights for my team
How do i set my region and time zone at the beginning
the controller won't connect to the console
Can you install it for me remotely?
Which port do I open in my firewall?
Syncing the calendar with Outlook, what do I set
I put the card in, now how do I enable mobile data
our IT wants to deploy the app on 30 phones, how
how do I build the desk, the instructions miss a step for assembly
the new boiler has to be connected to the app`,
};
