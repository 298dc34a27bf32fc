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

## Faults in files

word-error = error
word-help = help
did-you-mean = did you mean `{ $near }`?
one-of = { $first } or { $last }
more-faults =
    { $count ->
        [one] and 1 more fault, not shown: mend these first
       *[other] and { $count } more faults, not shown: mend these first
    }

fault-empty = the file holds no map, only comments
    .label = a map begins with `(`
    .help = write `(format: 1, title: "…")`, or empty the file to start a new map
fault-json = this looks like JSON; a map is written in RON
    .label = a map begins with `(`
    .help = to bring in a JSON file, use `periplo import FILE --format json -o MAP.ron`
fault-not-a-map = this is not a map
    .label = a map begins with `(`
    .help = write the map as `(format: 1, title: "…", before: [], during: [], after: [])`
fault-newer-format = the file is of format { $found }, and this version reads up to { $ours }
    .label = newer than this version
    .help = install a newer version of Periplo; this one leaves the file as it is
fault-unknown-format = there is no such format
    .label = expected 1
    .help = write `format: 1`
fault-bad-attribute = this line before the map is not known
    .label = expected `#![enable(implicit_some)]`
    .help = write it so, or delete the line
fault-conflict = a merge left a conflict in the file
    .label = here it begins
    .help = keep one side or both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`
fault-too-deep = the brackets stand too deep in one another for a map
    .label = more than in any map
    .help = look for brackets opened by mistake
fault-trailing = something follows the end of the map
    .label = the map has ended before this
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
fault-emotion = an emotion lies between -2 and 2
    .label = expected -2, -1, 0, 1 or 2
    .help = write -2 for very bad, 0 for neutral, 2 for very good; leave `emotion` out when it is unknown
fault-bad-id = this is no touchpoint's id
    .label = expected 8 characters out of 0-9 and a-z without i, l, o, u
    .help = leave `id` out, and the touchpoint is given one
fault-bad-escape = the backslash escapes nothing
    .label = unknown escape
    .help = a backslash itself is written `\\`; a line end `\n`, a quote `\"`
fault-not-a-touchpoint = this is not a touchpoint
    .label = expected `(name: "…")`
    .help = write each touchpoint in round brackets with at least its name
fault-wrong-quotes = { $quote } is not a quote that the file can use
    .label = expected `"`
    .help = put texts between straight double quotes: "…"
fault-false-blank = there is an invisible character ({ $code }) here
    .label = looks like a blank or like nothing, but is neither
    .help = delete it and type an ordinary blank; pasted text often brings such characters
fault-look-alike = { $character } only looks like `{ $instead }`
    .label = expected `{ $instead }`
    .help = type `{ $instead }` on the keyboard; pasted text often brings such characters
fault-cut-short = the file ends before this `{ $bracket }` is closed
    .label =
        { $more ->
            [0] no `{ $needed }` follows
            [one] no `{ $needed }` follows; 1 bracket around it is not closed either
           *[other] no `{ $needed }` follows; { $more } brackets around it are not closed either
        }
    .help = add `{ $needed }`; if the end of the file is lost, take it from a copy
fault-unclosed = this `{ $bracket }` is not closed
    .label = `{ $found }` comes before `{ $needed }`
    .help = add `{ $needed }` where this part ends
fault-stray-bracket = this `{ $bracket }` closes nothing
    .label = no bracket is open for it
    .help = delete it, or add the bracket that it should close
fault-wrong-bracket = `{ $found }` is the wrong bracket here
    .label = expected `{ $needed }`
    .help = lists stand in `[ ]`, a touchpoint and its fields in `( )`
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
fault-quoted-field = names of fields stand without quotes
    .label = expected `{ $field }` without quotes
    .help = write `{ $field }: …`
fault-missing-value = `{ $field }` has no value
    .label = a value should follow
    .help = write one after the colon, or delete the field
fault-no-text = `{ $field }` should be a text
    .label = expected a text between quotes
    .help = write `{ $field }: "…"`
fault-no-texts = `{ $field }` should be a list of texts
    .label = expected `["…", "…"]`
    .help = put square brackets around, even for one: `{ $field }: ["…"]`
fault-no-number = `{ $field }` should be a whole number
    .label = expected a whole number
    .help = write digits only, like 1200; leave `{ $field }` out when it is unknown
fault-no-touchpoints = `{ $field }` should be a list of touchpoints
    .label = expected `[` and touchpoints
    .help = write `{ $field }: [(name: "…"), (name: "…")]`
fault-no-word = `{ $field }` is one of a few words
    .label = expected { $known }
    .help = write one of these words without quotes, or leave `{ $field }` out
fault-unknown-word = `{ $field }` cannot be `{ $found }`
    .label = expected { $known }
    .help = choose one of these, or leave `{ $field }` out
fault-quoted-word = the word for `{ $field }` stands without quotes
    .label = expected `{ $word }` without quotes
    .help = write `{ $field }: { $word }`
fault-negative = `{ $field }` cannot be negative
    .label = expected 0 or more
    .help = write how many there are; leave `{ $field }` out when it is unknown, which is not 0
fault-not-whole = `{ $field }` should be a whole number
    .label = expected no point and nothing behind it
    .help = round it; thousands are written without a point, like 1200
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
    .help = shorten it; what is left over may go into `notes`
fault-syntax = this cannot be read
    .label = { $message }
    .help = compare with what stands before and after, or take the file from a copy

## Files

open-not-found = { $file }: there is no such file; check the name, or make a new map with `periplo new`
open-folder = { $file } is a folder; name a map in it
open-special = { $file } is no regular file; copy what it holds into one first
open-too-large = { $file } is too large for a map: { $size } bytes, and at most { $limit } are read; check that it is the right file
open-unreadable = { $file } cannot be read: { $reason }; check the file's rights and try again
open-not-text = { $file } holds something that is not text at line { $line }, column { $column }; if it is a map, save it as UTF-8 in your editor
save-folder = { $file } is a folder; choose a file name in it
save-special = { $file } is no regular file; choose another name
save-read-only = { $file } is read-only; allow writing to it or save under another name
save-exists = { $file } exists already; choose another name
save-no-folder = { $file } cannot be saved because there is no folder { $folder }; make it first
save-changed-outside = { $file } was changed by somebody else meanwhile and was left as it is; reload it, or save under another name
save-newer-format = { $file } is of the newer format { $found } and was left as it is; save under another name
save-not-faithful = { $file } was left as it is, because the map could not be written without loss; export it and report this defect
save-unwritable = { $file } was not saved: { $reason }; make room or save elsewhere, nothing is lost

## Command line

cli-error = error: { $message }
cli-warning = warning: { $message }
cli-cannot-search = { $folder } cannot be searched: { $reason }; check the folder’s rights and try again
cli-cannot-write-result = the result cannot be written: { $reason }; make room, or write it somewhere else
cli-cannot-export = the result cannot be made: { $reason }; try another format, and report this defect
cli-map-exists = { $file } exists already and is left as it is; choose another name, or open it with: periplo { $typed }
cli-output-exists = { $file } exists already and is left as it is; choose another name, or overwrite it with --force
cli-map-written = { $file }: new map written. Open it with: periplo { $typed }
cli-no-maps = { $folder } has no maps (.ron files) in it or below; choose another folder, or make a map with: periplo new
cli-repeated-ids = { $count ->
    [one] { $file }: “{ $name }” has the id of an earlier touchpoint and is listed under a new one. Give it one of its own, or delete its id and save the file.
   *[other] { $file }: { $count } touchpoints, “{ $name }” first, have ids of earlier ones and are listed under new ones. Give them ids of their own, or delete theirs and save the file.
}
cli-no-terminal = the editor needs a terminal to read keys from and to draw on; start it without redirecting, or see what works without one: periplo --help
cli-dumb-terminal = this terminal (TERM=dumb) cannot draw the editor; use another one, or see what works without: periplo --help
cli-terminal-failed = the terminal failed: { $reason }; start again in another one
cli-no-title = { $file } cannot be the map’s title; give one with --title
cli-title-of-stream = New map
cli-template-name = name
cli-template-title = title
cli-template-touchpoints = touchpoints
cli-reason-permission = permission denied
cli-reason-not-a-folder = a part of the path is no folder
cli-reason-full = the disk is full
cli-reason-read-only = the disk is read-only

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
