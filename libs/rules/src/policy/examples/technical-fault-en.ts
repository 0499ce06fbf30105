/** What breaks technically, in English. */
import type { ExampleLines } from './example-texts.ts';

export const technicalFaultEn: ExampleLines = {
  'app-crashes': `The app crashes when I open it
It freezes on the start screen
After the update everything closes by itself
The screen goes black in the middle of a call
The program stops working when I save
It crashes every time I upload a photo
My phone hangs as soon as I start your app
The game quits in level two
The device restarts by itself
White screen after login and nothing happens
The app is frozen and I can't click anything
Crash on iOS since version 5
throws me out
kicks me back to the desktop
suddenly closes
boots me out of the match
won't start up
dies at launch
no reaction when I tap
locked up
I have to kill it in task manager
the picture stands still and nothing can be pressed
turns off on its own
stuck at the welcome screen
it goes blank
hangs for ever at 50 %
needs a force stop
crash on opening pdf
quits unexpectedly
unexpectedly closed
program isn't responding
have to take the battery out each time
the software dies in the middle of work
computer freezes and has to be rebooted
goes to a black page
app gets closed when I open the map
terminated itself
not opening at all on my Redmi
shuts down during games
my tablet is stuck in a restart loop
boot loop after update
every second launch fails and closes
frozen screen at the cash desk
device hangs
phone gets hot and app closes
it stalls and then exits
can't use it, it collapses constantly
screen flickers then goes off
cannot open the program since the patch
watch face frozen
the radio reboots while driving
the app got stuck, no way out but restarting
banking app vanishes from the screen the second I open it
screen goes grey, must restart the phone
bike computer keeps rebooting
gym app jumps back to the start and closes
ticket app closes when I show my ticket
course player freezes
the kiosk froze with my card in it
patient app shuts when I open results
library catalogue program hangs
tv box reboots in the middle of films
e-book reader stuck, no page turn
game goes black after the intro
car display froze
camera freezes and needs the battery out
watch reboots in a loop
parking app crashes at start
thermostat screen is dead and restarts
till program closes when printing
the oven's touch panel is frozen
newspaper app quits while scrolling
the design program closes while exporting
drone app dies mid flight
meter app is stuck on the first page
baby monitor turns itself off
printer restarts in the middle of a job
insurance app flashes and is gone
music stops and the player closes itself
tablet hangs on the lock screen
it closes the moment I touch it
the moment I log in it shuts
app keeps crashing
it just closes
program quits when i print
My phone freezes with your app open
stuck on loading logo
screen went black and won't come back
can't get past the splash screen
it hangs when I open a large file
not responding
shuts down by itself on startup
the game crashed and my progress is lost
app force closes each time
blue screen whenever I start it
tv freezes and I have to unplug it
The whole computer locks up
after update app is not opening sir
frozen, no button reacts
tablet reboots in the middle of a film
app dies in the background
it crashed during a call
Bounces me back to the home screen
unresponsive since this morning, the app doesn't react to touch
Crashing on Android 14
the cursor is stuck and the program frozen
white screen at launch
The watch restarts every hour
game stuck at 99% and then exits
I press save and it vanishes
always crashes on the payment page
spins forever and then shuts
the till software freezes with customers waiting
your player stops and closes
My laptop hangs up when the program runs
camera app goes dark then quits
crash after crash
the console switches itself off while playing
it won't open at all, just flashes and is gone
The e-reader is frozen on one page
reinstalled twice and it still crashes
the screen freezes during video calls
blank screen
app collapses when I rotate the phone
exits without any warning
Freezes up at the same point each time
the router reboots on its own
screen turns off suddenly and the device restarts
it gets stuck when opening photos
Music app stops when screen locks and crashes
the system hung, I had to pull the plug`,
  'slow-or-down': `The website is down
Pages are loading very slowly
I can't reach the server
The connection drops every few minutes
Is there an outage right now?
Videos keep buffering
Everything is extremely slow today
The site doesn't load
The service is not available since this morning
It disconnects all the time
The page takes a minute to open
Your system seems to be offline
nothing loads
can't get online
can't open your homepage
it's impossible to reach your site
everyone in our company is cut off
your cloud is unreachable
timeouts all day
whole street has no internet
no dial tone
landline dead
poor signal indoors
wifi keeps cutting out
net is gone again
it drops out every evening
signal lost
broadband crawls
like dial up speed
ping is horrible
rubber banding in every match
picture breaks up
stutters while streaming
the stream stops every few seconds
it takes minutes
waiting ages for the page
so laggy
sluggish today
reaction time of the site is awful
the portal can't be reached since noon
servers seem overloaded
gateway unreachable from Asia
only works through a VPN
when is it up again
is it down for everybody
scheduled maintenance?
connection interrupted
no service on my phone
data not working though I have balance
calls keep dropping
network issue in our area
speed test shows only a tenth
site hangs while loading
email server unavailable
booking page spinning for ten minutes
no tv signal in the whole building
files take hours to sync
hotel wifi is hopeless
train app isn't reachable
gym website offline
the course videos stop to load all the time
online banking unreachable since morning
insurance portal takes forever
clinic's booking page won't load
library catalogue is down
phone line crackles and drops
mobile internet dead in my village
sale started and your shop can't be opened
ticket queue page doesn't move
game servers full, can't join
cloud photos upload at a snail's pace
broadband dies when it rains
email takes an hour to arrive
map loads tile by tile
radio stream cuts out
parking app can't reach the server
no connection to the smart home server
the site crawls at lunchtime
fibre down in our road
whole office offline
payment terminals in our shop can't connect to you
video calls are choppy
the newspaper site is not available
latency through the roof
site down?
page wont load
so slow today
internet is not working
no signal
broadband down since yesterday
loading forever
high ping, unplayable
servers down again?
your app is very laggy
Cannot connect to the server
the wifi drops constantly
network is very slow in my area
speed only 2 mbps
Stream keeps pausing to load
takes ages to open anything
Is there maintenance going on?
lost connection in the middle of the match
offline all morning
can't reach your page from work
cloud sync is crawling
Video quality is bad and stutters
outage in Manchester?
my mobile data isn't working at all
Calls drop after a minute
The website times out
poor reception at home
dashboard takes 30 seconds to show up
downloads are crawling
game lags badly
images don't load
unable to access the portal
nobody in our office can get on
everything hangs on loading, other sites are fine
Service interruption?
jio network not working in my village
buffering every two minutes
is the system under maintenance
connection lost, connection lost, all day
slow as a snail
The search takes forever
keeps reconnecting
dial tone is dead, line is dead
when will the service be back up
can't open the website in my browser
the api responds after 20 seconds
upload speed is terrible
your service is unavailable again
TV channels don't come in, no reception`,
  'error-message': `I get error code 500
It says something went wrong
An error message appears when I press send
Error E12 on the display
"Invalid request" when I submit the form
There is a bug in the calendar, dates are wrong
The message says "unknown exception"
The upload ends with an error
It shows "file not supported"
The total in the report is calculated wrong
Code 403 when I open the settings
A red warning pops up on every page
there's a code on the screen
what's the meaning of F3
fault light with number 17
it complains about an invalid date
it claims the field is empty
upload refused with a message
access denied
not authorised, it says, when I open a document
forbidden
internal error
unknown problem, try again later
contact your administrator
warning sign comes up
popup window with an error keeps coming
notice "file damaged"
system says operation failed
could not be saved
Saving ends in an error
export shows nonsense characters
strange characters in the text
results are incorrect
the column calculates wrong values
shows the wrong date
shown twice
list shows everything double
glitch
something is off with the display of prices, all zeros
the link opens the wrong page
button leads nowhere, found a bug
bug report: sorting is wrong
the counter doesn't count right
wrong language appears suddenly
alert: certificate expired
script error
the machine stops with E20
paper jam message but no paper in it
says no paper though there is paper
sensor error on the display
says "no internet" though I'm online
message says not enough memory
"session timed out, code 77" when booking
scale shows Err
balance shows as NaN
ticket machine says "out of order 12"
"card unreadable" on the gym gate
course quiz says invalid answer for everything
insurance form: "date not allowed"
bank app: "service error 9001"
meter display reads F--
clinic site: "slot no longer valid" though it's free
library says "item not found" for every book
printer insists the cartridge is unknown
car display says check sensor, bought from you
bike display E21
"seat already taken" when nobody is there, looks like a bug
pizza app says address unknown, it's right
sim error "not provisioned"
game: "save data corrupted"
parking app says "zone unknown"
tv message "signal protected"
e-book says "licence missing"
oven shows F9
camera says "card locked"
monitor shows EE
scanner reports "cover open" and it's shut
prices appear as zero, display bug
weather shows the wrong city
names and dates are mixed up in the list
the form jumps back and says "incomplete"
calendar puts meetings an hour late
error 404
it says failed to save
getting an error
what does code 0x80070005 mean
"unexpected error occurred"
shows E5 on the display
a pop up says invalid input
The message "try again later" won't go away
there's a glitch in the list
wrong totals in my report
the sync fails with code 12
"permission denied" when opening the file
I get a message that the file is corrupt
warning triangle on the dashboard
"certificate not valid"
Printer shows error B200
unable to process your request, it says
fault code F21 on washer
the numbers are displayed wrongly
a bug: my name shows as question marks
date appears as 1970
duplicate entries appear in my calendar
form tells me a field is required but it's filled
It says "out of memory"
app says network error but internet is fine
Exception in line 20
installation ended with error 1603
Red text "something is not right"
I'm getting error while uploading documents
showing technical error please try after some time
message: "too many requests"
the button does the wrong thing, it opens another page
"session invalid" message when sending the form
the calculator gives a wrong result
Search shows results that don't match, must be a bug
error appears when I export
"server error, contact support"
symbols instead of letters
Notification says unsupported format
what does alarm A3 mean on the boiler
it throws an error
message box keeps popping up
a wrong temperature is displayed
PDF export is garbled
the filter doesn't work right, shows everything
'unknown device' message
receiving "bad gateway"
the map shows my location wrong
error while recharge: code U30`,
};
