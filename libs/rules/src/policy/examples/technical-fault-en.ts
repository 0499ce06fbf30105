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
closes as soon as i tap on camera
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
no internet since storm
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
It says my file is too big
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
