### Las palabras de la interfaz de Periplo en español. Cada clave está en el archivo de cada lengua con los mismos argumentos.

## Las palabras del método

phase-before = Antes
phase-during = Durante
phase-after = Después
kind-online = en línea
kind-offline = fuera de línea
kind-product = producto
intent-intentional = intencional
intent-unintentional = no intencional
contact-direct = directo
contact-indirect = indirecto
agent-person = persona
agent-machine = máquina
evidence-assumed = supuesto
evidence-reported = comunicado
evidence-measured = medido
emotion-very-bad = muy mala
emotion-bad = mala
emotion-neutral = neutra
emotion-good = buena
emotion-very-good = muy buena
