### The words of Periplo's interface in English. Every key stands in each language's file with the same arguments.

## The method's words

phase-before = Before
phase-during = During
phase-after = After
kind-online = online
kind-offline = offline
kind-product = product
intent-intentional = intentional
intent-unintentional = unintentional
contact-direct = direct
contact-indirect = indirect
agent-person = person
agent-machine = machine
evidence-assumed = assumed
evidence-reported = reported
evidence-measured = measured
emotion-very-bad = very bad
emotion-bad = bad
emotion-neutral = neutral
emotion-good = good
emotion-very-good = very good

## Command line

cli-error = error: { $message }
cli-warning = warning: { $message }
cli-missing-file = { $file }: there is no such file. Check the name, or make a new map with: periplo new { $typed }
cli-cannot-read = { $file }: cannot be read: { $reason }
cli-cannot-write = { $file }: cannot be written: { $reason }
cli-cannot-write-result = the result cannot be written: { $reason }
cli-cannot-export = the result cannot be made: { $reason }
cli-no-such-folder = { $file }: there is no folder { $folder }. Make it first, or choose another place.
cli-map-exists = { $file }: this file exists and is left as it is. Choose another name, or open it with: periplo { $typed }
cli-output-exists = { $file }: this file exists and is left as it is. Choose another name, or overwrite it with --force.
cli-map-written = { $file }: new map written. Open it with: periplo { $typed }
cli-no-maps = { $folder }: no maps (.ron files) in this folder or below. Choose another folder, or make a map with: periplo new
cli-repeated-ids = { $count ->
    [one] { $file }: “{ $name }” has the id of an earlier touchpoint and is listed under a new one. Give it one of its own, or delete its id and save the file.
   *[other] { $file }: { $count } touchpoints, “{ $name }” first, have ids of earlier ones and are listed under new ones. Give them ids of their own, or delete theirs and save the file.
}
cli-no-terminal = the editor needs a terminal to read keys from and to draw on. Start it without redirecting, or see what works without one: periplo --help
cli-dumb-terminal = this terminal (TERM=dumb) cannot draw the editor. Use another terminal, or see what works without one: periplo --help
cli-terminal-failed = the terminal failed: { $reason }
cli-no-title = { $file }: this name cannot be the map’s title. Give one with --title.
cli-title-of-stream = New map
cli-template-name = name
cli-template-title = title
cli-template-touchpoints = touchpoints
cli-reason-permission = permission denied. Ask whoever owns it for access.
cli-reason-folder = it is a folder. Give the name of a file in it.
cli-reason-not-a-folder = a part of its path is a file, not a folder. Check the path.
cli-reason-not-text = it is not text in UTF-8. Save it as UTF-8, or choose another file.
cli-reason-full = the disk is full. Make room and try again.
cli-reason-read-only = the disk is read-only. Choose another place.

## The funnel as text

funnel-text-reach = reach
funnel-text-conversion = conv.
funnel-text-likelihood = likely
funnel-text-of-buyers = of buyers
funnel-text-or = or { $name }
funnel-text-buyers = { $count ->
    [one] { $number } buyer
   *[other] { $number } buyers
}
funnel-text-overall = { $buyers }, { $share } of those at step { $position }
funnel-text-biggest-loss = biggest loss: { $number } go no further
funnel-text-best-lever = best lever: one point more here makes { $number } more buyers
funnel-text-widens = widens: more here than at step { $position }; check both numbers
funnel-text-unknown = { $sign } no reach given yet
funnel-text-partial = { $sign } an alternative has no reach yet
funnel-text-needs-reach = For a funnel, first give the reach of “{ $name }”: how many customers get there.
funnel-text-needs-touchpoints = For a funnel, add touchpoints before and during the purchase, and give the first its reach: how many customers get there.
counts-touchpoints = touchpoints
counts-no-kind = no kind
counts-no-intent = no intent
counts-all = All
