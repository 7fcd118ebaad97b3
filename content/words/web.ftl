# Words that only the pages in a browser show. What is said in a session itself is in the language's own file.

## On every page
web =
    .name = Unknot
    .pages = Pages

## Links to the pages
web-nav =
    .today = Today
    .seven = The seven
    .journal = Journal
    .settings = Settings
    .safety = Safety
    .about = About

## The first page
web-today =
    .title = The seven
    .promise = Seven stretches that may ease a sore upper back, in seven minutes.

## An address that leads nowhere
web-unknown =
    .title = Nothing here
    .text = There is no page at this address.
    .back = To the first page

## Begin
web-begin =
    .title = Before you begin

## Session
web-session =
    .title = Session

## After
web-after =
    .title = How was it?

## Seven
web-seven =
    .title = The seven

## Exercise
web-exercise =
    .title = Exercise

## Print
web-print =
    .title = The seven on one page

## Journal
web-journal =
    .title = Journal

## Safety
web-safety =
    .title = Safety

## About
web-about =
    .title = About

## Settings
web-settings =
    .title = Settings
