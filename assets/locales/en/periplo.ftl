### The texts of Periplo’s interface in English. The other languages have the same messages with the same arguments.
### The headings name the files of src/lang that use the messages.

## The method’s terms (terms.rs)

kind-online = online
kind-offline = offline
kind-product = product
intent-intentional = intentional
intent-unintentional = unintentional
untagged = untagged
critical = critical
or = or
phase-before = Before
phase-during = During
phase-after = After
contact-direct = direct
contact-indirect = indirect
agent-person = person
agent-machine = machine
evidence-assumed = assumed
evidence-reported = reported
evidence-measured = measured
effort-small = small
effort-medium = medium
effort-large = large
emotion-very-bad = very bad
emotion-bad = bad
emotion-neutral = neutral
emotion-good = good
emotion-very-good = very good

## Values of fields (values.rs)

yes = yes
no = no
value-text = “{ $text }”

## Fields, columns and forms (fields.rs)

field-name = name
    .about = what the customer does, in the customer's words
field-kind = kind
    .about = online, offline or through the product
field-intent = intent
    .about = planned and carried out by you, or not
field-channel = channel
    .about = the medium: website, shop, word of mouth…
field-reach = reach
    .about = how many customers get here: 1200, 1.2k, 3M
field-evidence = evidence
    .about = where that number comes from
field-emotion = emotion
    .about = how the customer feels
field-critical = critical moment
    .about = decides whether the customer stays
field-context = context
    .about = the circumstance the customer is in
field-need = need
    .about = what the customer wants
field-value = value
    .about = what you offer, plus something extra
field-pain = pain
    .about = what hurts
field-with-previous = alternative
    .about = shares the step of the touchpoint above
field-contact = contact
    .about = deals with you, or only hears of you
field-agent = agent
    .about = a person or a machine on your side
field-actors = actors
    .about = who takes part on either side; several with ;
field-action = action
    .about = what you will do about it
field-effort = effort
    .about = what the action costs you
field-owner = owner
    .about = who will do it
field-due = due
    .about = when the action has to be done: 2026-12-15
field-kpi = KPI
    .about = how you will know that it works
field-metric = metric
    .about = its name in your data
field-votes = votes
    .about = dots given in the workshop
field-accepted = silenced findings
    .about = findings that the review no longer shows
field-notes = notes
    .about = anything else, on several lines
field-title = title
    .about = the map's name
field-persona = persona
    .about = whose journey this is
field-scenario = scenario
    .about = the situation the persona is in
field-goal = goal
    .about = what the persona wants to achieve
field-company = company
    .about = whose touchpoints these are
field-unit = unit
    .about = what reaches count: people, sessions, accounts
field-period = period
    .about = when they were counted: 2026-Q3
field-objectives = objectives
    .about = KPIs or OKRs of the whole map; several with ;
group-everyday = Everyday
group-customer = The customer
group-company = The company
group-workshop = The workshop
group-journey = The journey
group-counting = Counting
inventory-map = Map
inventory-file = File
inventory-id = ID
inventory-order = Order
inventory-phase = Phase
inventory-step = Step
inventory-touchpoint = Touchpoint
inventory-score = Score
form-of-several = { $count } touchpoints: what you change here changes in all of them
form-of-map = The map’s fields
several-values = several values
emptied-in-all = will be emptied in all
date-fault = a date is needed, like 2026-12-15 or 15/12/2026
date-order-fault = this may be one of two days: write it as year, month and day, like 2026-12-15
field-fault = { $field }: { $fault }

## Actions, contexts and keys (actions.rs)

context-board = The board
context-funnel = The funnel
context-review = The review
context-priorities = The priorities
context-presentation = The presentation
context-vote-number = The presentation: a number for a vote
context-quick-entry = Quick entry
context-empty-entry = Quick entry: the empty line
context-form = A form: text fields
context-choice = A form: choices
context-notes = A form: notes
context-prompt = A prompt
context-browser = A list of files
context-filter = The filter
context-filter-choices = The choices of the filter
context-palette = All actions
context-question = A question
context-confirmation = A question with numbered answers
context-recovery = Recovery of unsaved changes
context-export = Exporting the map
context-import = The preview of a file
context-help = The help
context-room-page = The presentation: the page of the room
context-room = The room pane
context-share = The room’s dialog
context-themes = The list of themes
context-start = The start screen
context-tour = The guided tour
context-opening = A file that is being opened
context-unreadable = A file that cannot be opened
act-left = left
    .about = Go to the phase on the left
act-right = right
    .about = Go to the phase on the right
act-up = up
    .about = Go to the touchpoint above
act-down = down
    .about = Go to the touchpoint below
act-first = first
    .about = Go to the beginning of the phase or of the list
act-last = last
    .about = Go to the end of the phase or of the list
act-page-up = page up
    .about = Go several touchpoints or lines up
act-page-down = page down
    .about = Go several touchpoints or lines down
act-next-pane = funnel
    .about = Go to the funnel, or to the review, balance or priorities shown there, and back
act-quick-entry = add
    .about = Add touchpoints below the selection, one per line
act-edit-touchpoint = edit
    .about = All fields of the touchpoint, or of all that are marked
act-edit-map = map
    .about = The map's own fields: title, persona, unit, period
act-move-left = to the left
    .about = Move the touchpoint to the end of the phase before
act-move-right = to the right
    .about = Move the touchpoint to the beginning of the next phase
act-move-up = move up
    .about = Move the touchpoint up
act-move-down = move down
    .about = Move the touchpoint down
act-tag-online = online
    .about = Tag as online; again: untag
act-tag-offline = offline
    .about = Tag as offline; again: untag
act-tag-product = product
    .about = Tag as through the product; again: untag
act-cycle-intent = intent
    .about = Intentional, unintentional, untagged, in turn
act-toggle-critical = critical
    .about = Mark or unmark as a critical moment
act-raise-emotion = emotion
    .about = The customer feels better here
act-lower-emotion = feels worse
    .about = The customer feels worse here
act-add-vote = vote
    .about = Give a vote
act-remove-vote = unvote
    .about = Take a vote back
act-settle-conflict = settle
    .about = Choose a side of a conflict that a merge left in the notes
act-give-reach = reach
    .about = How many customers get here
act-toggle-alternative = alternative
    .about = Join to the touchpoint above as an alternative, or separate
act-delete = delete
    .about = Delete the touchpoint; undo brings it back
act-copy = copy
    .about = Copy the touchpoint
act-paste = paste
    .about = Paste what was copied below the selection
act-mark = mark
    .about = Mark or unmark, and go on to the next; the next action applies to all that are marked
act-undo = undo
    .about = Undo the last change, without limit
act-redo = redo
    .about = Redo the last undone change
act-search = search
    .about = Find touchpoints by their words
act-next-hit = next
    .about = Go to the next match
act-previous-hit = previous
    .about = Go to the previous match
act-clear-board = back
    .about = Clear marks and search, go back to the columns; again: funnel, equal columns, no filter
act-filter = filter
    .about = Show only what you ask for: #offline ! owner:ana …; again to change it
act-hide-rest = hide the rest
    .about = Hide what does not match the filter, or show it small again
act-next-finding = next finding
    .about = Go to the next touchpoint with a finding of the review
act-previous-finding = previous finding
    .about = Go to the previous touchpoint with a finding of the review
act-next-untagged = next untagged
    .about = Go to the next touchpoint without kind or intent
act-palette = actions
    .about = Find any action by its name and run it; also :w :q :e FILE
act-duplicate = duplicate
    .about = Make a copy below the selection
act-mark-range = mark to here
    .about = Mark all from the last marked one to here
act-mark-all = mark all
    .about = Mark all that match the filter, or all; again: none
act-show-funnel = funnel
    .about = Show the funnel again
act-show-review = review
    .about = Show what the review finds, and back
act-show-balance = balance
    .about = Show the balance of kinds, intents and what is known, and back
act-show-priorities = priorities
    .about = Show where to act first, and back
act-show-room = room pane
    .about = Show what came from the room, and back
act-share = room
    .about = Open a room for telephones, or show its link and close it
act-room-take = take
    .about = Add the line to the board
act-room-take-all = take all
    .about = Add all lines to the board, in one undo step
act-room-decline = decline
    .about = Decline the line
act-room-reveal = reveal
    .about = Show everybody what was written, or the votes, which are added to the map
act-room-collect = collect
    .about = Begin a round in which nobody sees what others write
act-room-vote = vote
    .about = Begin a vote with dots
act-room-open-doors = open doors
    .about = Let lines go straight onto the board, or let them wait again
act-room-lock = lock
    .about = Let nobody else join, or everybody with the link again
act-room-new-link = new link
    .about = Make a new link and disconnect everybody
act-room-close = close
    .about = Close the room; waiting lines are kept
act-present = present
    .about = Present the map to an audience, one step at a time, without key hints
act-next-step = next step
    .about = Go to the next step; after the last step of the funnel comes the whole funnel
act-previous-step = previous step
    .about = Go to the previous step
act-next-touchpoint = next
    .about = Go to the next touchpoint, also among the alternatives of a step
act-previous-touchpoint = previous
    .about = Go to the previous touchpoint, also among the alternatives of a step
act-first-step = first step
    .about = Go to the first step
act-last-step = last step
    .about = Go to the last step
act-next-phase = next phase
    .about = Go to the next phase
act-previous-phase = previous phase
    .about = Go to the previous phase
act-overview = overview
    .about = Show the whole journey at once, and back
act-enlarge = open
    .about = Show the step enlarged; from there: all fields of the touchpoint
act-one-phase = this phase only
    .about = Show only this phase, or the whole journey again
act-room-page = the room
    .about = Show the code of the room, what people wrote or how they voted, and back
act-ranking = votes
    .about = Show the touchpoints with most votes, and back
act-countdown = timer
    .about = Start the timer; while it runs: pause or resume it
act-stop-countdown = stop the timer
    .about = Remove the timer
act-black-screen = black
    .about = Show nothing until the next key
act-leave-presentation = to the board
    .about = Go back to the board
act-vote-1 = vote 1
    .about = Type the digit 1 of a touchpoint's number, for a vote
act-vote-2 = vote 2
    .about = Type the digit 2 of a touchpoint's number, for a vote
act-vote-3 = vote 3
    .about = Type the digit 3 of a touchpoint's number, for a vote
act-vote-4 = vote 4
    .about = Type the digit 4 of a touchpoint's number, for a vote
act-vote-5 = vote 5
    .about = Type the digit 5 of a touchpoint's number, for a vote
act-vote-6 = vote 6
    .about = Type the digit 6 of a touchpoint's number, for a vote
act-vote-7 = vote 7
    .about = Type the digit 7 of a touchpoint's number, for a vote
act-vote-8 = vote 8
    .about = Type the digit 8 of a touchpoint's number, for a vote
act-vote-9 = vote 9
    .about = Type the digit 9 of a touchpoint's number, for a vote
act-vote-0 = vote 0
    .about = Type the digit 0 of a touchpoint's number, for a vote
act-give-vote = give the vote
    .about = Give the vote to the touchpoint with the typed number
act-forget-number = no vote
    .about = Forget the typed number
act-raise-conversion = one point more
    .about = What if the conversion were one percentage point higher?
act-lower-conversion = one less
    .about = What if the conversion were one percentage point lower?
act-raise-conversion-more = five points more
    .about = What if the conversion were five points higher?
act-lower-conversion-more = five less
    .about = What if the conversion were five points lower?
act-give-conversion = type a share
    .about = Type a conversion to try for this step
act-begin-funnel = begin here
    .about = Let the funnel begin at this step; again: at the first one
act-put-back = reset
    .about = Reset all what-if changes; then go back to the columns
act-assume = keep
    .about = Write the what-if changes into the map, as assumed reaches
act-mend = fix
    .about = Open the field that fixes the finding
act-accept-finding = silence
    .about = Silence the finding for this touchpoint
act-find-again = unsilence
    .about = Show the silenced findings of this touchpoint again
act-one-rule = this rule
    .about = Show only the findings of this rule, or all again
act-attend = plan action
    .about = Open the touchpoint at the field for the action
act-toggle-curve = emotions
    .about = Show or hide the emotion curve
act-toggle-density = compact
    .about = One line per card, or all details
act-tour = tour
    .about = Learn Periplo in two minutes, on a practice map
act-skip-lesson = skip
    .about = Go on to the next lesson of the tour
act-end-tour = end
    .about = End the tour; the practice map is discarded
act-widen = widen
    .about = Give this phase nearly all the width and show all details of its cards, or share the width equally again
act-themes = colours
    .about = Choose the colours, with a preview
act-export = export
    .about = Write the map as a document: page, poster, table, diagram
act-copy-text = copy as text
    .about = Copy as Markdown to the terminal's clipboard
act-save = save
    .about = Save the map
act-save-as = save as
    .about = Save the map in another file
act-help = help
    .about = All keys, filtered as you type
act-quit = quit
    .about = Leave Periplo; asks when something is unsaved
act-open = open
    .about = Open a file
act-new-map = new map
    .about = Start with an empty map
act-edit-file = edit
    .about = Fix the file in your own editor ($VISUAL, $EDITOR) at the first fault, then read it again
act-read-again = read again
    .about = Read the file again after you fixed it in another window
act-repaint = repaint
    .about = Paint the whole screen anew, if another program wrote on it
act-accept = done
    .about = Accept what is typed or chosen
act-choose = choose
    .about = Open, run or tick the selected entry
act-add = add
    .about = Add the touchpoint and type the next one
act-leave = back
    .about = Go back; a typed line is kept, and a changed form asks first
act-entry-next-phase = next phase
    .about = On the empty line: go on at the end of the next phase
act-entry-previous-phase = phase before
    .about = On the empty line: go on at the end of the phase before
act-go-on = go on
    .about = Go on editing
act-recall = bring back
    .about = Bring back what was discarded when this form was open before
act-undo-typing = undo
    .about = Undo the last word or change in the line, and then the last change of the map
act-next = next
    .about = Go to the next one
act-previous = previous
    .about = Go to the previous one
act-next-choice = pick
    .about = Pick the next answer; a digit picks directly
act-previous-choice = pick previous
    .about = Pick the previous answer
act-next-meaning = change
    .about = Take the selected row for its next meaning
act-previous-meaning = change back
    .about = Take the selected row for its previous meaning
act-guess-again = guess again
    .about = Undo your choice in the selected row
act-leave-out = leave out
    .about = Leave out the selected column, touchpoint or row, or bring a touchpoint back
act-add-unmatched = add new rows
    .about = Add the rows that match no touchpoint of the open map, or leave them out
act-other-target = goes into
    .about = Take the file into a new map, the open map or its reaches
act-other-list = map
    .about = Go to the map as it will be, and back
act-take-in = take in
    .about = Take everything in, as it is shown, in one step
act-complete = complete
    .about = Complete the word; again: the next possible one
act-keep = keep
    .about = Keep what would be lost
act-discard = discard
    .about = Discard it
reason-nothing-selected = There is no touchpoint here. Press { $quick-entry } to add one.
reason-nothing-to-undo = There is nothing to undo: the map is as it was opened.
reason-nothing-to-redo = There is nothing to redo: undo something first, with { $undo }.
reason-nothing-copied = Nothing is copied yet. Press { $copy } on a touchpoint first.
reason-no-conflict = There is no conflict of a merge here. The review lists all of them: { $show-review }.
reason-nothing-searched = Nothing was searched or filtered yet. Press { $search } or { $filter } first.
reason-first-of-phase = The first touchpoint of a phase cannot be an alternative: there is none above it.
reason-first-phase = There is no phase before this one; { $move-right } moves to the next.
reason-last-phase = There is no phase after this one; { $move-left } moves to the one before.
reason-at-top = It is the first of its phase already; { $move-down } moves it down.
reason-at-bottom = It is the last of its phase already; { $move-up } moves it up.
reason-no-votes = It has no vote to take back; { $add-vote } gives one.
reason-best-emotion = The customer feels very good here already; { $lower-emotion } lowers it.
reason-after-purchase = A what-if ends at the purchase: choose a step before or during it.
reason-before-funnel = This step is before the one where the funnel begins. Choose a later step, or let the funnel begin here with { $begin-funnel }.
reason-no-reach = Nobody knows how many reach this step. { $give-reach } gives its reach.
reason-first-reach = This is the first step with a reach, so it has no conversion. Choose a later step.
reason-nobody-before = Nobody reaches the step before, so this one has no conversion. Choose another step.
reason-no-funnel-beginning = The funnel cannot begin here: choose a step up to the purchase, with a reach here or later.
reason-nothing-supposed = There is no what-if change yet: { $raise-conversion } and { $lower-conversion } change the conversion of a step.
reason-nothing-listed = The list is empty.
reason-line-without-touchpoint = This line is not about one touchpoint. Choose another line, or go to the columns with { $next-pane }.
reason-not-acceptable = This finding is not about one touchpoint: it cannot be silenced.
reason-nothing-accepted = No finding of this touchpoint is silenced.
reason-read-only = Somebody else is working on this map: you can only read it. { $save-as } saves a copy of your own.
reason-nothing-further = There is nothing more in that direction. { $leave-presentation } goes back to the board.
reason-not-numbered = Numbers give votes on a step and in the overview ({ $overview }).
reason-no-file-for-room = A room needs a map with a file. Save it first with { $save-as }.
reason-room-closed = The room is closed. { $share } opens it.
reason-room-hidden = The lines are hidden. { $room-reveal } shows them.
reason-dots-hidden = Dots are hidden. { $room-reveal } reveals them and adds them to the map; only then another round can begin.
reason-nothing-waits = No line waits.
reason-nothing-to-reveal = Nothing is hidden.
reason-nothing-counted = No timer is running. Press { $countdown } to start one.
reason-worst-emotion = The customer feels very bad here already; { $raise-emotion } raises it.
reason-nothing-filtered = No filter is on yet. Press { $filter } first.
reason-nothing-marked = Nothing is marked yet. Press { $mark } on the first one, then { $mark-range } on the last.
reason-not-a-text = An editor cannot fix this. Fix it elsewhere, then press { $read-again } to read it again.
reason-nothing-to-clear = Nothing is marked, searched or filtered.
reason-not-by-phase = This page shows all phases. { $enlarge } shows the step again.
reason-end-of-shares = A conversion goes from 0 to 100 %.
key-space = Space
key-enter = Enter
key-backspace = Backspace
key-delete = Del
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-shift = Shift

## The board (board.rs)

untitled = Untitled map
unsaved = unsaved
unsaved-unprotected = unsaved, not protected from a crash
read-only = read-only
touchpoints = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
marked = { $count } marked
more-above = ↑ { $count } more
more-below = ↓ { $count } more
window-too-small = Please enlarge the window.
window-too-large = The window is larger than { $columns } × { $rows } cells; only that much of it is used.
drop-target = ▸ drop here
drop-refused = Nothing can be dropped there. The touchpoint stays where it was; drop it on a card, a column or its heading.
emotion-curve = Emotion · { $known } of { $count } known
lowest-emotion = lowest { $face } { $name }
ask-search = Find touchpoints with these words
search-found = { $count ->
    [one] One match.
   *[other] { $count } matches. { $next } and { $previous } go from one to the next.
}
search-not-found = No match. Press { $search } to search for other words.
search-position = { $nth } of { $count }
all-tagged = Every touchpoint has its kind and its intent.
untagged-position = { $missing ->
    [kind] The kind is missing
    [intent] The intent is missing
   *[both] Kind and intent are missing
} here ({ $nth } of { $count }).
empty-before = Nothing here yet. How do customers first hear of you? Press { $key } and type it, one touchpoint per line.
empty-during = Where do customers meet you while they buy? Press { $key } to add it.
empty-after = What happens once they have bought: delivery, use, help, coming back? Press { $key } to add it.
curve-shown = Emotion curve on; if you do not see it, enlarge the window.
curve-behind-pane = Emotion curve on. In a small window it is hidden until the pane is closed ({ $key }).
curve-hidden = Emotion curve off.
cards-compact = Cards take one line each.
cards-full = Cards show all details that they have room for.
filter-rest-hidden = { $count ->
    [0] All touchpoints match the filter: there is nothing to hide.
    [one] 1 touchpoint is hidden.
   *[other] { $count } touchpoints are hidden.
}
filter-rest-small = { $count ->
    [0] All touchpoints match the filter: none is shown small.
    [one] 1 touchpoint is shown small.
   *[other] { $count } touchpoints are shown small.
}

## Changes of the map (editing.rs)

deleted = { $count ->
    [one] Deleted “{ $name }”. Press { $undo } to undo.
   *[other] Deleted { $count } touchpoints. Press { $undo } to undo.
}
deleted-again = Deleted “{ $first }”, then “{ $second }”. Press { $undo } once for each to undo.
copied = { $count ->
    [one] Copied. Press { $paste } to paste.
   *[other] Copied { $count } touchpoints. Press { $paste } to paste.
}
pasted = { $count ->
    [0] The pasted text contains no touchpoint.
    [one] Added a touchpoint.
   *[other] Added { $count } touchpoints. One undo removes them all.
}
duplicated = { $count ->
    [one] Made a copy of “{ $name }”. Press { $edit } to change it.
   *[other] Made copies of { $count } touchpoints; the copies are marked now. { $clear } drops the marks.
}
marked-changed = Changed { $count } touchpoints. { $clear } drops the marks.
marked-now = { $count ->
    [0] Nothing is marked any more.
    [one] One is marked. The next action applies to it; { $clear } drops the mark.
   *[other] { $count } are marked. The next action applies to all of them; { $clear } drops the marks.
}
reaches-given = { $count ->
    [one] The reach of { $name } is changed.
   *[other] The reaches of { $count } touchpoints are changed, beginning with { $name }.
}
pasted-columns = The paste has several columns. Copy only the column of numbers. Nothing was changed.
pasted-more-than-follow = The paste has { $numbers } numbers, and from here to the end { $count ->
    [one] there is one touchpoint
   *[other] there are { $count } touchpoints
}. Nothing was changed.
pasted-more-than-marked = The paste has { $numbers } numbers, and { $count } touchpoints are marked. Nothing was changed.
pasted-more-than-funnel = The paste has { $numbers } numbers, and from here to the purchase { $count ->
    [one] there is one touchpoint
   *[other] there are { $count } touchpoints
}. Nothing was changed.
reaches-removed = { $count ->
    [one] Removed one reach. Press { $undo } to undo.
   *[other] Removed { $count } reaches. Press { $undo } to undo.
}
field-changed = “{ $name }” · { $field }: { $value }
undone = Undone: { $change }.
redone = Redone: { $change }.
undone-import = Undone: the import of { $file }.
redone-import = Redone: the import of { $file }.
kept-besides = { $text } What others have changed since stays: { $kept }.
not-undone = Not undone, because others have changed it since: { $kept }. The next { $key } goes on with the change before.
not-redone = Not redone, because others have changed it since: { $kept }.
kept-touchpoint = “{ $name }”
kept-map = the map itself
change-map = the map's fields
change-add = { $count ->
    [one] adding “{ $name }”
   *[other] adding { $count } touchpoints
}
change-edit = { $count ->
    [one] changing “{ $name }”
   *[other] changing { $count } touchpoints
}
change-delete = { $count ->
    [one] deleting “{ $name }”
   *[other] deleting { $count } touchpoints
}
change-move = { $count ->
    [one] moving “{ $name }”
   *[other] moving { $count } touchpoints
}
change-merge = the merged changes
change-with-fields = { $change } ({ $fields })
refused-unknown = That touchpoint is not in the map any more.
refused-taken = That touchpoint is in the map already.
refused-too-many = A map holds { $limit } touchpoints at most.
refused-nothing = Nothing to change.

## Input lines (entry.rs)

entry-below = { $phase } · below “{ $name }”
entry-first = { $phase } · first touchpoint
entry-added = { $count } added
entry-marks = #online #off #prod  #int #unint  @channel  =1.2k  ! critical  :'( :( :| :) :D
entry-unknown-mark = “{ $word }” is not a mark: it stays in the name
entry-suggested = (suggested by the channel)
entry-also-suggested = the channel suggests:
nothing-to-complete = Nothing to complete. Type @ and the beginning of a channel first.
ask-reach = How many get to “{ $name }”?  { $next } next card  empty: unknown
ask-reach-of-marked = How many { $customers } get to each of these { $count } touchpoints? Empty: unknown
ask-reach-of-differing = How many { $customers } get to each of these { $count } touchpoints?
no-next-touchpoint = There is no touchpoint beyond this one. { $leave } goes back to the board.
text-empty = write something here
text-too-long = { $found } characters are too many; at most { $limit } fit
line-without-name = Write what the customer does, too.
pasted-shortened = { $count ->
    [one] One text was too long for a name: all of it is in the notes.
   *[other] { $count } texts were too long for names: all of them are in the notes.
}
pasted-line-fault = Line { $number } of the paste: { $fault } Nothing was added.
pasted-number-fault = Line { $number } of the paste, { $found }: { $fault }. Nothing was changed.
paste-too-long = The pasted text is too long for one line ({ $found } characters); none of it was added. Paste it in parts.
number-not-a-number = a whole number is needed, like 1200 or 1.2k
number-negative = a number below 0 makes no sense here
number-not-whole = a whole number is needed, without a fraction
number-too-large = the number is too large

## The filter (filter.rs)

filter-title = Filter · { $kept } of { $all } { $all ->
    [one] touchpoint
   *[other] touchpoints
}
filter-marks = #on #off #int  !  :( :)  before  owner:ana  @shop  #? =? unknown  words  { $key } to pick
filter-incomplete = not complete yet: { $words }
filter-funnel-note = The funnel still shows the whole map.
filter-phase = phase
filter-finding = finding
filter-rest = the rest
filter-hide-rest = hide it
filter-summary = filter: { $line } · { $kept } of { $all }
whole-map = whole map
filter-matches = { $count ->
    [one] One touchpoint. { $hide } hides the rest, { $clear } shows all.
   *[other] { $count } touchpoints. { $hide } hides the rest, { $next } and { $previous } go over them, { $clear } shows all.
}
filter-no-match = No touchpoint matches. Press { $filter } to change the filter, { $clear } to show all.
filter-word-unknown = “{ $word }” means nothing in a filter. { $filter } changes the filter.
filter-excludes-selected = This touchpoint does not match the filter: it is hidden as soon as you select another.
filter-empty-phase = Nothing here matches the filter.
filter-cleared = The filter is off: all touchpoints are shown.

## The start screen and the list of a folder (start.rs)

template-retail = a holiday shop
    .about = People hear of a shop, weigh it up, buy presents and come back with questions: word of mouth, reviews, sales team, website, shop.
template-travel = an airline
    .about = From the first search for a flight to the e-mail after it: website, friendly staff, a call centre that solves problems.
template-b2b = a company orders computers
    .about = Four ways to learn of a supplier in one step, a buying department, sales representatives, and the deal.
template-trial = software with a free trial
    .about = Search, reviews, live chat, trial, reminder, purchase: most people leave before they have used it.
template-flash-sale = a flash sale on a social network
    .about = Curiosity and saving money: from the post to the order, and what makes people come back at full price.
welcome = Periplo: a customer's journey, touchpoint by touchpoint
welcome-more = Choose how to start. Nothing is written before you save.
start-recent = Continue
start-orphans = Unsaved changes whose file is gone
start-new = Begin
start-leave = Press { $key } to leave Periplo.
offer-new-map = an empty map
offer-new-map-about = Three empty columns: before, during and after the purchase. Press { $key } and type what customers do, one touchpoint per line.
offer-orphan-about = Not saved, { $ago }. The map was { $file }. If you moved it, open it where it is now: the changes are offered there too.
offer-open-about = A map of yours, in a .ron file.
offer-tour = two minutes, hands on
offer-tour-about = Eleven small exercises on a practice map: add, tag, move, count, present, export. Nothing of it is kept, and you can end it whenever you like.
parent-folder = the folder above
browser-hint = type part of a name, or a path
browser-empty = No maps in this folder. Choose another folder, or type the path of a file.
no-such-folder = There is no folder { $typed } here.
browser-opens-typed = No name here contains that. { $key } opens { $typed } as a path.

## Questions, the palette and the help (dialogs.rs)

ask-unsaved-map = The map has changes that are not saved.
ask-unsaved-form-live = The form has changes. Take them into the map? They are saved at once.
ask-unsaved-form = The form has changes. Take them into the map? No file is written yet.
answer-save = save the file and leave
answer-take-in = take it in
answer-discard-corrections = discard your changes to the preview
ask-unsaved-import = You changed how the file is read. Take it in?
answer-take = take them into the map
answer-edit = go on editing
line-kept = Left. What you typed is kept: { $key } brings it back in the next line of this kind.
discarded-kept = You discarded changes here: { $key } brings them back.
nothing-discarded = Nothing was discarded in this form.
answer-save-first = save the file, then continue
answer-go-on = continue without saving
answer-discard = discard them
answer-leave = leave without saving
answer-back = go back
ask-save-as = Save the map as
file-name-needed = Type the file's name first.
ask-overwrite = There is a file { $file } already.
ask-not-saved = Not saved: { $why }.
ask-changed-outside = { $file } was changed by somebody else and is not a map any more, so it cannot be merged with yours.
ask-gone = { $file } was moved or deleted by somebody else.
answer-overwrite = replace that file
answer-other-file = save in another file
answer-again = try again
answer-write-anew = write it again
answer-share = work on it together: saving merges both
answer-read-only = only read: you cannot save in this file
no-such-action = There is no action “{ $typed }”. Delete some letters to see the available actions.
no-map-yet = No map is open yet. Start one first.
no-file-yet = The map has no file yet. Save it first.
command-write-copy = Write a copy to { $file } and stay with this file
command-save-as = Save the map in { $file } and go on there
command-save-in = Save the map in { $file }
command-save-and-quit = Save the map and leave Periplo
command-quit-anyway = Leave Periplo; what is unsaved is lost
command-open = Open { $file }; asks when something is unsaved
command-live = Live: saves each change at once and shows those of others; again: off
command-read-again = Read the file again; what is unsaved is lost
key-means-nothing = { $typed } does nothing here. { $help } lists the keys, { $palette } finds an action by its name.
key-of-other-layout = { $typed } does nothing here: the keys are Latin letters. Switch the keyboard’s layout, or press { $help } for help.
letter-of-other-layout = { $typed } does nothing here: the keys are Latin letters. Switch the keyboard’s layout.
question-keys = That key is no answer here. Keys that answer: { $keys }
key-too-early = The question had only just opened, so that key was not taken. Read it, then press the key again.
letter-in-choice = { $typed } picks nothing here: press the number of an option.
help-no-match = No key matches. Delete a letter.
ask-in-use = { $user } has this map open on the computer “{ $host }”.
ask-in-use-on = Somebody else has this map open on the computer “{ $host }”.
ask-in-use-elsewhere = Somebody else has this map open.

## Opening, saving and sharing files (files.rs)

open-not-found = { $file }: there is no such file; check the name, or make a new map with `periplo new`
open-folder = { $file } is a folder; name a map in it
open-special = { $file } is not a regular file; copy its contents into one first
open-too-large = { $file } is too large for a map: { $size } bytes, and at most { $limit } are read; check that it is the right file
open-unreadable = { $file } cannot be read: { $reason }; check the file’s permissions and try again
open-not-text = { $file } holds something that is not text at line { $line }, column { $column }; if it is a map, save it as UTF-8 in your editor
open-failed = { $file } cannot be opened; nothing was changed
save-folder = { $file } is a folder; choose a file name in it
save-special = { $file } is not a regular file; choose another name
save-read-only = { $file } is read-only and was left as it is; save under another name, or allow writing to it
save-exists = { $file } exists already; choose another name
save-no-folder = { $file } cannot be saved because there is no folder { $folder }; create it first, or choose another
save-changed-outside = { $file } was changed by somebody else in the meantime and was left as it is; reload it, or save under another name
save-busy = { $file } was left as it is: another Periplo is writing it and has not finished, perhaps because it is stopped; end that one or let it go on, then save again, or save under another name
save-newer-format = { $file } is of the newer format { $found } and was left as it is; save under another name
save-not-faithful = { $file } was left as it is, because the map could not be written without loss; export it and report this defect
save-not-kept = { $file } was left as it is: it can only be overwritten in place, and its old content could not be backed up ({ $reason }); save under another name, or fix the cause and try again
save-no-state-folder = { $file } was left as it is: it can only be overwritten in place, and there is no folder to keep its old content first; set HOME or XDG_STATE_HOME, or save under another name
save-unwritable = { $file } could not be written: { $reason }; nothing is lost: save under another name, choose another folder, or fix the cause and try again
opening = Opening { $file }…
opening-cancelled = { $file } was not opened.
new-file = { $file } is new; it is created when you save.
opened-folder = { $folder } is a folder: choose a map in it.
no-such-file = There is no file { $file }. Check its name, or start a new map.
opened-read-only = { $file } is read-only. { $save_as } saves your changes in another file.
repeated-ids = { $count ->
    [one] Two touchpoints of the file had the same id; the later one got a new one.
   *[other] { $count } touchpoints of the file had ids of others; they got new ones.
}
saving = Saving { $file } …
still-saving = The map is still being saved. Try again in a moment.
saving-first = The map is still being saved; your action follows after that.
save-as-own-file = { $file } is open for reading only: choose another name.
reloaded =
    { $file } was changed by somebody else: { $count ->
        [one] one change
       *[other] { $count } changes
    } loaded.
merged =
    { $file } was changed by somebody else: { $count ->
        [one] one change
       *[other] { $count } changes
    } merged with yours.
shared-map = You both work on this map. When you save, the changes of both are merged.
file-gone = { $file } was moved or deleted by somebody else. Your map is still here; saving asks first.
file-no-longer-a-map = { $file } was changed by somebody else and is not a map any more. Your map is still here; saving asks first.
no-editor = No editor was found. Set EDITOR to yours and start again, or fix the file in another window and press { $again }.
editor-not-started = The editor { $editor } cannot be started. Check VISUAL and EDITOR, or fix the file in another window and press { $again }.
saved = Saved { $file }: { $touchpoints }, { $size } kB.
copy-written = Copy written to { $copy } ({ $size } kB). You are still in { $own }.
interrupted-save-merged = A save of { $file } was interrupted. What others had saved meanwhile was put back in; please look it over.
saved-less-safely = It had to be written in place here, which is less safe when others save at the same moment.
editor-failed = The editor { $editor } failed with code { $code }. The file was read again as it is now.
editor-killed = The editor { $editor } was stopped from outside. The file was read again as it is now.

## Live editing (live.rs)

live = live
live-others = live · last change by others { $time }
live-others-short = live · others’ change { $time }
live-others-untimed = live · changed by others
live-no-file = live once saved
live-paused = live paused
live-failing = live · not saved
live-on = Live: each change is saved at once, and those of others appear by themselves. :live ends it.
live-off = No longer live: { $save } saves.
live-needs-file = Live needs a file: give the map a name.
live-read-only = Live: changes of others appear by themselves. You cannot change this map.
live-not-in-tour = The practice map is never saved, so it cannot be live. Open your own map first.
live-not-saved = Not saved: { $why }. Periplo tries again by itself.
live-in-use = { $who } You both work on it live.
live-settled-ours = You and somebody else changed { $field } of { $subject }: yours ({ $ours }) is later and stays; { $undo } takes theirs ({ $theirs }).
live-settled-theirs = You and somebody else changed { $field } of { $subject }: theirs ({ $theirs }) is later and stays; { $undo } takes yours ({ $ours }).
live-settled-all-ours = You and somebody else changed the same { $count } things: yours are later and stay; { $undo } takes theirs.
live-settled-all-theirs = You and somebody else changed the same { $count } things: theirs are later and stay; { $undo } takes yours.
live-not-deleted = { $subject } stays: somebody else deleted it while you changed it; { $undo } deletes it.
live-deleted = Somebody else deleted { $subject } after you changed it; { $undo } puts it back.
live-kept-changed = { $subject } stays: somebody else changed it while you deleted it.
live-replaced = Somebody else changed { $field } of { $subject } after you: theirs ({ $theirs }) stays instead of yours ({ $ours }).
live-replaced-all = Somebody else changed { $count } things that you had just changed: { $subjects }.
live-deleted-later = Somebody else deleted { $subject } after you changed it.
live-back = { $subject } is back: somebody else changed it after you deleted it.
form-subject-deleted = Somebody else deleted { $subject }. Accepting the form puts it back with what you typed.
form-subject-added = { $subject } is back with what you typed: somebody else had deleted it.
form-subjects-deleted = { $count ->
    [one] Somebody else deleted one of these touchpoints.
   *[other] Somebody else deleted { $count } of these touchpoints.
}
prompt-subject-deleted = Somebody else deleted this touchpoint. { $leave } leaves the line, and what you typed is kept.

## Recovery of unsaved changes (recovery.rs)

recovery = Unsaved changes were found
recovery-other-file = The changes were made in another file: { $file }
recovery-moved-file = The file was moved or renamed since these changes were made. It was { $file }.
recovery-gone-file = Their file is gone: { $file }
recovery-list = Recovering them changes this:
recovery-file-changed = The file has changed since then: both are merged.
answer-recover = recover them
answer-later = later
answer-discard-recovery = discard them
ask-discard-recovery = The changes that were found will be lost for good.
answer-keep-recovery = keep them for later; the file stays as it is
recovered =
    { $count ->
        [one] One change is back, not saved yet. { $undo } undoes it.
       *[other] { $count } changes are back, not saved yet. { $undo } undoes them.
    }
recovered-live =
    { $count ->
        [one] One change is back. { $undo } undoes it.
       *[other] { $count } changes are back. { $undo } undoes them.
    }
recovery-discarded = Discarded.
recovery-postponed = Kept for later: they are offered again when the map is opened.
recovery-postponed-untitled = Kept for later: they are offered again when Periplo starts without a file.
recovery-waits = Unsaved changes of this map are kept, and offered once the file can be opened again or is gone. periplo backups lists its old versions.
journal-damaged = A journal of unsaved changes is damaged; it was left in { $file }
recovery-changes =
    { $count ->
        [one] One change was
       *[other] { $count } changes were
    } not saved in “{ $title }” when Periplo ended, { $age } ({ $owner }).
journal-restored = Unsaved changes are protected from a crash again.
journal-failed = Unsaved changes cannot be protected from a crash ({ $reason }): save often.
owner-unknown = somebody
owner-of-host = on { $host }
owner = { $user } on { $host }

## Differences and merging (merge.rs)

save-conflicts = Others changed this map too, and there is a question about it: press { $leave } here and answer it; then the map is saved.
open-conflicts = { $count ->
    [one] 1 conflict open
   *[other] { $count } conflicts open
}
conflict-decided-ours = Yours stays: { $field } of { $subject } is { $ours }. { $undo } takes theirs ({ $theirs }).
conflict-decided-theirs = Theirs is taken: { $field } of { $subject } is { $theirs }. { $undo } takes yours ({ $ours }).
conflict-decided-deleted = { $subject } is deleted. { $undo } puts it back.
conflict-decided-kept = { $subject } stays. { $undo } deletes it.
conflicts-left-open = Left open: yours is in the map, theirs in the file. Nothing is saved until you choose: { $save } asks again.
answer-ours = yours: { $value }
answer-theirs = theirs: { $value }
ask-conflict-note = A merge left this in the notes, and it does not say enough to choose a side here: { $line }
answer-here = as it is here: { $value }
answer-other-version = as in the other version: { $value }
answer-open-notes = open the notes
answer-delete-line = delete this line
answer-decide-later = decide later
conflicts-in-notes = { $count ->
    [one] 1 conflict of a merge is left: { $settle } on its card (≠) settles it.
   *[other] { $count } conflicts of merges are left: { $settle } on their cards (≠) settles them.
}
conflicts-in-map-notes = { $count ->
    [one] 1 conflict of a merge is left in the map’s notes: { $settle } settles it.
   *[other] { $count } conflicts of merges are left in the map’s notes: { $settle } settles them.
}
conflict-settled = Settled. { $undo } undoes it.
conflict-changed = Somebody else changed this conflict meanwhile, so nothing was changed here.
answer-undecided = leave it as it is, and do not save now
conflict-note-of-notes = Merge conflict, notes of the other version:
merged-with-conflicts = { $count ->
    [one] One conflict: ours is in place, theirs is in the notes. Open the map and choose a side: its card has the sign ≠.
   *[other] { $count } conflicts: ours is in place, theirs is in the notes. Open the map and choose the sides: their cards have the sign ≠.
}
overwritten = Another program wrote over { $file }. This was saved there and is missing now: { $missing }.
overwritten-touchpoints = { $touchpoints } ({ $names })
overwritten-both = { $touchpoints } ({ $names }) and { $values }
overwritten-values = { $count ->
    [one] 1 value ({ $names })
   *[other] { $count } values ({ $names })
}
overwritten-value = { $field } of “{ $name }”
overwritten-value-of-map = { $field } of the map
taken-as-renamed = In { $file }, { $old } is missing and { $new } is new, so it counts as renamed. The version before is kept: periplo backups { $typed }
taken-as-renamed-several = In { $file }, { $count } touchpoints are missing and others like them are new, so they count as renamed. The version before is kept: periplo backups { $typed }
answer-bring-back = bring it back
answer-leave-out = leave it out; it stays among the old versions
brought-back = Brought back, not saved yet: { $save } saves it, { $undo } undoes it.
brought-back-live = Brought back. { $undo } undoes it.
brought-back-elsewhere = Somebody else has brought back what was missing.
left-out = Left out. To see what was there: periplo backups { $typed }
difference-of-map = map
difference-below = now below “{ $name }”
difference-at-top = now at the top
conflict-of-field = “{ $name }”: both sides changed { $field }. Keep yours ({ $ours }), or take theirs ({ $theirs })?
conflict-of-map = The map: both sides changed { $field }. Keep yours ({ $ours }), or take theirs ({ $theirs })?
conflict-of-place = “{ $name }”: both sides moved it. Keep your phase ({ $ours }), or take theirs ({ $theirs })?
conflict-deleted-by-us = “{ $name }”: you deleted it, they changed it. Delete it after all, or keep theirs?
conflict-deleted-by-them = “{ $name }”: you changed it, they deleted it. Keep yours, or delete it after all?
value-unset = not set
conflict-side-deleted = deleted
conflict-side-changed = changed
conflict-details-of-map = the map, { $sides }
conflict-details = “{ $name }”, { $sides }
conflict-note = Merge conflict, { $sides }
conflict-notes-full-of-map = the map’s notes have no room for this; the other side is only shown above
conflict-notes-full = the notes of “{ $name }” have no room for this; the other side is only shown above
conflict-sides = { $field }: here { $ours }; in the other version { $theirs }
conflict-phase = phase
conflict-sides-deleted-by-us = deleted here, changed in the other version
conflict-sides-deleted-by-them = changed here, deleted in the other version

## The funnel (funnel.rs)

funnel = Funnel
funnel-buyers-of = { $count ->
    [one] { $buyers } buyer of { $first }
   *[other] { $buyers } buyers of { $first }
}
funnel-counted-of = { $left } of { $first } { $unit }
funnel-customers = customers
funnel-buyers = buyers
funnel-purchases = purchases
funnel-text-counted = { $count ->
    [one] { $number } ({ $unit })
   *[other] { $number } { $unit }
}
funnel-more-buyers = { $count ->
    [one] { $number } more buyer
   *[other] { $number } more buyers
}
funnel-more-counted = { $count ->
    [one] { $number } more ({ $unit })
   *[other] { $number } more { $unit }
}
funnel-begins-at = The funnel begins at step { $position }; what is before leads in and does not count.
funnel-begins-at-first = The funnel begins at the first step again.
funnel-left-of = { $left } of { $first } so far
share-reaching = { $share } get here
share-buying = { $share } buy
times-before = more than before: { $factor }
times-buying = more buy: { $factor }
biggest-loss = biggest loss
worst-rate = worst rate
leading-in = leading in
best-lever = best lever
more-than-before = more than before?
check-numbers = more at step { $step } than before: join ({ $key })?
after-purchase = After the purchase, % of { $buyers }
funnel-needs-first-reach = Press { $key } on “{ $name }” and type how many { $customers } get there: the funnel starts with that number.
funnel-needs-first-touchpoint = Add touchpoints and enter the reach of one: the funnel starts there.
funnel-text-reach = reach
funnel-text-conversion = conv.
funnel-text-likelihood = likely
funnel-text-of-buyers = % of { $buyers }
funnel-text-or = or { $name }
funnel-text-widens = widens: more here than at step { $position }; check both numbers
funnel-text-unknown = { $sign } no reach given yet
funnel-text-partial = { $sign } an alternative has no reach yet
funnel-text-needs-reach = For a funnel, first give the reach of “{ $name }”: how many { $customers } get there.
funnel-text-needs-touchpoints = For a funnel, add touchpoints before and during the purchase, and give the first its reach: how many { $customers } get there.
counts-touchpoints = touchpoints
counts-no-kind = no kind
counts-no-intent = no intent
counts-all = All
column-reach = reach
column-conversion = come
column-likelihood = buy
funnel-lost = lost
funnel-text-buyers = { $count ->
    [one] { $number } buyer
   *[other] { $number } buyers
}
funnel-text-overall = { $buyers }, { $share } of those at step { $position }
funnel-text-biggest-loss = biggest loss: { $number } go no further
funnel-text-worst-rate = worst rate: { $share } come through
funnel-text-best-lever = best lever: one point more here brings { $gained }
funnel-text-uncertain = too few to say: between { $low } and { $high } come through
step-of-one = “{ $name }”
step-of-two = “{ $first }” or “{ $second }”
step-of-several = “{ $name }” ×{ $count }
summary-loss = Most { $customers } are lost at step { $position }, { $name }: { $number } go no further.
summary-also-worst-rate = It also has the worst rate: { $share } come through.
summary-worst-rate = The worst rate is at step { $position }, { $name }: { $share } come through.
summary-gain-best = One more point there would bring { $gained }; no other step gives more.
summary-gain = One more point there would bring { $gained }.
summary-lever = The best lever is step { $position }, { $name }: one more point there would bring { $gained }.
summary-uncertain = Too few got there to say for sure: between { $low } and { $high } come through.
summary-assumed = { $share } assumed ({ $count })
summary-reported = { $share } reported ({ $count })
summary-measured = { $share } measured ({ $count })
summary-evidence = { $count ->
    [one] The funnel rests on one reach: { $parts }.
   *[other] The funnel rests on { $count } reaches: { $parts }.
}

## What-if (what_if.rs)

ask-conversion = Which share gets here? 55, 55.5 % or +5 for five points more
conversion-above-all = Not above 100: no more { $customers } can come through than get there. Now: { $now }.
not-a-conversion = A percentage from 0 to 100, like 55 or 55.5; +5 is five points more.
what-if-label = what if
what-if-reset = All what-if changes are reset.
what-if-removed = { $count ->
    [one] One what-if change at that step or before it is removed.
   *[other] { $count } what-if changes at that step and before it are removed.
}
what-if-written = Written into the map as assumed reaches; what follows the purchase stays as it is. { $undo } undoes it.
what-if-supposed = What if { $share } came through at step { $position }, not { $now }?
what-if-same = { $buyers }, as many as now
what-if-more = { $buyers }, { $number } more than now
what-if-fewer = { $buyers }, { $number } fewer than now
what-if-no-such-step = { $count ->
    [0] the funnel has no step yet; add touchpoints before and during the purchase
    [one] the funnel has only step 1, none at { $position }
   *[other] the funnel has steps 1 to { $count }, none at { $position }; choose one of them
}
what-if-leading-in = step { $position } is before step { $begin }, where the funnel begins; choose a later step, or let the funnel begin earlier
what-if-no-reach = nobody knows how many reach step { $position }; give its reach first, or choose a step that has one
what-if-nothing-before = step { $position } is the first with a reach: it has no conversion; choose a later step
what-if-nobody-before = nobody reaches step { $since }, so nobody can come through to step { $position }; choose another step
what-if-not-a-share = the conversion of step { $position } is { $now } now and can only be set to 0% … 100%; choose a share in between
what-if-twice = step { $position } is given twice; give each step once

## The review (review.rs)

review-name = Review
review-of-rule = Review · rule: { $rule }
group-of-touchpoints = { $count ->
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
group-of-phases = { $count ->
    [one] 1 phase
   *[other] { $count } phases
}
open-group = open
close-group = close
group-opens = { $key } lists them below this line.
group-closes = { $key } closes the list of this rule.
review-empty = Nothing found: the map has all that the method asks for.
finding-silenced = “{ $rule }” is silenced for “{ $name }”. { $undo } undoes it.
findings-restored = { $count ->
    [one] The silenced findings of 1 touchpoint are shown again.
   *[other] The silenced findings of { $count } touchpoints are shown again.
}
findings =
    { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $hints ->
        [one] 1 hint
       *[other] { $hints } hints
    }
no-findings = { $maps ->
    [one] The review of 1 map found nothing.
   *[other] The review of { $maps } maps found nothing.
}
unread-files = { $count ->
    [one] 1 file could not be read: see above.
   *[other] { $count } files could not be read: see above.
}
no-such-rule = no rule is called “{ $typed }”; these are near: { $near }
known-rules = no rule is called “{ $typed }”; there are: { $known }
rule-channel-only = only a channel
    .advice = “{ $name }” is a channel, not a touchpoint: name what the customer does there, write context and need, and put the channel in its own field.
    .reason = A channel is the medium; the touchpoint is what happens in it, with a context and a need.
rule-duplicate-name = same name twice
    .advice = “{ $name }” has the name of touchpoint { $number } of its phase: say in the name what differs, or delete one of them.
    .reason = In the inventory each touchpoint is known by its name, so that it can be understood and improved by itself.
rule-duplicate-id = same id twice
    .advice = “{ $name }” has the id of an earlier touchpoint of the file: open and save the map, which gives it one of its own, or delete its id.
    .reason = A touchpoint is recognised by its id when it is moved, compared and merged.
rule-widening-reach = more than before
    .advice = { $here } get to “{ $name }”, more than the { $before } at the step before: check both numbers, or join it to the one above as an alternative.
    .reason = Each step is a sieve: no more customers come out of it than went in.
rule-machine-at-critical = machine alone
    .advice = At “{ $name }” a machine serves the customer alone: offer a person too, as an alternative in the same step.
    .reason = A critical moment decides whether the customer stays, and some want a person then.
rule-unhappy-critical = unhappy critical moment
    .advice = The customer feels bad at “{ $name }”: write what hurts and what you will do, and raise the emotion when it works.
    .reason = Critical moments form the customer's idea of you, so each should give value and satisfy.
rule-unowned-critical = critical, no owner
    .advice = “{ $name }” is a critical moment without an owner: write who is responsible for it.
    .reason = What nobody owns is not improved, and a map without owners is forgotten after the workshop.
rule-merge-conflict = merge conflict
    .advice = A merge left a conflict in the notes of “{ $name }”: choose a side.
    .advice-of-map = A merge left a conflict in the notes of the map: choose a side.
    .reason = Until somebody decides, nobody knows which side holds.
rule-overdue = overdue
    .advice = The action for “{ $name }” was due on { $due }: do it and remove it, or give it a new date.
    .reason = A date that has passed without anyone noticing makes all other dates worthless.
rule-unanswered-unintentional = unintentional, no action
    .advice = “{ $name }” happens without you, and no action is written: write how you will listen, answer or encourage.
    .reason = You cannot control what people say of you, but what you do about it counts.
rule-biggest-loss-unanswered = biggest loss, no action
    .advice = More { $customers } are lost on the way to “{ $name }” than anywhere else ({ $lost }), and no action is written: write what you will do.
    .reason = Where most are lost, most can be won back.
rule-untagged = not tagged
    .advice = { $missing ->
        [kind] “{ $name }” has no kind: tag it as online, offline or through the product.
        [intent] “{ $name }” has no intent: tag it as intentional or unintentional.
       *[both] “{ $name }” has neither kind nor intent: tag it as online, offline or product, and as intentional or not.
    }
    .reason = The tags show the balance of your touchpoints: where they happen, and which of them you plan.
rule-no-need = no need
    .advice = “{ $name }” does not say what the customer wants: write the need.
    .reason = A touchpoint is seen from the customer's side: numbers inform, needs and motives explain.
rule-empty-phase = empty phase
    .advice = { $phase ->
        [before] There is no touchpoint before the purchase: add how customers hear of you and inform themselves.
        [during] There is no touchpoint during the purchase: add where customers meet you while they buy.
       *[after] There is no touchpoint after the purchase: add delivery, use, help and coming back.
    }
    .reason = The journey goes from first hearing of you to coming back, and customers live through all of it.
rule-no-unintentional = nothing unintentional
    .advice = No touchpoint is unintentional: add those that happen without you, like word of mouth and reviews.
    .reason = Customers also meet you where you plan nothing, often before they find you themselves.
rule-no-product = nothing through the product
    .advice = No touchpoint is through the product: add its packaging, its instructions or its first use.
    .reason = After the purchase it is the product that customers are in contact with.
rule-no-kpi = no KPI
    .advice = “{ $name }” is a critical moment that you plan, without a KPI: write how you will know that it works.
    .reason = Objectives show how well your plans work.
rule-no-due = no date
    .advice = The action for “{ $name }” has an owner and no date: write until when it is done.
    .reason = What has no date is done when there is time, and there never is.
review = Review · { $counts }
review-with-silenced = Review · { $counts } · { $count } silenced
severity-warning = warning
severity-hint = hint
findings-in = { $maps ->
    [one] { $found } in 1 map
   *[other] { $found } in { $maps } maps
}
finding-and-more = { $advice } ({ $more } more)

## The balance (balance.rs)

balance-name = Balance
balance = Balance: kinds and intents
balance-heat = few to many
balance-gap = nothing in the phase
unknown = unknown
gap-online = { $phase }: nothing online
gap-offline = { $phase }: nothing offline
gap-product = { $phase }: nothing through the product
gap-intentional = { $phase }: nothing intentional
gap-unintentional = { $phase }: nothing unintentional
gap-without-kind = { $gap } ({ $count } without kind)
gap-without-intent = { $gap } ({ $count } without intent)
known-of = { $field }: { $known } of { $total } ({ $share })

## Where to act first (priorities.rs)

priorities = Where to act first
priorities-unranked = Not ranked: too little is known about these
priorities-need-touchpoints = There is nothing to rank yet: add touchpoints, and fill in how the customer feels, how many get there, and which moments are critical.
priority-nothing = no known reason to act
priority-critical = critical moment
priority-emotion = the customer feels { $emotion }
priority-votes = { $count ->
    [one] 1 vote
   *[other] { $number } votes
}
priority-loss-of-all = all { $lost } are lost here
priority-loss = { $lost } lost here, about { $buyers }
priority-loss-unknown = { $lost } lost here; check the numbers: more buy than get here
priority-missing = unknown: { $fields }

## The presentation and its timer (presentation.rs)

present-step = step { $step } of { $steps }
present-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
no-touchpoint-numbered = No touchpoint has the number { $number }. The last one has the number { $last }.
vote-typed = Vote for number { $number }: { $name }
present-ranking = Votes · { $count } in all
present-no-votes = Nobody has voted yet. On a step and in the overview, press the number of a touchpoint to give it a vote.
present-unvoted = { $count ->
    [one] 1 touchpoint without a vote
   *[other] { $count } touchpoints without a vote
}
present-scan = Scan the code, or open the link at the bottom.
present-room-votes = Votes of this round · { $count } in all
present-contributions = What was written · { $count }
present-dots = Everybody has { $each } dots to give. Given so far: { $dots }.
present-written = { $waiting } lines from { $writers } people so far. Everybody sees them later.
present-no-dots = Nobody gave a dot.
present-left = { $left } of { $all } are still here
present-likely = { $share } of them buy
present-lost = −{ $lost } lost here
present-unknown = Nobody knows yet how many get here.
present-of-buyers = { $reach } of { $buyers } come here
ask-countdown = For how long? Minutes: 5, 2:30. Seconds: 90s
not-a-time = Type minutes like 5 or 2:30, or seconds like 90s, up to a day.
timer-paused = paused
timer-last-minute = last minute
timer-up = Time is up

## The guided tour (tour.rs)

lesson-look = Look around
    .about = Each card is a touchpoint: a moment in which the customer meets the company before, during or after the purchase. Go to another column.
lesson-add = Add a touchpoint
    .about = In a workshop people call out and you type: one line makes one touchpoint. The : and ( at its end mean that the customer feels bad. Type this line, or your own.
    .example = Asks a neighbour about baggage :(
lesson-tag = Tag it
    .about = Where does it happen, and does the company plan it? What neighbours say is unintentional. Give a touchpoint a kind, and go through the intents.
lesson-critical = Mark what decides
    .about = At a critical moment the customer decides for the company or against it. Mark one: these are the moments to improve first.
lesson-move = Move it
    .about = Cards are in the order of the journey. Move one up, down or to another phase; the mouse can drag it too.
lesson-undo = Undo it
    .about = Nothing that you do is lost. Undo the move: you can undo everything, one change after the other.
lesson-count = Give a number
    .about = With numbers, the map becomes a funnel. Type how many customers get to this touchpoint, and see the funnel change.
lesson-suppose = Ask what if
    .about = ▼ marks the step where most customers are lost, ◆ the step where one percentage point more brings the most buyers. Go to the funnel, add a point at a step, see the buyers increase, and reset it.
lesson-review = See what is missing
    .about = The review checks the map by the method: no owner, no need, only a channel. Open it, go through what it finds, and leave it.
lesson-present = Show it to your audience
    .about = A presentation shows one step at a time, and the funnel grows with it; for people at the back, enlarge the font of your terminal. Start it, go on a little, and come back.
lesson-export = Share it
    .about = Export the map as a page, a poster, a table or a diagram for those who never open a terminal. See which formats there are, and come back without exporting.
lesson-end = That is all it takes
    .about = You built, measured and showed a map. Everything else can be found by its name or in the help; an opened card shows all its fields. The end of the tour leads to your own map.
lesson-end-skipped = The end of the tour
    .about = Everything can be found by its name or in the help; an opened card shows all its fields. The end of the tour leads to your own map.
tour-position = Tour { $nth }/{ $count }
tour-finished = Tour
tour-type = type

## Settings, themes and configuration files (settings.rs)

themes = Colours
theme-terminal = The terminal’s own
theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast
theme-none = None
theme-not-saved = These colours last until you leave. To keep them, write theme: "{ $theme }" into config.ron (periplo config path tells where).
about-settings =
    The current settings and where they come from. Write what you want to change into
    { $file }
setting-language = Language of the interface: { $known }. { $origin }.
setting-theme = Colours of the editor: { $known }. { $origin }.
setting-ascii = Lines, bars and signs in ASCII only: { $known }. { $origin }.
setting-mouse = The mouse in the editor: { $known }. { $origin }.
setting-density = Cards of the board: { $known }. { $origin }.
setting-start-screen = Show the start screen when no file is named, instead of an empty map: { $known }. { $origin }.
setting-title = Show the map’s title in the terminal’s window: { $known }. { $origin }.
setting-live = Save each change at once, and show those of others at once: { $known }. { $origin }.
setting-escape-time = How many milliseconds the escape key waits, because terminals begin other keys with it too. More for a slow connection, at most 1000. { $origin }.
origin-argument = From the command line
origin-file = From config.ron
origin-environment = From the environment
origin-default = By default
about-keys =
    The keys of Periplo: for each context, the actions and their keys.
    Write only what you want to change into keys.ron in the configuration folder (periplo config path tells where).
    A list replaces the usual keys, and [] leaves an action without a key. periplo config check looks for faults.
configuration-valid = { $file }: no faults
configuration-missing = { $file }: not there; the defaults apply
no-configuration-folder = the system knows no folder for the configuration; name one with --config DIR
configuration-both-faulty = { $one } and { $other } have faults; their faulty parts are ignored. See them with: periplo config check
configuration-faulty = { $file } has faults; its faulty parts are ignored. See them with: periplo config check

## The command line (command_line.rs)

cli-error = error: { $message }
cli-mistyped-command = there is no command and no file `{ $word }`; did you mean `{ $meant }`? `periplo --help` lists the commands. For a new map of this name, write `./{ $word }`
cli-unknown-command = there is no command and no file `{ $word }`; `periplo --help` lists the commands
cli-file-with-command = FILE opens the editor and does not go with a command; see `periplo --help`
cli-editor-option-with-command = --theme, --ascii, --no-mouse and --live are for the editor and do not go with commands, except for tour; see `periplo --help`
cli-editor-with-stdin = the editor opens files; standard input (-) goes with commands; see `periplo --help`
cli-note = note: { $message }
cli-warning = warning: { $message }
cli-no-terminal = the editor needs a terminal to read keys from and to draw on; start it without redirecting, or see what works without one: periplo --help
cli-dumb-terminal = this terminal (TERM=dumb) cannot draw the editor; use another one, or see what works without: periplo --help
cli-name-is-command = { $file } looks like a command. For a file of that name, write ./{ $file }
cli-cannot-export = the result cannot be made: { $reason }; try another format, and report this defect
cli-output-exists = { $file } exists already and is left as it is; choose another name, or overwrite it with --force
git-missing = git was not found; install it, or add it to PATH
git-no-repository = this folder is not in a git repository; go to one, or make one with: git init
git-failed = git refused: { $message }
git-is-set-up = { $folder } is set up already: git merges its maps with Periplo.
git-will-write = So that git merges the maps in { $folder } with Periplo, this will be written:
git-ask = Write this? [y/N]
git-nothing-written = Nothing was written. Without a question: periplo git setup --yes
git-done = Done: git merges the maps of this repository with Periplo.
git-done-commit = Done: git merges the maps of this repository with Periplo. Commit .gitattributes; the others run periplo git setup once.
cli-map-written = { $file }: new map written. Open it with: periplo { $typed }
cli-map-exists = { $file } exists already and is left as it is; choose another name, or open it with: periplo { $typed }
cli-no-reach-from = nobody knows how many reach step { $position } or a later one, so the funnel cannot begin there; choose an earlier step
cli-no-maps = { $folder } has no maps (.ron files) in it or below; choose another folder, or make a map with: periplo new
cli-no-title = { $file } cannot be the map’s title; give one with --title
cli-title-of-stream = New map
cli-repeated-ids = { $count ->
    [one] { $file }: “{ $name }” has the id of an earlier touchpoint and is listed under a new one. Give it one of its own, or delete its id and save the file.
   *[other] { $file }: { $count } touchpoints, “{ $name }” first, have ids of earlier ones and are listed under new ones. Give them ids of their own, or delete theirs and save the file.
}
cli-cannot-search = { $folder } cannot be searched: { $reason }; check the folder’s permissions and try again
cli-cannot-write-result = the result cannot be written: { $reason }; free some space, or write it somewhere else
cli-terminal-failed = the terminal failed: { $reason }; start again in another one
cli-template-name = name
cli-template-title = title
cli-template-touchpoints = touchpoints
cli-reason-permission = permission denied
cli-reason-not-a-folder = a part of the path is not a folder
cli-reason-full = the disk is full
cli-reason-read-only = the disk is read-only
cli-reason-quota = your share of the disk is used up
cli-reason-too-large = files cannot be that large here
cli-reason-links = its symbolic links form a loop

## Backups (backups.rs)

version-unreadable = (cannot be read as a map)
version-restored = { $file }: the version kept { $ago } is restored. Open it with: periplo { $typed }
version-none = no old version of { $file } is kept; a save keeps one if the last is older than five minutes, and --force always keeps one; check the name
version-no-such = { $count ->
    [one] { $file } has no version { $number }; only version 1 is kept
   *[other] { $file } has no version { $number }; choose one from 1 to { $count }
}
versions-kept = If this file was cut off or damaged, get an old version back: periplo backups { $typed }
overwriting-interrupted = Writing { $file } was interrupted last time, so it may be damaged. What it held before is kept: periplo backups { $typed }
versions-kept-of-empty = { $file } is empty, but old versions of it are kept: periplo backups { $typed }
version-no-folder = old versions are not kept, because no folder for them is known; set HOME or XDG_STATE_HOME
ago-now = just now
ago-seconds = { $count ->
    [one] 1 second ago
   *[other] { $count } seconds ago
}
ago-minutes = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] 1 hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
version-number = number
version-kept = kept

## Faults in files (faults.rs)

fault-empty = the file holds no map, only comments
    .label = a map begins with `(`
    .help = write `(format: 1, title: "…")`, or empty the file to start a new map
fault-json = this looks like JSON; a map is written in RON
    .label = a map begins with `(`
    .help = write it as RON, like this: `(format: 1, title: "…", before: [(name: "…")], during: [], after: [])`
fault-not-a-map = this is not a map
    .label = a map begins with `(`
    .help = write the map as `(format: 1, title: "…", before: [], during: [], after: [])`
fault-not-settings = these are not settings
    .label = settings begin with `(`
    .help = `periplo config show` prints settings, and `periplo config keys` keys, as they are written
fault-unknown-format = there is no such format
    .label = expected 1
    .help = write `format: 1`
fault-bad-attribute = this line before the map is unknown
    .label = expected `#![enable(implicit_some)]`
    .help = write it like that, or delete the line
fault-conflict = a merge left a conflict in the file
    .label = it begins here
    .help = keep one side or both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`
fault-too-deep = the brackets are nested too deeply for a map
    .label = deeper than in any map
    .help = look for brackets opened by mistake
fault-too-many-touchpoints = the map has more than { $limit } touchpoints
    .label = the first touchpoint over the limit
    .help = split the map into several files; `periplo inventory` lists the touchpoints of all of them
fault-trailing = something follows the end of the map
    .label = the map ends before this
    .help = a file holds one map: delete this, or look for a `)` too many above
fault-unclosed-text = the text is not closed on its line
    .label = no closing `"` follows
    .help = add the closing `"`; a `"` inside a text is written `\"`
fault-unclosed-comment = the comment is not closed
    .label = no closing `*/` follows
    .help = add `*/` where the comment ends
fault-missing-comma = a comma is missing
    .label = expected `,` after this
    .help = put a comma between this and what follows
fault-emotion = an emotion is a number from -2 to 2
    .label = expected -2, -1, 0, 1 or 2
    .help = write -2 for very bad, 0 for neutral, 2 for very good; leave `emotion` out when it is unknown
fault-bad-date = this is not a date
    .label = expected a day of the calendar, like "2026-12-15"
    .help = write year, month and day with hyphens, in quotes: "2026-12-15"
fault-bad-id = this is not the id of a touchpoint
    .label = expected 8 characters out of 0-9 and a-z without i, l, o, u
    .help = leave `id` out, and the touchpoint is given one
fault-bad-escape = the backslash is not followed by a known escape
    .label = unknown escape
    .help = a backslash itself is written `\\`; a line end `\n`, a quote `\"`
fault-inner-quotes = a quote inside a text needs a backslash
    .label = the text ends at its second quote
    .help = write `\"` for each quote inside the text: { $meant }
fault-not-a-touchpoint = this is not a touchpoint
    .label = expected `(name: "…")`
    .help = write each touchpoint in round brackets with at least its name
fault-newer-format = the file is of format { $found }, and this version reads up to { $ours }
    .label = newer than this version
    .help = install a newer version of Periplo; this one leaves the file as it is
fault-wrong-quotes = { $quote } is not a quote that the file can use
    .label = expected `"`
    .help = put texts between straight double quotes: "…"
fault-false-blank = there is an invisible character ({ $code }) here
    .label = looks like a space or like nothing, but is neither
    .help = delete it and type an ordinary space; pasted text often brings such characters
fault-look-alike = { $character } only looks like `{ $instead }`
    .label = expected `{ $instead }`
    .help = type `{ $instead }` on the keyboard; pasted text often brings such characters
fault-unclosed = this `{ $bracket }` is not closed
    .label = `{ $found }` comes before `{ $needed }`
    .help = add `{ $needed }` where this part ends
fault-stray-bracket = this `{ $bracket }` closes nothing
    .label = no bracket is open for it
    .help = delete it, or add the bracket that it should close
fault-wrong-bracket = `{ $found }` is the wrong bracket here
    .label = expected `{ $needed }`
    .help = lists are written in `[ ]`, a touchpoint and its fields in `( )`
fault-missing-colon = a colon is missing after `{ $field }`
    .label = expected `{ $field }:`
    .help = write a field as `{ $field }: value`
fault-unexpected = `{ $found }` is not expected here
    .label = does not belong here
    .help = delete it, or give it a field's name and a colon
fault-unknown-field =
    { $owner ->
        [map] a map has no field `{ $found }`
        [touchpoint] a touchpoint has no field `{ $found }`
       *[configuration] the configuration has no setting `{ $found }`
        [keys] there is no context of keys called `{ $found }`
        [context] there is no action `{ $found }` here
    }
    .label = unknown
    .help = these are known: { $known }
fault-duplicate-field = `{ $field }` is written twice
    .label = the second one
    .help = keep one of them and delete the other
fault-missing-field =
    { $owner ->
        [map] the map has no `{ $field }`
        [touchpoint] this touchpoint has no `{ $field }`
       *[configuration] the configuration has no `{ $field }`
    }
    .label = needs `{ $field }`
    .help = { $field ->
        [format] add `format: 1,` as the first line in the brackets
        [title] add `title: "…",` after `format`
       *[name] add `name: "…"`: what the customer does, in the customer's words
    }
fault-quoted-field = field names are written without quotes
    .label = expected `{ $field }` without quotes
    .help = write `{ $field }: …`
fault-missing-value = `{ $field }` has no value
    .label = a value should follow
    .help = { $field ->
        [format] write `format: 1`
        [title] write `title: "…"`
        [name] write `name: "…"`: what the customer does, in the customer's words
       *[other] write one after the colon, or delete the field
    }
fault-no-text = `{ $field }` should be a text
    .label = expected a text between quotes
    .help = write `{ $field }: "…"`
fault-no-texts = `{ $field }` should be a list of texts
    .label = expected `["…", "…"]`
    .help = put square brackets around, even for one: `{ $field }: ["…"]`
fault-no-number = `{ $field }` should be a whole number
    .label = expected a whole number
    .help = { $field ->
        [format] write `format: 1`
        [votes] write digits only, like 3; leave `votes` out when there are none
        [emotion] write -2 for very bad, 0 for neutral, 2 for very good; leave `emotion` out when it is unknown
       *[reach] write digits only, like 1200; leave `{ $field }` out when it is unknown
    }
fault-no-touchpoints = `{ $field }` should be a list of touchpoints
    .label = expected `[` and touchpoints
    .help = write `{ $field }: [(name: "…"), (name: "…")]`
fault-no-word = `{ $field }` must be one of a few words
    .label = expected { $known }
    .help = write one of these words without quotes, or leave `{ $field }` out
fault-unknown-word = `{ $field }` cannot be `{ $found }`
    .label = expected { $known }
    .help = choose one of these, or leave `{ $field }` out
fault-quoted-word = the word for `{ $field }` is written without quotes
    .label = expected `{ $word }` without quotes
    .help = write `{ $field }: { $word }`
fault-no-quoted-word = `{ $field }` must be one of a few words
    .label = expected { $known }
    .help = write one of these words between quotes, or leave `{ $field }` out
fault-no-actions = `{ $field }` should hold actions with their keys
    .label = expected `( … )`
    .help = write `{ $field }: (help: ["f1"])`, with actions that `periplo config keys` lists there
fault-unquoted-word = the word for `{ $field }` is written between quotes
    .label = expected `"{ $word }"`
    .help = write `{ $field }: "{ $word }"`
fault-unknown-key = there is no key `{ $found }`
    .label = unknown
    .help = write a letter or a sign, or a name like `enter`, `pagedown`, `f2`, `ctrl-s` or `alt-left`
fault-unsent-key = terminals do not send `{ $key }` as a key of its own
    .label = would never arrive
    .help = choose another key; Ctrl goes with letters other than i and m, Shift with letters and arrows
fault-taken-key = `{ $key }` already means `{ $action }` here
    .label = means two things
    .help = choose another key, or give `{ $action }` other keys too: `{ $action }: [ … ]`
fault-typed-key = `{ $key }` is needed for typing here
    .label = types or deletes a letter
    .help = choose a key with Ctrl or Alt, or one like `f2`
fault-needs-key = `{ $action }` needs a key here, otherwise nobody could leave
    .label = expected at least one key
    .help = write one, or leave `{ $action }` out
fault-negative = `{ $field }` cannot be negative
    .label = expected 0 or more
    .help = { $field ->
        [votes] write how many there are; leave `votes` out when there are none
       *[reach] write how many there are; leave `{ $field }` out when it is unknown, which is not 0
    }
fault-not-whole = `{ $field }` should be a whole number
    .label = expected no decimals
    .help = { $field ->
        [emotion] round it: -2, -1, 0, 1 or 2
       *[reach] round it; thousands are written without a point, like 1200
    }
fault-too-large = `{ $field }` is too large
    .label = expected at most 18446744073709551615
    .help = write a smaller number
fault-grouped-number = numbers are written without separators or letters
    .label = expected { $plain }
    .help = write `{ $field }: { $plain }`
fault-empty-text = `{ $field }` is empty
    .label = expected a text
    .help = { $field ->
        [title] give the map a title
       *[name] say what the customer does, in the customer's words
    }
fault-too-long = `{ $field }` is too long: { $found } characters, and at most { $limit } fit
    .label = at most { $limit } characters
    .help = shorten it; the rest can go into `notes`
fault-syntax = this cannot be read
    .label = { $message }
    .help = compare it with what comes before and after, or restore the file from a copy
word-error = error
word-help = help
did-you-mean = did you mean `{ $near }`?
more-faults =
    { $count ->
        [one] and 1 more fault, not shown: fix these first
       *[other] and { $count } more faults, not shown: fix these first
    }
fault-cut-short = the file ends before this `{ $bracket }` is closed
    .label =
        { $more ->
            [0] no `{ $needed }` follows
            [one] no `{ $needed }` follows; 1 bracket around it is not closed either
           *[other] no `{ $needed }` follows; { $more } brackets around it are not closed either
        }
    .help = add `{ $needed }`; if the end of the file is lost, restore it from a copy
one-of = { $first } or { $last }

## Exports and the clipboard (export.rs)

document-html = web page, to read and to print
document-markdown = wiki page, with tables and the funnel
document-svg = poster for slides: funnel and emotions
document-mermaid = journey diagram, for wikis
document-json = the whole map, for programs
document-csv = one row per touchpoint, for spreadsheets
document-xlsx = Excel workbook: touchpoints and totals
export-title = Export the map
clipboard = clipboard
    .about = the map as Markdown, to paste elsewhere
export-complete = nothing is left out
exporting = Writing { $file } …
answer-other-export = write to another file
export-own-file = { $file } is the map’s own file: choose another name.
export-unknown-format = Periplo cannot write .{ $ending} files. Pick a format above; an html page can be printed as PDF from the browser.
export-failed = { $file } was not written: { $reason }. Choose another format.
document-ending = { $file } has the ending of a document; { $export } exports documents. The file of a map ends in .ron.
not-on-poster = a poster has no room for { $fields }; keep the map itself too
poster-empty = No touchpoint yet
markdown-no-touchpoint = No touchpoints yet.
export-size = { $touchpoints }, { $size } kB
exported = { $touchpoints } written to { $file }
sent-to-clipboard = { $touchpoints } sent to the terminal’s clipboard as Markdown. Not every terminal accepts this.
copied-by-tmux = { $touchpoints } copied with tmux as Markdown: paste with tmux, or from the clipboard if your terminal accepts it.
too-long-to-copy = { $size } kB are more than a terminal’s clipboard accepts ({ $limit } kB): export them to a file.

## Inventories (inventory.rs)

sheet-touchpoints = Touchpoints
sheet-totals = Totals
totals-total = Total
totals-all-phases = All phases
totals-critical = Critical moments
totals-reach = Reach, added up ({ $counted })
text-cut = “{ $name }” ({ $file }): its cell of the column “{ $column }” is cut to { $limit } characters, the most that a workbook holds; csv has all of it

## Actions over several maps (plan.rs)

actions-title = Actions
actions-none = No actions. What will be done about a touchpoint stands in its field “action”.
actions-no-owner = No owner
actions-of = { $owner } · { $count ->
    [one] 1 action
   *[other] { $count } actions
}
actions-no-due = no date
actions-overdue = { $due }, overdue
actions-effort = effort: { $effort }
actions-score = score { $score }
calendar-left-out = { $count ->
    [one] 1 action has no date, so it is not in the calendar
   *[other] { $count } actions have no date, so they are not in the calendar
}

## The preview of a file that is taken in (import_preview.rs)

import-reading = Reading { $file } …
import-pasted-table = what was pasted
import-parts = What was read
import-new-map = The new map
import-changed-map = This map as it will be
import-line = line { $line }: { $text }
import-into = Goes into
import-into-new-map = a new map
import-into-open-map = this map: { $title }
import-unmatched-rows = { $count ->
    [one] 1 row matches no touchpoint
   *[other] { $count } rows match no touchpoint
}
import-unmatched-added = added
import-unmatched-left-out = left out
import-shape = Read as
import-table = Table
import-map = Map
import-diagram = Diagram
import-phase-of-all = Phase of everything
import-columns = Columns
import-stage-heading = Stages and their phases
import-left-out = Left out
import-warnings = Warnings
import-faults = This cannot be taken in
import-guess = guess
import-chosen = chosen
import-no-heading = (no heading)
import-headings = Headings
import-headings-first-row = in the first row
import-headings-none = none
import-lettered-column = Column { $letters }
import-cells = Cells: { $cells }
import-cards = Cards: { $cards }
import-counted = { $text } ({ $count })
import-groups = Groups that count
import-all-groups = all { $count }
import-tags = Tags
import-colours = Colours
import-means-nothing = nothing
import-change-hint = { $back } and { $on } change it.
import-name-inventory = inventory
import-name-cards = one card per row
import-name-board = board: one card per line
import-name-matrix = matrix of stages
import-name-funnel = funnel: counts per step
import-name-events = log: one visit per row
import-role-across = place from left to right
import-role-down = place from top to bottom
import-role-colour = colour of the card
import-role-tags = tags
import-role-date = date
import-role-person = person
import-role-activity = what the person did
import-role-steps = count of a step
import-role-computed = left out (computed)
import-role-money = left out (money)
import-role-segment = group of customers
import-role-left-out = left out
import-role-foreign-id = left out (ids of another program)
import-role-noted = kept in the notes
import-origin-chosen = your choice
import-origin-name = its name says so
import-origin-neighbour = a guess, like the stage before it
import-origin-order = a guess, by the order of the stages
import-left = Nothing was taken in from { $file }.
import-still-reading = The file is still being read.
import-cannot = This cannot be taken in as it is: change a row, or go back.
import-nothing-new = The map has all of this already.
import-only-touchpoints = Only a touchpoint of the file can be left out or brought back.
import-none-left-out = No touchpoint was left out.
import-map-keys = Here a touchpoint can only be left out. Change it after taking it in.
import-excluded = { $count ->
    [one] One touchpoint left out by you
   *[other] { $count } touchpoints left out by you
}
import-gone = { $count ->
    [one] One is not in the file and stays
   *[other] { $count } are not in the file and stay
}
import-all-left-out = Everything that would change the map is left out.
import-only-unmatched = { $count ->
    [one] The only other row matches no touchpoint of the map: { $key } adds it.
   *[other] The { $count } other rows match no touchpoint of the map: { $key } adds them.
}
import-table-number = table { $nth } of { $count }
import-no-choice = There is nothing to choose in this row.
import-only-columns = Only a column can be left out.
import-not-chosen = You have not chosen anything in this row.
import-no-open-map = No map is open: the file goes into a new one.
import-all-matched = No row is new to this map.
import-taken-in = { $count ->
    [one] 1 touchpoint taken in from { $file }.
   *[other] { $count } touchpoints taken in from { $file }.
}
import-begun = A new map with { $touchpoints } from { $file }. It has no name yet: { $key } saves it.

# Counts that go into the reaches of the open map
import-into-reaches = the reaches of this map
import-reaches = The reaches of this map
import-rows-with-touchpoint = { $found } of { $count ->
    [one] 1 row with a touchpoint
   *[other] { $count } rows with a touchpoint
}
import-no-counts = there are no counts in it: select their column, and take it for “reach”
import-no-pairs = No row has a touchpoint yet: select a row, and choose its touchpoint with { $back } and { $on }.
import-only-rows = Only a row of the file can be changed.
import-row-left-out = left out
import-row-unmatched = no touchpoint
import-similar = similar: { $names }
import-remembered = The name of the row is remembered as its metric.
import-found-by-id = by its id
import-found-by-metric = by its metric
import-without-row = Touchpoints without a row
import-reach-stays = { $name } has no row in the file; its reach stays: { $reach }
import-period-of-reaches = Period: { $period }
import-unit-of-reaches = Unit: { $unit }
import-unit-stays = The file counts { $counted }; the unit of the map stays: { $unit }
import-reaches-measured = { $count ->
    [one] 1 reach measured
   *[other] { $count } reaches measured
}
import-reaches-put-in = { $count ->
    [one] 1 reach put in
   *[other] { $count } reaches put in
}
import-measured = { $reaches }; { $key } undoes it.
import-too-many-touchpoints = this makes { $found } touchpoints, and a map holds { $limit } at most; split the file, and import each part into a map of its own
too-many-rows = a sheet of a workbook holds { $most } touchpoints at most, and these are { $rows }; choose csv, or take fewer with --phase, --kind or --intent
files-read = { $done } of { $count } files read

## The web page (page.rs)

page-overline = Customer journey map
page-skip = Skip to the map
page-contents = Contents
page-made = Made with Periplo from a plain file that can be read, compared and merged.
page-no-touchpoints = The map has no touchpoints yet.
page-print = When printed
page-print-phases = One page per phase, with all details
page-print-one = All phases on one page
page-print-now = Print
page-count-touchpoints = { $count ->
    [one] touchpoint
   *[other] touchpoints
}
page-count-critical = { $count ->
    [one] critical moment
   *[other] critical moments
}
page-count-warnings = { $count ->
    [one] warning
   *[other] warnings
}
page-count-hints = { $count ->
    [one] hint
   *[other] hints
}
page-journey = The journey
page-alternatives = Alternatives: one of these
page-empty-phase = No touchpoints in this phase yet.
page-unknown-reach = reach unknown
page-emotions = Emotions
page-no-emotions = No emotion is known yet: give the touchpoints theirs, and the curve is drawn here.
page-lowest-emotion = It is lowest ({ $feeling }) at “{ $name }”.
page-curve-in-words = The same is in the table below.
page-curve-table = Emotions, touchpoint by touchpoint
page-funnel-in-words = All numbers are in the table below.
page-funnel-table = The funnel, step by step
page-overall-conversion = overall conversion
page-conversion = conversion
page-lost = lost
page-likelihood = likelihood of buying
page-remarks = remarks
page-loop = After the purchase
page-loop-table = The loop after the purchase, in % of { $buyers }
page-balance-table = Touchpoints by phase, intent and kind
page-known = What is known
page-gaps = What is missing
page-findings = What the review finds
page-inventory = Inventory
page-inventory-table = All touchpoints, one per row
page-find = Find
page-any = all
page-reset = Show all
page-shown = Shown: { $shown } of { $all }.
page-count-buyers = { $count ->
    [one] buyer
   *[other] buyers
}
page-votes = { $count ->
    [one] 1 vote
   *[other] { $number } votes
}
page-emotions-known = { $count ->
    [one] 1 of { $total } touchpoints has a known emotion.
   *[other] { $count } of { $total } touchpoints have a known emotion.
}
page-place = { $phase }, step { $position }

## Imports (import.rs)

import-empty = there is nothing in it; choose another file
import-quote-open = column { $column } (“{ $heading }”): the quotation mark that begins this cell is never closed; close it, or save the table again in the spreadsheet
import-quote-merges = column { $column } (“{ $heading }”): the quotation mark that begins this cell is closed only in line { $line }, inside another cell, so rows would be merged; close it where the cell ends, or save the table again in the spreadsheet
import-quote-swallows = column { $column } (“{ $heading }”): this cell ends in line { $line } and seems to contain other rows; check its quotation marks
import-quote-text-after = column { $column } (“{ $heading }”): text follows the closing quotation mark; inside a cell, write each quotation mark twice
import-encoding = line { $line } is not in UTF-8; save the file again as “CSV UTF-8” and import that
import-zero-byte = line { $line } holds a zero byte, which is not text; save the file again as “CSV UTF-8” and import that
import-own-map = this is a map already; open it with: periplo { $typed }
import-no-name-column = no column is called “{ $column }”; the first line must name the columns like an inventory
import-no-phase-column = there is no column “{ $column }”; all touchpoints go before the purchase. If another column has stages, name them with --phases "NAME=PHASE, …"
import-several-maps = there are several maps in it; choose one with --map: { $maps }
import-no-such-map = there is no map “{ $wanted }” in it; choose one with --map: { $maps }
import-map-name = “{ $title }” ({ $file })
import-of-no-map = { $column }: the row belongs to no map; write the title there
import-several-values = { $column }: the rows do not agree; “{ $kept }” is used, change it in the editor
import-rounded = { $column }: “{ $found }” may have lost digits; read as { $read }, check it
import-mixed-grouping = { $column }: { $first }, { $second }; one of them may be a fraction: check both
import-read-as = “{ $found }” was read as { $read }
import-sorted = the rows of { $phase } are not in the order of the column “{ $column }”; they were sorted by it. Delete the column to keep the order of the rows
import-order-unclear = the rows of { $phase } are not in the order of the column “{ $column }”, and some of its numbers are missing or repeated; the rows keep their order. Check order and alternatives
import-step-apart = the rows of step { $step } are not next to each other; from here on it is a separate step. Check the alternatives
import-repeated-id = “{ $name }” has the ID of an earlier row and got another one; leave the ID of a copied row empty
import-other-unit = the file counts { $counted }, and the unit of the map stays { $unit }
import-foreign-ids = { $column }: { $count ->
    [one] “{ $found }” is not the ID of a touchpoint, and is left out
   *[other] { $count } cells, the first “{ $found }”, are not IDs of touchpoints, and are left out
}
import-odd-cells = { $count ->
    [one] a cell is not understood and is kept in the notes: { $fault }
   *[other] { $count } cells of a column are not understood and are kept in the notes; the first: { $fault }
}
import-cut-texts = { $count ->
    [one] “{ $found }” is too long for its field; it is cut there, and the whole text is kept in the notes
   *[other] { $count } texts are too long for their fields, the first “{ $found }”; they are cut there, and the whole texts are kept in the notes
}
import-marked-lines = { $count ->
    [one] the marks of quick entry in “{ $found }” were read as such and are not part of the name
   *[other] the marks of quick entry in { $count } lines, the first “{ $found }”, were read as such and are not part of the names
}
import-transitions = { $others ->
    [0] each change from “{ $before }” to “{ $after }” counts for both stages
    [one] each change from “{ $before }” to “{ $after }” counts for both stages; one change of another field was left out
   *[other] each change from “{ $before }” to “{ $after }” counts for both stages; { $others } changes of other fields were left out
}
import-long-rows = { $count ->
    [one] this row has more cells than there are headings; they are kept in the notes. Look for a missing quotation mark or an extra separator
   *[other] { $count } rows have more cells than there are headings, this is the first; they are kept in the notes. Look for a missing quotation mark or an extra separator
}
import-long-count-rows = { $count ->
    [one] this row has more cells than there are headings; they are left out. A number such as 18,240 needs quotation marks
   *[other] { $count } rows have more cells than there are headings, this is the first; they are left out. A number such as 18,240 needs quotation marks
}
import-day-first = { $column }: dates such as “{ $found }” were read with the day first
import-no-stage-above = { $column }: { $count ->
    [one] this cell is empty and no row above has a phase, so the row goes to “{ $phase }”: { $names }
   *[other] { $count } cells are empty and no row above has a phase, this is the first; these rows go to “{ $phase }”: { $names }
}
import-filled-down = { $column }: { $count ->
    [one] this cell is empty, so the row has the phase of the row above: { $names }
   *[other] { $count } cells are empty, this is the first; these rows have the phase of the row above: { $names }
}
import-shared-cells = { $column }: { $count ->
    [one] one value was given to all touchpoints of its stage
   *[other] { $count } values were each given to all touchpoints of their stage
}
import-unpaired-cells = { $column }: { $count ->
    [one] one cell belongs to its whole stage; it is in the notes of the stage's first touchpoint
   *[other] { $count } cells belong to whole stages; each is in the notes of its stage's first touchpoint
}
import-second-cells = { $column }: { $count ->
    [one] one cell is a second value of its touchpoint; it is in the notes
   *[other] { $count } cells are second values of their touchpoints; they are in the notes
}
import-emotions-of-five = { $column }: numbers from 1 to 5 were read as −2 to +2
import-other-tables = only the table { $read } was read; to read another, name it with --sheet: { $others }
import-no-such-column = there is no column “{ $wanted }” in it; its columns are { $columns }
import-no-touchpoints = no column or field holds touchpoints; name one with --column HEADING=touchpoint. There are { $columns }
import-choose-touchpoints = no column is known to hold touchpoints: select the column that does, and take it for “touchpoint”
import-rows-of-persons = a row seems to be a person (“{ $person }”). Count how many people reach each step, and import a table of steps and counts; or name the stages of a log with --column HEADING=phase, or the touchpoints with --column HEADING=touchpoint. Its columns or fields are { $columns }
import-snapshot = “{ $person }” is different in every row, so each stage counts those that are in it now, without those that have already passed it
import-added-rows = these steps have several rows, whose counts are added up: { $steps }
import-added-columns = { $headings }: for each step, the counts of these columns are added up
import-numbered-steps = { $heading } has only numbers, so the steps are called { $names } and so on
import-several-of-step = { $heading } has several values in these steps, and is left out there: { $steps }
import-whole-group = “{ $group }” in “{ $heading }” counts everybody, so only its rows count

# What was guessed.
import-without-headings = the first row holds no headings, so the columns are called A, B, C …
import-shape-inventory = read as an inventory: each row is one touchpoint
import-shape-cards = read as cards: each row is one touchpoint
import-shape-board = read as a board without headings: each line is one touchpoint
import-shape-matrix = read as a matrix: one row or column for each stage, with several touchpoints in a cell
import-shape-funnel = read as a funnel: each step is one touchpoint, with how many reached it
import-shape-events = read as a log of visits: each stage is one touchpoint, with how many different people reached it
import-column-field = { $headings }: taken for { $field }
import-column-position = { $headings }: taken for the order of the cards
import-column-colour = { $headings }: taken for the colour of the card; --colour gives a colour a meaning
import-column-tags = { $headings }: taken for the tags of the card; --tag gives a tag a meaning
import-column-date = { $headings }: taken for dates, which give the period
import-column-person = { $headings }: taken for the person
import-column-activity = { $headings }: taken for what the person did
import-column-steps = { $headings }: taken for steps with their counts
import-column-computed = { $headings }: follows from the counts, so it is left out
import-column-money = { $headings }: taken for money, so it is left out; --column HEADING=step takes it in
import-column-segment = { $headings }: taken for groups of customers, which are added up; --where HEADING=VALUE chooses one
import-column-technical = { $headings }: only the other program needs it, so it is left out
import-column-noted = { $headings }: no field of a touchpoint, so it is kept in the notes
import-column-left-out = { $headings }: left out
import-stages = phases by their names: { $stages }
import-stages-guessed = phases taken from the stage before, since no name tells them: { $stages }. --phases "NAME=PHASE, …" gives others
import-stages-by-place = phases guessed by the order of the stages, since no name tells them: { $stages }. --phases "NAME=PHASE, …" gives others
import-stage = “{ $name }” is { $phase }
import-left-out-total = { $count ->
    [one] “{ $found }” is a total, so it is left out
   *[other] { $count } rows are totals, the first “{ $found }”; they are left out
}
import-left-out-double = { $count ->
    [one] “{ $found }” is there twice and counts once
   *[other] { $count } lines are there twice, the first “{ $found }”; they count once
}
import-left-out-prompt = { $count ->
    [one] “{ $found }” is a question of the board, so it is left out
   *[other] { $count } lines are questions of the board, the first “{ $found }”; they are left out
}
import-left-out-link = { $count ->
    [one] “{ $found }” is a link, so it is left out
   *[other] { $count } lines are links, the first “{ $found }”; they are left out
}
import-left-out-title = { $count ->
    [one] “{ $found }” is a title, so it is no touchpoint
   *[other] { $count } lines are titles, the first “{ $found }”; they are no touchpoints
}
import-left-out-exit = { $count ->
    [one] “{ $found }” is where people leave, so it is no step
   *[other] in { $count } stages people leave, the first “{ $found }”; they are no steps
}
import-left-out-no-text = { $count ->
    [one] the row of “{ $found }” names no touchpoint, so it is left out
   *[other] { $count } rows name no touchpoint, the first is that of “{ $found }”; they are left out
}
import-left-out-not-chosen = { $count ->
    [one] one row has another value than the chosen one
   *[other] { $count } rows have other values than the chosen one
}

import-field = { $field }: { $fault }
import-found = “{ $found }”: { $fault }
import-unknown-word = “{ $found }” is unknown; write { $known }{ $near }
import-no-phase = nothing is written here; write { $known }
import-no-emotion = “{ $found }” is not an emotion; write a whole number from -2 to 2
import-no-date = “{ $found }” is not a date; write year, month and day, like 2026-12-15
import-no-id = “{ $found }” is not an ID of 8 characters; restore the old one, or leave it empty for a new touchpoint
import-needs-text = a text in quotation marks is needed
import-needs-texts = a list of texts is needed, like ["one", "two"]
import-needs-number = a whole number without quotation marks is needed
import-needs-flag = true or false is needed
import-needs-object = an object is needed, in braces
import-needs-objects = a list of objects is needed
import-not-json = column { $column }: this is not valid JSON; look for a comma, a quotation mark or a bracket that is missing or too many
import-unknown-field = the field “{ $field }” is unknown; there are { $known }{ $near }
import-repeated-field = the field “{ $field }” is written twice; delete one of them
import-missing-field = the field “{ $field }” is missing; add it
import-other-format = the map is of format { $found }, and only { $format } can be read; export it again, or get a newer Periplo
source-windows-1252 = this is not UTF-8 and was read as Windows-1252; if letters look wrong, save the file again as “CSV UTF-8”
source-damaged-characters = from here on, some characters are damaged and are shown as �; look for them, or save the file again as UTF-8
source-entities = { $count ->
    [one] every & of this table begins an entity like &amp;, so they were decoded in 1 cell
   *[other] every & of this table begins an entity like &amp;, so they were decoded in { $count } cells
}
source-other-format = the file is named like { $named } and was read as { $found }, since that is what it contains
source-old-workbook = this is an old workbook (.xls), or one that is protected by a password; save it in the spreadsheet as .xlsx without a password and import that file
source-protected-workbook = this workbook is protected by a password; save it in the spreadsheet without one and import that file
source-other-archive = this is a zip file, and not a workbook; unpack it and import the file that is in it
source-large-workbook = this workbook is too large: more than 512 MiB when it is unpacked, or more than 20 million cells; save the sheet with the touchpoints as “CSV UTF-8” and import that file
source-damaged-workbook = this workbook is damaged; open it in the spreadsheet, save it again and import that file
source-hidden-sheets-to-choose = there are hidden sheets: { $names }; to read one, choose it in the row “{ $row }”
source-tables-to-part = { $count ->
    [one] the journey diagram was read, and the table on this page was not; to read the table, save it in a file of its own
   *[other] the journey diagram was read, and the { $count } tables on this page were not; to read one, save it in a file of its own
}
source-hidden-sheets = hidden sheets were not read: { $names }; name one with --sheet to read it
source-no-such-sheet = there is no sheet or table “{ $wanted }”; there are: { $names }
source-large-table = this table is too large: more than 20 million cells; give each object the same fields, or split the file
source-chat = this looks like a chat: the time and the name in front of { $count } messages were removed
source-web-page = this is a web page and not a table; open it in a browser or a spreadsheet, save the table as CSV or xlsx, and import that
source-no-json-table = this JSON holds no table; a list of objects is needed, with a field for the touchpoint in each, like [{"{"}"touchpoint": "Pays", "phase": "during"{"}"}]
source-repeated-field = the field “{ $field }” is written twice in this object; the first value is used
source-tables-beside-diagram = { $count ->
    [one] the journey diagram was read, and the table on this page was not; to read the table, name the heading above it with --sheet
   *[other] the journey diagram was read, and the { $count } tables on this page were not; to read one, name the heading above it with --sheet
}
source-page-facts = these facts of the map are not read from a page: { $labels }; write them in the editor, or import the map from JSON
source-joined-by-stage = the tables { $names } were read as one; their names are the stages
source-fields-beside = these fields beside the rows are not read: { $names }
source-closed-cards = { $count ->
    [one] one card that is archived was left out
   *[other] { $count } cards that are archived were left out
}
source-lines-left-out = { $count ->
    [one] “{ $found }” is no item of a list and was left out
   *[other] { $count } lines are no items of a list and were left out, the first “{ $found }”
}
source-items-beside-table = { $count ->
    [one] the item “{ $found }” of a list on this page was not read, since the page has a table
   *[other] { $count } items of lists on this page were not read, the first “{ $found }”, since the page has a table
}
source-nothing-on-page = there is no journey diagram, no table and no list on this page; a diagram begins with a line ```mermaid and the word journey, a table with a line of headings and a line | --- |
import-only-headings = there are only headings in it and no row below them: { $columns }
import-no-chosen-row = no row has { $wanted }
measure-no-steps = no column is known to hold steps with their counts; name them with --column HEADING=step and --column HEADING=reach. There are { $columns }
import-no-such-marks = no card has these tags or colours: { $names }
import-no-such-stages = the file has no stages with these names: { $names }
import-and-more = and { $count } more
measure-refused =
    { $count ->
        [one] nothing was written; fix this and measure again
       *[other] nothing was written; fix these { $count } faults and measure again
    }
import-refused =
    { $count ->
        [one] nothing was written; fix this and import again
       *[other] nothing was written; fix these { $count } faults and import again
    }
import-more-remarks = and { $count } more
import-strict = nothing was written, since --strict accepts no warnings; fix them, or import without it
import-lacks-of-map = note: the file does not have these fields of the map: { $fields }. Fill them in in the editor, or update an existing map with --into
import-lacks-of-touchpoints = note: the file does not have these fields of touchpoints: { $fields }
csv-splits-actors = { $count ->
    [one] an actor of 1 touchpoint has a “;” in its name and is read back as two; write a comma instead, or keep the map too
   *[other] actors of { $count } touchpoints have a “;” in their names and are read back as two; write a comma instead, or keep the map too
}
import-open-with = Open it with: periplo { $typed }
import-updated = { $file }: map updated
import-unchanged = { $file } has all of this already; nothing was written
import-unconfirmed = { $file } was not changed; add --yes to do this, or name with --base the map that the file was made from
import-none-known = no touchpoint of { $file } is in this file; check that it is of that map, and that its rows have their IDs
import-unmatched = { $count ->
    [one] One row (?) matches no touchpoint of the map, or several of one name, and is not added; --add-new adds it
   *[other] { $count } rows (?) match no touchpoint of the map, or several of one name, and are not added; --add-new adds them
}
import-missing-stay =
    { $count ->
        [one] One touchpoint of the map is not in the file and stays; --delete-missing deletes it
       *[other] { $count } touchpoints of the map are not in the file and stay; --delete-missing deletes them
    }
import-reading-file = reading { $file } …
import-writing-file = writing { $file } …
import-would-write = nothing was written (--dry-run); touchpoints before the purchase: { $before }, during: { $during }, after: { $after }
import-written = { $file }: map written; touchpoints before the purchase: { $before }, during: { $during }, after: { $after }

## Counts that are put into a map (measure.rs)

measure-reaches = Reaches: { $about }
measure-remembered = { $line } ({ $row }, remembered as its metric)
measure-rows = Rows without a touchpoint; give them one with --pair "ROW=TOUCHPOINT"
measure-row = ? { $name }: { $count }
measure-nearest = { $row } (similar: { $names })
measure-rival = { $row } (several rows mean { $name }, so none of them counts)
measure-uncounted = Rows without a count
measure-touchpoints = Touchpoints without a row; their reaches stay
measure-no-counts = there are no counts in it; name their column with --column HEADING=reach
measure-nothing-fits = no row is about a touchpoint of { $file }; give rows to touchpoints with --pair "ROW=TOUCHPOINT"
measure-unconfirmed = { $file } was not changed; add --yes to put these reaches in
measure-written = { $file }: { $count ->
    [one] one reach written
   *[other] { $count } reaches written
}
measure-other-unit = the table counts { $counted }, and the unit of the map stays { $unit }; --unit changes it
measure-near = ; similar: { $names }
measure-pair-form = --pair “{ $pair }” has no =; write it like "begin_checkout=Pays on the website"
measure-no-such-row = --pair: no row with a count is called “{ $row }”{ $near }
measure-several-rows = --pair: several rows are called “{ $row }”; choose one of them with --where HEADING=VALUE
measure-no-such-touchpoint = --pair: no touchpoint has the name or ID “{ $name }”{ $near }
measure-several-touchpoints = --pair: several touchpoints are called “{ $name }”; write one of the IDs instead: { $ids }
measure-pair-twice = --pair “{ $pair }”: its row or its touchpoint is in another pair already
measure-odd-cells = { $count ->
    [one] a cell is not understood and is not counted: { $fault }
   *[other] { $count } cells of a column are not understood and are not counted; the first: { $fault }
}

## Journey diagrams of Mermaid (mermaid.rs)

mermaid-lost = a journey diagram has no place for { $fields }; keep the map itself too
mermaid-unknown-emotions = { $count ->
    [one] 1 touchpoint without emotion is drawn with the score 3, since Mermaid needs one; a comment keeps that it is unknown
   *[other] { $count } touchpoints without emotion are drawn with the score 3, since Mermaid needs one; comments keep that it is unknown
}
mermaid-no-diagram = there is no journey diagram here; its first word must be journey
mermaid-none-on-page = there is no journey diagram on this page; put one between a line ```mermaid and a line ```, with the first word journey
mermaid-no-journey = this begins with “{ $word }”; the first word of a journey diagram is journey, in small letters
mermaid-second-journey = a line cannot begin with the word journey; write #106;ourney, or begin with another word
mermaid-more-journeys = there are { $count } journey diagrams, and the first was read; choose another by its number or title with --diagram: { $titles }
mermaid-no-such-diagram = there is no journey diagram “{ $wanted }”; choose one by its number or title with --diagram: { $titles }
mermaid-numbered-title = { $number } “{ $title }”
mermaid-front-matter = the title of the front matter cannot be read; put it between double quotation marks
mermaid-second-title = the diagram has a title already; this one takes its place: delete one of them
mermaid-task-as-title = this line begins with the word title, so “{ $text }” is the title of the diagram; write #116;itle if it is a task
mermaid-semicolon = Mermaid stops at the semicolon; write #59; in its place
mermaid-comment = # begins a comment, so “{ $text }” is left out; write #35; in its place if it is a part of the text
mermaid-hidden-line = %% makes the whole line a comment, so “{ $text }” is left out; write #37;#37; if it is a part of the text
mermaid-swallowed = { $word } has no text of its own and took the line below, “{ $text }”; write its text on the same line, or delete it
mermaid-no-text = { $word } has no text; write one after its colon, or delete it
mermaid-unclosed-description = this description is never closed; write {"}"} where it ends
mermaid-unclosed-directive = this %%{"{"} is never closed, so what follows is left out; write {"}"}%% where it ends
mermaid-style-end = Mermaid reads this line as a style and drops its last semicolon; put a space after each colon
mermaid-cut = this was too long and is cut to { $limit } characters: “{ $text }”; write it shorter
mermaid-unknown-character = no character is called #{ $name };, so it stays as it is; write the character itself, or its number
mermaid-no-name = there is no task before the colon; write what the customer does there
mermaid-cut-name = # begins a comment after “{ $name }” and hides its score; write #35; in its place
mermaid-needs-score = “{ $name }” has no score; write a colon and a number from 1 to 5 after it
mermaid-no-score = there is no score, which Mermaid reads as 0; the emotion stays unknown: write a number from 1 to 5
mermaid-no-number = the score “{ $score }” is not a number; the emotion stays unknown: write a number from 1 to 5
mermaid-other-score = the score { $score } is read as { $taken }; write a whole number from 1 to 5
mermaid-dropped = a task has two colons, one before its score and one before its actors, so “{ $text }” is left out; write #58; for a colon in a name
mermaid-no-actor = an actor without name is left out; delete the extra comma or colon
mermaid-repeated-id = “{ $name }” has the ID of an earlier task and got another one; delete the comment above a copied task
mermaid-section = Section: { $name }
mermaid-no-sections = the diagram has no sections, so everything goes before the purchase; write lines like: section During
mermaid-above-sections = this is above the first section, so it goes before the purchase; write a section line above it
mermaid-guessed = no section is named like a phase, so the phases were assigned in order: { $parts }; use --phases to change that
mermaid-neighbours = the names of these sections are not known, so each got the phase of the section above it: { $parts }; use --phases to change that
mermaid-colon-in-section = the name of a section has no colon; write #58; in its place
mermaid-section-twice = the section “{ $name }” is in line { $line } already; rename one of them, or join both
mermaid-empty-section = the section “{ $name }” has no task and is left out; write one below it, or delete it
mermaid-no-such-section = --phases gives a phase to “{ $name }”, and there is no such section; there are: { $known }
mermaid-too-large = the diagram has { $size } characters, and Mermaid draws at most { $limit }; raise its setting maxTextSize, or export a smaller map
mermaid-part = “{ $name }” { $phase }
mermaid-earlier-phase = the section “{ $name }” ({ $phase }) comes after a later phase, so its touchpoints were put before that phase; check the order

# The room: what participants are told on their telephones.
room-fault-token = This link is not valid any more. Ask the facilitator for the current one.
room-fault-host = This address is not the room’s. Use the link that the facilitator shows.
room-fault-origin = Another site cannot write into the room. Use the link that the facilitator shows.
room-fault-not-found = Not found.
room-fault-method = Not allowed.
room-fault-too-long = This is too long. Write less.
room-fault-content-type = The room takes JSON only.
room-fault-body = The room does not understand this. Load the page again.
room-fault-too-fast = Too many requests at once. Wait a moment.
room-fault-no-answer = The facilitator’s program does not answer. Try again.
room-refused-locked = The door is locked: nobody else can join now.
room-refused-full = The room is full.
room-refused-unknown-client = You are not in the room. Load the page again to join.
room-refused-unknown-contribution = This line is not yours, or it is no longer waiting.
room-refused-not-collecting = Nothing is being collected now.
room-refused-too-many-waiting = The list of waiting lines is full. Try again later.
room-refused-too-many-of-one = You have written as many lines as one person can.
room-refused-not-voting = There is no vote now.
room-refused-too-many-dots = You have { $limit } dots in all.
room-refused-too-many-on-one = You can give at most { $limit } dots to one touchpoint.
room-refused-unknown-touchpoint = This touchpoint is not on the map any more.
room-refused-not-kept = The facilitator’s program cannot write to its disk, so this was not saved. Try again later.
room-closed = The room is closed; what waits in it stays here.
room-link-renewed = There is a new link: everybody has to scan the new code.
room-not-opened = The room cannot be opened: { $why }. Choose another address, or give another port with --port.
room-not-kept = What comes from the room cannot be saved to disk: { $why }. New lines and dots are refused until this works again.
ask-left-room = { $count ->
    [one] The last session of this room ended with one contribution waiting.
   *[other] The last session of this room ended with { $count } contributions waiting.
}
answer-take-over-room = put them in the room pane
answer-discard-room = delete them
room-port-taken = another program has this port
room-address-not-here = this computer does not have the address
room = Room
room-pane = Room · { $people } in it · { $waiting } waiting
room-is-closed = The room is closed. { $key } opens it.
room-round-open = Everybody writes and sees what others write.
room-round-hidden = Everybody writes, and nobody sees what others write until { $reveal } reveals it: { $waiting } lines from { $writers } people so far.
room-round-vote = Everybody has { $each } dots to give; { $dots } given so far. { $reveal } reveals them and adds them to the map.
room-round-ended = The round is over. { $reveal } reveals the result to everybody.
room-round-closed = Nobody writes or votes now.
room-round-revealed = { $count ->
    [one] One dot was added to the votes.
   *[other] { $count } dots were added to the votes.
}
room-doors-open = The doors are open: lines go straight onto the board, and undo does not reach them.
room-doors-closed = The doors are closed: lines wait here.
room-locked = The door is locked: nobody else can join.
room-unlocked = The door is unlocked: everybody with the link can join.
room-declined = { $count ->
    [one] One line was declined.
   *[other] { $count } equal lines were declined.
}
room-focus = { $key } goes to this pane, where keys collect, reveal and vote.
room-taken = { $count ->
    [one] One touchpoint is on the board; { $undo } takes it back.
   *[other] { $count } touchpoints are on the board; { $undo } takes them back.
}
room-votes-revealed = { $count ->
    [one] One dot was added to the votes; { $undo } takes it back.
   *[other] { $count } dots were added to the votes; { $undo } takes them back.
}
room-collects-hidden = Now nobody sees what others write until you reveal it.
room-votes = { $count ->
    [one] The vote has begun: everybody has one dot.
   *[other] The vote has begun: everybody has { $count } dots.
}
ask-dots = Dots for each person (5/3: at most 3 on one touchpoint):
not-dots = Write a number from 1 to { $limit }, such as 5, or 5/3 for at most 3 on one touchpoint.
room-title = room open, { $count } in it ({ $key }: link, close)
room-title-short = room { $count } ({ $key })
room-share-title = Room
room-choose-address = People scan a code with their telephones and write touchpoints. Choose the address of the network that their telephones are in.
room-loopback = (this computer only)
room-plain-http = What is sent is not encrypted: others in this network can read it. Whoever has the link can join, and can vote more than once with several browsers.
room-scan = Scan the code, or open this link:
room-people = { $count ->
    [0] Nobody is in the room yet.
    [one] One person is in the room.
   *[other] { $count } people are in the room.
}
room-link-keys = { $lock } locks the door, { $new_link } makes a new link and disconnects everybody, { $close } closes the room.
room-code-too-large = A larger window shows the code too.
ask-left-vote = { $dots ->
    [one] The last session of this room ended during a vote, with one dot that was not revealed.
   *[other] The last session of this room ended during a vote, with { $dots } dots that were not revealed.
}
answer-take-over-vote = go on with the vote
answer-discard-vote = delete them
room-lines = the lines of the room
room-other-port = Port { $usual } is taken, so the room has port { $port }: telephones that were in a room before begin anew.
list-phase = { $phase }: { $count ->
    [0] no touchpoints
    [one] 1 touchpoint
   *[other] { $count } touchpoints
}
list-alternative = alternative to the one before
list-channel = channel { $channel }
list-reach = reach { $reach } { $evidence }
list-emotion = emotion { $emotion }
list-critical = critical moment
list-id = ID { $id }
edit-added = { $file }: “{ $name }” added ({ $phase })
edit-removed = { $file }: “{ $name }” removed
edit-moved = { $file }: “{ $name }” moved ({ $phase })
edit-dry-run = { $done }; only tried, nothing was written
edit-unknown-id = { $file } has no touchpoint with the ID “{ $id }”; find the IDs with: periplo list { $typed }
edit-other-phase = “{ $name }” is not in the phase { $phase }; give --phase its phase, or leave out --after
edit-after-itself = “{ $name }” cannot stand after itself; give --after the ID of another touchpoint
edit-first-of-phase = “{ $name }” is the first of its phase and cannot be an alternative: there is none above it; move it first
edit-shortened = the text is too long for a name: its first words are the name, and all of it is in the notes
edit-map-full = { $file } has as many touchpoints as a map can hold; remove some, or begin another map
edit-set = { $file }: “{ $name }” changed
edit-no-sign = “{ $typed }” has no =; write FIELD=VALUE, as in reach=40000
edit-field-twice = the field { $field } is given twice; keep one of them
edit-near-field = there is no field “{ $field }”; a similar one is { $near }
edit-no-field = there is no field “{ $field }”; the fields are { $known }
edit-no-stdin = standard input cannot be read as text: { $error }
