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

## Errores en los archivos

word-error = error
word-help = ayuda
did-you-mean = ¿quería decir `{ $near }`?
one-of = { $first } o { $last }
more-faults =
    { $count ->
        [one] y 1 error más que no se muestra: corrija antes estos
       *[other] y { $count } errores más que no se muestran: corrija antes estos
    }

fault-empty = el archivo no contiene ningún mapa, solo comentarios
    .label = un mapa empieza con `(`
    .help = escriba `(format: 1, title: "…")`, o vacíe el archivo para empezar un mapa nuevo
fault-json = esto parece JSON; los mapas se escriben en RON
    .label = un mapa empieza con `(`
    .help = para traer un archivo JSON, use `periplo import ARCHIVO --format json -o MAPA.ron`
fault-not-a-map = esto no es un mapa
    .label = un mapa empieza con `(`
    .help = escriba el mapa así: `(format: 1, title: "…", before: [], during: [], after: [])`
fault-newer-format = el archivo tiene el formato { $found }, y esta versión lee hasta el { $ours }
    .label = más nuevo que esta versión
    .help = instale una versión más nueva de Periplo; esta deja el archivo como está
fault-unknown-format = ese formato no existe
    .label = se esperaba 1
    .help = escriba `format: 1`
fault-bad-attribute = esta línea antes del mapa no se conoce
    .label = se esperaba `#![enable(implicit_some)]`
    .help = escríbala así, o borre la línea
fault-conflict = una fusión dejó un conflicto en el archivo
    .label = empieza aquí
    .help = conserve un lado o los dos, y borre las líneas que empiezan con `<<<<<<<`, `=======` y `>>>>>>>`
fault-too-deep = hay demasiados paréntesis o corchetes unos dentro de otros
    .label = más que en ningún mapa
    .help = busque los que se abrieron por error
fault-trailing = hay algo después del final del mapa
    .label = el mapa termina antes de esto
    .help = un archivo contiene un solo mapa: borre esto, o busque más arriba un `)` que sobre
fault-unclosed-text = el texto no se cierra en su línea
    .label = falta la `"` de cierre
    .help = añada la `"` de cierre; una `"` dentro de un texto se escribe `\"`
fault-unclosed-comment = el comentario no se cierra
    .label = falta el `*/` de cierre
    .help = añada `*/` donde termine el comentario
fault-missing-comma = falta una coma
    .label = se esperaba `,` después de esto
    .help = ponga una coma entre esto y lo que sigue
fault-emotion = la emoción va de -2 a 2
    .label = se esperaba -2, -1, 0, 1 o 2
    .help = escriba -2 si es muy mala, 0 si es neutra, 2 si es muy buena; quite `emotion` si no se conoce
fault-bad-id = esto no es el id de un punto de contacto
    .label = se esperaban 8 caracteres de 0-9 y a-z sin i, l, o, u
    .help = quite `id`, y el punto de contacto recibirá uno
fault-bad-escape = la barra invertida no va seguida de nada conocido
    .label = secuencia desconocida
    .help = una barra invertida se escribe `\\`; un salto de línea `\n`, unas comillas `\"`
fault-not-a-touchpoint = esto no es un punto de contacto
    .label = se esperaba `(name: "…")`
    .help = escriba cada punto de contacto entre paréntesis y al menos con su nombre
fault-wrong-quotes = { $quote } no sirve como comilla en el archivo
    .label = se esperaba `"`
    .help = escriba los textos entre comillas dobles rectas: "…"
fault-false-blank = aquí hay un carácter invisible ({ $code })
    .label = parece un espacio o no se ve, pero no es un espacio corriente
    .help = bórrelo y escriba un espacio corriente; suelen venir en el texto pegado
fault-look-alike = { $character } solo se parece a `{ $instead }`
    .label = se esperaba `{ $instead }`
    .help = escriba `{ $instead }` con el teclado; estos caracteres suelen venir en el texto pegado
fault-cut-short = el archivo termina antes de cerrar este `{ $bracket }`
    .label =
        { $more ->
            [0] falta `{ $needed }`
            [one] falta `{ $needed }`; hay 1 más alrededor sin cerrar
           *[other] falta `{ $needed }`; hay { $more } más alrededor sin cerrar
        }
    .help = añada `{ $needed }`; si se perdió el final del archivo, recupérelo de una copia
fault-unclosed = este `{ $bracket }` no se cierra
    .label = `{ $found }` aparece antes que `{ $needed }`
    .help = añada `{ $needed }` donde termine esta parte
fault-stray-bracket = este `{ $bracket }` no cierra nada
    .label = no hay nada abierto que cerrar
    .help = bórrelo, o añada lo que debería cerrar
fault-wrong-bracket = aquí no va `{ $found }`
    .label = se esperaba `{ $needed }`
    .help = las listas van entre `[ ]`; un punto de contacto y sus campos, entre `( )`
fault-missing-colon = faltan los dos puntos después de `{ $field }`
    .label = se esperaba `{ $field }:`
    .help = escriba el campo así: `{ $field }: valor`
fault-unexpected = aquí no se esperaba `{ $found }`
    .label = no corresponde aquí
    .help = bórrelo, o póngale delante el nombre de un campo y dos puntos
fault-unknown-field =
    { $owner ->
        [map] un mapa no tiene ningún campo `{ $found }`
        [touchpoint] un punto de contacto no tiene ningún campo `{ $found }`
       *[configuration] la configuración no tiene ningún ajuste `{ $found }`
    }
    .label = desconocido
    .help = se conocen estos: { $known }
fault-duplicate-field = `{ $field }` está escrito dos veces
    .label = la segunda vez
    .help = quédese con uno y borre el otro
fault-missing-field =
    { $owner ->
        [map] al mapa le falta `{ $field }`
        [touchpoint] a este punto de contacto le falta `{ $field }`
       *[configuration] a la configuración le falta `{ $field }`
    }
    .label = necesita `{ $field }`
    .help = { $field ->
        [format] añada `format: 1,` en la primera línea del paréntesis
        [title] añada `title: "…",` después de `format`
       *[name] añada `name: "…"`: lo que hace el cliente, con palabras del cliente
    }
fault-quoted-field = los nombres de los campos van sin comillas
    .label = se esperaba `{ $field }` sin comillas
    .help = escriba `{ $field }: …`
fault-missing-value = `{ $field }` no tiene valor
    .label = debería seguir un valor
    .help = escríbalo después de los dos puntos, o borre el campo
fault-no-text = `{ $field }` debería ser un texto
    .label = se esperaba un texto entre comillas
    .help = escriba `{ $field }: "…"`
fault-no-texts = `{ $field }` debería ser una lista de textos
    .label = se esperaba `["…", "…"]`
    .help = póngalo entre corchetes aunque sea uno solo: `{ $field }: ["…"]`
fault-no-number = `{ $field }` debería ser un número entero
    .label = se esperaba un número entero
    .help = escriba solo cifras, como 1200; quite `{ $field }` si no se conoce
fault-no-touchpoints = `{ $field }` debería ser una lista de puntos de contacto
    .label = se esperaba `[` y puntos de contacto
    .help = escriba `{ $field }: [(name: "…"), (name: "…")]`
fault-no-word = `{ $field }` es una palabra de unas pocas
    .label = se esperaba { $known }
    .help = escriba una de estas palabras sin comillas, o quite `{ $field }`
fault-unknown-word = `{ $field }` no puede ser `{ $found }`
    .label = se esperaba { $known }
    .help = elija una de estas palabras, o quite `{ $field }`
fault-quoted-word = la palabra de `{ $field }` va sin comillas
    .label = se esperaba `{ $word }` sin comillas
    .help = escriba `{ $field }: { $word }`
fault-negative = `{ $field }` no puede ser negativo
    .label = se esperaba 0 o más
    .help = escriba cuántos son; quite `{ $field }` si no se conoce, que no es lo mismo que 0
fault-not-whole = `{ $field }` debería ser un número entero
    .label = se esperaba un número sin decimales
    .help = redondéelo; los miles se escriben sin punto, como 1200
fault-too-large = `{ $field }` es demasiado grande
    .label = se esperaba como mucho 18446744073709551615
    .help = escriba un número menor
fault-grouped-number = los números se escriben sin separadores ni letras
    .label = se esperaba { $plain }
    .help = escriba `{ $field }: { $plain }`
fault-empty-text = `{ $field }` está vacío
    .label = se esperaba un texto
    .help = { $field ->
        [title] póngale un título al mapa
       *[name] diga qué hace el cliente, con palabras del cliente
    }
fault-too-long = `{ $field }` es demasiado largo: { $found } caracteres, y caben { $limit } como mucho
    .label = { $limit } caracteres como mucho
    .help = acórtelo; lo que sobre puede ir en `notes`
fault-syntax = esto no se puede leer
    .label = { $message }
    .help = compárelo con lo que hay antes y después, o recupere el archivo de una copia

## Archivos

open-not-found = { $file }: no existe ese archivo; revise el nombre, o cree un mapa con `periplo new`
open-folder = { $file } es una carpeta; indique un mapa que esté dentro
open-special = { $file } no es un archivo corriente; copie antes su contenido en uno
open-too-large = { $file } es demasiado grande para ser un mapa: { $size } bytes, y se leen { $limit } como mucho; compruebe que es el archivo correcto
open-unreadable = { $file } no se puede leer: { $reason }; revise los permisos del archivo y vuelva a intentarlo
open-not-text = { $file } contiene algo que no es texto en la línea { $line }, columna { $column }; si es un mapa, guárdelo como UTF-8 en su editor
save-folder = { $file } es una carpeta; elija un nombre de archivo dentro
save-special = { $file } no es un archivo corriente; elija otro nombre
save-read-only = { $file } es de solo lectura; permita escribir en él o guarde con otro nombre
save-exists = { $file } ya existe; elija otro nombre
save-no-folder = { $file } no se puede guardar porque no existe la carpeta { $folder }; créela antes
save-changed-outside = otra persona o programa cambió { $file } entretanto, y se ha dejado como está; vuelva a cargarlo, o guarde con otro nombre
save-newer-format = { $file } tiene el formato más nuevo { $found } y se ha dejado como está; guarde con otro nombre
save-not-faithful = { $file } se ha dejado como está, porque el mapa no se podía escribir sin pérdidas; expórtelo y avise de este fallo
save-unwritable = { $file } no se ha guardado: { $reason }; haga sitio o guarde en otro lugar, no se ha perdido nada

## Línea de órdenes

cli-error = error: { $message }
cli-warning = aviso: { $message }
cli-cannot-search = no se puede buscar en { $folder }: { $reason }; revise los permisos de la carpeta y vuelva a intentarlo
cli-cannot-write-result = no se puede escribir el resultado: { $reason }; haga sitio o escríbalo en otro lugar
cli-cannot-export = no se puede generar el resultado: { $reason }; pruebe otro formato y avise de este fallo
cli-map-exists = { $file } ya existe y se queda como está; elija otro nombre, o ábralo con: periplo { $typed }
cli-output-exists = { $file } ya existe y se queda como está; elija otro nombre, o sobrescríbalo con --force
cli-map-written = { $file }: mapa nuevo creado. Ábralo con: periplo { $typed }
cli-no-maps = { $folder } no tiene mapas (archivos .ron) ni dentro ni debajo; elija otra carpeta, o cree un mapa con: periplo new
cli-repeated-ids = { $count ->
    [one] { $file }: «{ $name }» lleva el id de un punto de contacto anterior y aparece con uno nuevo. Póngale uno propio, o borre su id y guarde el archivo.
   *[other] { $file }: { $count } puntos de contacto, el primero «{ $name }», llevan ids de otros anteriores y aparecen con ids nuevos. Póngales ids propios, o borre los suyos y guarde el archivo.
}
cli-no-terminal = el editor necesita una terminal donde leer el teclado y dibujar; ábralo sin redirecciones, o vea qué funciona sin ella: periplo --help
cli-dumb-terminal = esta terminal (TERM=dumb) no puede dibujar el editor; use otra, o vea qué funciona sin ella: periplo --help
cli-terminal-failed = ha fallado la terminal: { $reason }; empiece de nuevo en otra
cli-no-title = { $file } no sirve como título del mapa; indique uno con --title
cli-title-of-stream = Mapa nuevo
cli-template-name = nombre
cli-template-title = título
cli-template-touchpoints = puntos
cli-reason-permission = permiso denegado
cli-reason-not-a-folder = una parte de la ruta no es una carpeta
cli-reason-full = el disco está lleno
cli-reason-read-only = el disco es de solo lectura

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
