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

## Línea de órdenes

cli-error = error: { $message }
cli-warning = aviso: { $message }
cli-missing-file = { $file }: no existe ese archivo. Revise el nombre o cree un mapa nuevo con: periplo new { $typed }
cli-cannot-read = { $file }: no se puede leer: { $reason }
cli-cannot-write = { $file }: no se puede escribir: { $reason }
cli-cannot-write-result = no se puede escribir el resultado: { $reason }
cli-cannot-export = no se puede generar el resultado: { $reason }
cli-no-such-folder = { $file }: no existe la carpeta { $folder }. Créela antes o elija otro lugar.
cli-map-exists = { $file }: este archivo ya existe y se queda como está. Elija otro nombre o ábralo con: periplo { $typed }
cli-output-exists = { $file }: este archivo ya existe y se queda como está. Elija otro nombre o sobrescríbalo con --force.
cli-map-written = { $file }: mapa nuevo creado. Ábralo con: periplo { $typed }
cli-no-maps = { $folder }: no hay mapas (archivos .ron) en esta carpeta ni debajo. Elija otra o cree un mapa con: periplo new
cli-repeated-ids = { $count ->
    [one] { $file }: «{ $name }» lleva el id de un punto de contacto anterior y aparece con uno nuevo. Póngale uno propio, o borre su id y guarde el archivo.
   *[other] { $file }: { $count } puntos de contacto, el primero «{ $name }», llevan ids de otros anteriores y aparecen con ids nuevos. Póngales ids propios, o borre los suyos y guarde el archivo.
}
cli-no-terminal = el editor necesita una terminal donde leer el teclado y dibujar. Ábralo sin redirecciones o vea qué funciona sin ella: periplo --help
cli-dumb-terminal = esta terminal (TERM=dumb) no puede dibujar el editor. Use otra o vea qué funciona sin ella: periplo --help
cli-terminal-failed = ha fallado la terminal: { $reason }
cli-no-title = { $file }: este nombre no sirve como título del mapa. Indique uno con --title.
cli-title-of-stream = Mapa nuevo
cli-template-name = nombre
cli-template-title = título
cli-template-touchpoints = puntos
cli-reason-permission = permiso denegado. Pida acceso a quien corresponda.
cli-reason-folder = es una carpeta. Indique un archivo que esté dentro.
cli-reason-not-a-folder = una parte de la ruta es un archivo, no una carpeta. Revise la ruta.
cli-reason-not-text = no es texto en UTF-8. Guárdelo como UTF-8 o elija otro archivo.
cli-reason-full = el disco está lleno. Libere espacio y vuelva a intentarlo.
cli-reason-read-only = el disco es de solo lectura. Elija otro lugar.

## El embudo como texto

funnel-text-reach = alcance
funnel-text-conversion = conv.
funnel-text-likelihood = prob.
funnel-text-of-buyers = de compradores
funnel-text-or = o { $name }
funnel-text-buyers = { $count ->
    [one] { $number } comprador
   *[other] { $number } compradores
}
funnel-text-overall = { $buyers }, el { $share } de quienes llegan al paso { $position }
funnel-text-biggest-loss = mayor pérdida: { $number } no siguen
funnel-text-best-lever = mejor palanca: un punto más aquí da { $number } compradores más
funnel-text-widens = se ensancha: más aquí que en el paso { $position }; revise los dos números
funnel-text-unknown = { $sign } alcance aún sin dar
funnel-text-partial = { $sign } a una alternativa le falta el alcance
funnel-text-needs-reach = Para el embudo, dé primero el alcance de «{ $name }»: cuántos clientes llegan ahí.
funnel-text-needs-touchpoints = Para el embudo, añada puntos de contacto antes y durante la compra y dé al primero su alcance: cuántos clientes llegan ahí.
counts-touchpoints = puntos de contacto
counts-no-kind = sin tipo
counts-no-intent = sin intención
counts-all = Total
