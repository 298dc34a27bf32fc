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
