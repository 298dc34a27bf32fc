### Los textos de la interfaz de Periplo en español. Los demás idiomas tienen los mismos mensajes con los mismos argumentos.
### Los encabezados nombran los archivos de src/lang que usan los mensajes.

## Los términos del método (terms.rs)

kind-online = en línea
kind-offline = fuera de línea
kind-product = producto
intent-intentional = intencional
intent-unintentional = no intencional
untagged = sin etiqueta
critical = crítico
or = o
phase-before = Antes
phase-during = Durante
phase-after = Después
contact-direct = directo
contact-indirect = indirecto
agent-person = persona
agent-machine = máquina
evidence-assumed = supuesto
evidence-reported = declarado
evidence-measured = medido
effort-small = pequeño
effort-medium = mediano
effort-large = grande
emotion-very-bad = muy mala
emotion-bad = mala
emotion-neutral = neutra
emotion-good = buena
emotion-very-good = muy buena

## Valores de los campos (values.rs)

yes = sí
no = no
value-text = «{ $text }»

## Campos, columnas y formularios (fields.rs)

field-name = nombre
    .about = lo que hace el cliente, con sus palabras
field-kind = tipo
    .about = en línea, fuera de línea o a través del producto
field-intent = intención
    .about = si lo planeas y lo llevas a cabo tú, o no
field-channel = canal
    .about = el medio: sitio web, tienda, boca a boca…
field-reach = alcance
    .about = cuántos clientes llegan aquí: 1200, 1,2k, 3M
field-evidence = origen de la cifra
    .about = supuesto, declarado o medido
field-emotion = emoción
    .about = cómo se siente el cliente
field-critical = momento crítico
    .about = decide si el cliente se queda
field-context = contexto
    .about = en qué circunstancias está el cliente
field-need = necesidad
    .about = lo que quiere el cliente
field-value = valor
    .about = lo que le ofreces, y algo más
field-pain = dolor
    .about = lo que le molesta
field-with-previous = alternativa
    .about = comparte el paso con el punto de contacto de arriba
field-contact = contacto
    .about = trata contigo, o solo oye hablar de ti
field-agent = agente
    .about = una persona o una máquina de tu parte
field-actors = participantes
    .about = quiénes participan en ambos lados; varios, con ;
field-action = acción
    .about = lo que vas a hacer al respecto
field-effort = esfuerzo
    .about = lo que te cuesta la acción
field-owner = responsable
    .about = quién lo hará
field-due = fecha límite
    .about = hasta cuándo hay que hacerla: 2026-12-15
field-kpi = KPI
    .about = cómo sabrás que funciona
field-metric = métrica
    .about = su nombre en tus datos
field-votes = votos
    .about = los que recibe en el taller
field-accepted = hallazgos silenciados
    .about = hallazgos que la revisión ya no muestra
field-notes = notas
    .about = todo lo demás, en varias líneas
field-title = título
    .about = el nombre del mapa
field-persona = persona
    .about = de quién es este recorrido
field-scenario = escenario
    .about = la situación en la que está la persona
field-goal = meta
    .about = qué quiere conseguir
field-company = empresa
    .about = de quién son los puntos de contacto
field-unit = unidad
    .about = lo que cuenta el alcance: personas, sesiones, cuentas
field-period = periodo
    .about = cuándo se contó: 2026-Q3
field-objectives = objetivos
    .about = KPI u OKR de todo el mapa; varios, con ;
group-everyday = Lo principal
group-customer = El cliente
group-company = La empresa
group-workshop = El taller
group-journey = El recorrido
group-counting = El recuento
inventory-map = Mapa
inventory-file = Archivo
inventory-id = ID
inventory-order = Orden
inventory-phase = Fase
inventory-step = Paso
inventory-touchpoint = Punto de contacto
inventory-score = Puntuación
form-of-several = { $count } puntos de contacto: lo que cambies aquí cambia en todos
form-of-map = Datos del mapa
several-values = varios valores
emptied-in-all = se vaciará en todos
date-fault = hace falta una fecha, como 15/12/2026 o 2026-12-15
date-order-fault = puede ser uno de dos días: escríbelo como año, mes y día, como 2026-12-15
field-fault = { $field }: { $fault }

## Acciones, contextos y teclas (actions.rs)

context-board = El tablero
context-funnel = El embudo
context-review = La revisión
context-priorities = Las prioridades
context-presentation = La presentación
context-vote-number = La presentación: un número para votar
context-quick-entry = Entrada rápida
context-empty-entry = Entrada rápida: la línea vacía
context-form = Un formulario: campos de texto
context-choice = Un formulario: campos con opciones
context-notes = Un formulario: notas
context-prompt = Una línea de entrada
context-browser = Una lista de archivos
context-filter = El filtro
context-filter-choices = Las opciones del filtro
context-palette = Todas las acciones
context-question = Una pregunta
context-confirmation = Una pregunta con respuestas numeradas
context-recovery = Recuperar cambios sin guardar
context-export = Exportar el mapa
context-import = La vista previa de un archivo
context-help = La ayuda
context-room-page = La presentación: la página de la sala
context-room = El panel de la sala
context-share = El diálogo de la sala
context-themes = La lista de temas
context-start = La pantalla de inicio
context-tour = La visita guiada
context-opening = Un archivo que se está abriendo
context-unreadable = Un archivo que no se puede abrir
act-left = izquierda
    .about = Ir a la fase de la izquierda
act-right = derecha
    .about = Ir a la fase de la derecha
act-up = arriba
    .about = Ir al punto de contacto de arriba
act-down = abajo
    .about = Ir al punto de contacto de abajo
act-first = primero
    .about = Ir al principio de la fase o de la lista
act-last = último
    .about = Ir al final de la fase o de la lista
act-page-up = pág. arriba
    .about = Ir varios puntos de contacto o líneas más arriba
act-page-down = pág. abajo
    .about = Ir varios puntos de contacto o líneas más abajo
act-next-pane = embudo
    .about = Ir al embudo, o a lo que se muestre ahí (revisión, equilibrio, prioridades), y volver
act-quick-entry = añadir
    .about = Añadir puntos de contacto bajo la selección, uno por línea
act-edit-touchpoint = editar
    .about = Todos los campos del punto de contacto, o de todos los marcados
act-edit-map = mapa
    .about = Los datos del mapa: título, persona, unidad, periodo
act-move-left = a izquierda
    .about = Mover el punto de contacto al final de la fase anterior
act-move-right = a derecha
    .about = Mover el punto de contacto al principio de la fase siguiente
act-move-up = subir
    .about = Mover el punto de contacto hacia arriba
act-move-down = bajar
    .about = Mover el punto de contacto hacia abajo
act-tag-online = en línea
    .about = Etiquetar como en línea; otra vez: quitar la etiqueta
act-tag-offline = fuera de línea
    .about = Etiquetar como fuera de línea; otra vez: quitarla
act-tag-product = producto
    .about = Etiquetar como a través del producto; otra vez: quitarla
act-cycle-intent = intención
    .about = Alternar intencional, no intencional, sin etiqueta
act-toggle-critical = crítico
    .about = Marcar o desmarcar como momento crítico
act-raise-emotion = emoción
    .about = El cliente se siente mejor aquí
act-lower-emotion = peor emoción
    .about = El cliente se siente peor aquí
act-add-vote = votar
    .about = Dar un voto
act-remove-vote = quitar voto
    .about = Quitar un voto
act-settle-conflict = resolver
    .about = Elegir una versión en un conflicto que una fusión dejó en las notas
act-give-reach = alcance
    .about = Cuántos clientes llegan aquí
act-toggle-alternative = alternativa
    .about = Unirlo al de arriba como alternativa, o separarlo
act-delete = borrar
    .about = Borrar el punto de contacto; deshacer lo recupera
act-copy = copiar
    .about = Copiar el punto de contacto
act-paste = pegar
    .about = Pegar lo copiado bajo la selección
act-mark = marcar
    .about = Marcar o desmarcar y pasar al siguiente; la próxima acción se aplica a todo lo marcado
act-undo = deshacer
    .about = Deshacer el último cambio, sin límite
act-redo = rehacer
    .about = Rehacer el último cambio deshecho
act-search = buscar
    .about = Buscar puntos de contacto por sus palabras
act-next-hit = siguiente
    .about = Ir al siguiente resultado
act-previous-hit = anterior
    .about = Ir al resultado anterior
act-clear-board = volver
    .about = Quitar marcas y búsqueda, volver a las columnas; otra vez: embudo, columnas iguales, sin filtro
act-filter = filtrar
    .about = Mostrar solo lo que pides: #fuera ! responsable:ana …; otra vez para cambiarlo
act-hide-rest = ocultar el resto
    .about = Ocultar lo que no pasa el filtro, o volver a mostrarlo en pequeño
act-next-finding = hallazgo siguiente
    .about = Ir al siguiente punto de contacto con un hallazgo de la revisión
act-previous-finding = hallazgo anterior
    .about = Ir al punto de contacto anterior con un hallazgo de la revisión
act-next-untagged = sin etiquetar
    .about = Ir al siguiente punto de contacto sin tipo o sin intención
act-palette = acciones
    .about = Buscar cualquier acción por su nombre y ejecutarla; también :w :q :e ARCHIVO
act-duplicate = duplicar
    .about = Hacer una copia bajo la selección
act-mark-range = marcar hasta aquí
    .about = Marcar todo desde el último marcado hasta aquí
act-mark-all = marcar todo
    .about = Marcar todo lo que pasa el filtro, o todo; otra vez: nada
act-show-funnel = embudo
    .about = Mostrar de nuevo el embudo
act-show-review = revisión
    .about = Mostrar lo que encuentra la revisión, y volver
act-show-balance = equilibrio
    .about = Mostrar el equilibrio de tipos, intenciones y datos, y volver
act-show-priorities = prioridades
    .about = Mostrar dónde actuar primero, y volver
act-show-room = panel de la sala
    .about = Mostrar lo que llega de la sala, y volver
act-share = sala
    .about = Abrir una sala para los teléfonos, o mostrar su enlace y cerrarla
act-room-take = tomar
    .about = Añadir la línea al tablero
act-room-take-all = tomar todo
    .about = Añadir todas las líneas al tablero, en un solo paso de deshacer
act-room-decline = rechazar
    .about = Rechazar la línea
act-room-reveal = mostrar
    .about = Mostrar a todos lo que se ha escrito, o los votos, que se suman al mapa
act-room-collect = recoger
    .about = Empezar una ronda en la que nadie ve lo que escriben los demás
act-room-vote = votar
    .about = Empezar una votación con puntos
act-room-open-doors = abrir puertas
    .about = Que las líneas vayan directamente al tablero, o que vuelvan a esperar
act-room-lock = bloquear la entrada
    .about = Que no entre nadie más, o que vuelva a entrar quien tenga el enlace
act-room-new-link = enlace nuevo
    .about = Hacer un enlace nuevo y desconectar a todos
act-room-close = cerrar
    .about = Cerrar la sala; lo pendiente se conserva
act-present = presentar
    .about = Presentar el mapa ante un público, paso a paso; no se muestran las teclas
act-next-step = paso siguiente
    .about = Ir al paso siguiente; tras el último del embudo viene el embudo entero
act-previous-step = paso anterior
    .about = Ir al paso anterior
act-next-touchpoint = siguiente
    .about = Ir al punto de contacto siguiente, también entre las alternativas de un paso
act-previous-touchpoint = anterior
    .about = Ir al punto de contacto anterior, también entre las alternativas de un paso
act-first-step = primer paso
    .about = Ir al primer paso
act-last-step = último paso
    .about = Ir al último paso
act-next-phase = fase siguiente
    .about = Ir a la fase siguiente
act-previous-phase = fase anterior
    .about = Ir a la fase anterior
act-overview = vista general
    .about = Mostrar todo el recorrido de un vistazo, y volver
act-enlarge = abrir
    .about = Mostrar el paso en grande; desde ahí: todos los campos del punto de contacto
act-one-phase = solo esta fase
    .about = Mostrar solo esta fase, o de nuevo todo el recorrido
act-room-page = la sala
    .about = Mostrar el código de la sala, lo que la gente ha escrito o cómo ha votado, y volver
act-ranking = votos
    .about = Mostrar los puntos de contacto con más votos, y volver
act-countdown = temporizador
    .about = Iniciar el temporizador; mientras está en marcha: pausarlo o reanudarlo
act-stop-countdown = quitar temporizador
    .about = Quitar el temporizador
act-black-screen = negro
    .about = No mostrar nada hasta la próxima tecla
act-leave-presentation = al tablero
    .about = Volver al tablero
act-vote-1 = voto 1
    .about = Escribir la cifra 1 del número de un punto de contacto, para darle un voto
act-vote-2 = voto 2
    .about = Escribir la cifra 2 del número de un punto de contacto, para darle un voto
act-vote-3 = voto 3
    .about = Escribir la cifra 3 del número de un punto de contacto, para darle un voto
act-vote-4 = voto 4
    .about = Escribir la cifra 4 del número de un punto de contacto, para darle un voto
act-vote-5 = voto 5
    .about = Escribir la cifra 5 del número de un punto de contacto, para darle un voto
act-vote-6 = voto 6
    .about = Escribir la cifra 6 del número de un punto de contacto, para darle un voto
act-vote-7 = voto 7
    .about = Escribir la cifra 7 del número de un punto de contacto, para darle un voto
act-vote-8 = voto 8
    .about = Escribir la cifra 8 del número de un punto de contacto, para darle un voto
act-vote-9 = voto 9
    .about = Escribir la cifra 9 del número de un punto de contacto, para darle un voto
act-vote-0 = voto 0
    .about = Escribir la cifra 0 del número de un punto de contacto, para darle un voto
act-give-vote = dar el voto
    .about = Dar el voto al punto de contacto con el número escrito
act-forget-number = sin voto
    .about = Olvidar el número escrito
act-raise-conversion = un punto más
    .about = ¿Y si la conversión fuera un punto porcentual mayor?
act-lower-conversion = uno menos
    .about = ¿Y si la conversión fuera un punto porcentual menor?
act-raise-conversion-more = cinco puntos más
    .about = ¿Y si la conversión fuera cinco puntos mayor?
act-lower-conversion-more = cinco menos
    .about = ¿Y si la conversión fuera cinco puntos menor?
act-give-conversion = poner un %
    .about = Escribir una conversión para probarla en este paso
act-begin-funnel = empezar aquí
    .about = Hacer que el embudo empiece en este paso; otra vez: en el primero
act-put-back = quitar hipótesis
    .about = Quitar todas las hipótesis; después, volver a las columnas
act-assume = pasar al mapa
    .about = Pasar las hipótesis al mapa, como alcances supuestos
act-mend = corregir
    .about = Abrir el campo que resuelve el hallazgo
act-accept-finding = silenciar
    .about = Silenciar el hallazgo en este punto de contacto
act-find-again = mostrar de nuevo
    .about = Volver a mostrar los hallazgos silenciados de este punto de contacto
act-one-rule = esta regla
    .about = Mostrar solo los hallazgos de esta regla, o todos
act-attend = planear acción
    .about = Abrir el punto de contacto en el campo de la acción
act-toggle-curve = emociones
    .about = Mostrar u ocultar la curva de emociones
act-toggle-density = compacto
    .about = Una línea por tarjeta, o todos los detalles
act-tour = visita
    .about = Aprende Periplo en dos minutos, con un mapa de prueba
act-skip-lesson = saltar
    .about = Pasar a la siguiente lección de la visita
act-end-tour = terminar
    .about = Terminar la visita; el mapa de prueba se descarta
act-widen = ampliar
    .about = Dar a esta fase casi todo el ancho, con todos los detalles de sus tarjetas, o repartirlo de nuevo por igual
act-themes = colores
    .about = Elegir los colores, con vista previa
act-export = exportar
    .about = Exportar el mapa como documento: página, cartel, tabla, diagrama
act-copy-text = copiar como texto
    .about = Copiar como Markdown al portapapeles de la terminal
act-save = guardar
    .about = Guardar el mapa
act-save-as = guardar como
    .about = Guardar el mapa en otro archivo
act-help = ayuda
    .about = Todas las teclas, filtradas mientras escribes
act-quit = salir
    .about = Salir de Periplo; pregunta si hay algo sin guardar
act-open = abrir
    .about = Abrir un archivo
act-new-map = mapa nuevo
    .about = Empezar con un mapa vacío
act-edit-file = editar
    .about = Corregir el archivo en tu editor ($VISUAL, $EDITOR) desde el primer fallo y volver a leerlo
act-read-again = releer
    .about = Volver a leer el archivo cuando lo hayas corregido en otra ventana
act-repaint = repintar
    .about = Volver a pintar toda la pantalla, por si otro programa ha escrito en ella
act-accept = aceptar
    .about = Aceptar lo escrito o lo elegido
act-choose = elegir
    .about = Abrir, ejecutar o marcar lo elegido
act-add = añadir
    .about = Añadir el punto de contacto y escribir el siguiente
act-leave = volver
    .about = Volver; lo escrito en una línea se conserva, y un formulario con cambios pregunta antes
act-entry-next-phase = fase siguiente
    .about = En la línea vacía: seguir al final de la fase siguiente
act-entry-previous-phase = fase anterior
    .about = En la línea vacía: seguir al final de la fase anterior
act-go-on = seguir
    .about = Seguir editando
act-recall = recuperar
    .about = Recuperar lo descartado cuando este formulario estuvo abierto
act-undo-typing = deshacer
    .about = Deshacer la última palabra o el último cambio de la línea y después el último cambio del mapa
act-next = siguiente
    .about = Ir al siguiente
act-previous = anterior
    .about = Ir al anterior
act-next-choice = elegir
    .about = Elegir la respuesta siguiente; una cifra elige directamente
act-previous-choice = elegir anterior
    .about = Elegir la respuesta anterior
act-next-meaning = cambiar
    .about = Dar a la fila elegida el significado siguiente
act-previous-meaning = cambiar atrás
    .about = Dar a la fila elegida el significado anterior
act-guess-again = suponer de nuevo
    .about = Deshacer lo que elegiste en la fila
act-leave-out = quitar
    .about = Dejar fuera la columna, el punto de contacto o la fila elegida, o recuperar un punto de contacto
act-add-unmatched = añadir nuevas
    .about = Añadir las filas que no coinciden con ningún punto de contacto del mapa abierto, o dejarlas fuera
act-other-target = destino
    .about = Incorporar el archivo a un mapa nuevo, al abierto o a sus alcances
act-other-list = mapa
    .about = Ir al mapa tal como quedará, y volver
act-take-in = incorporar
    .about = Incorporarlo todo tal como se ve, en un solo paso
act-complete = completar
    .about = Completar la palabra; otra vez: la siguiente posible
act-keep = conservar
    .about = Conservar lo que se perdería
act-discard = descartar
    .about = Descartarlo
reason-nothing-selected = Aquí no hay ningún punto de contacto. Pulsa «{ $quick-entry }» para añadir uno.
reason-nothing-to-undo = No hay nada que deshacer: el mapa está como se abrió.
reason-nothing-to-redo = No hay nada que rehacer: antes deshaz algo con «{ $undo }».
reason-nothing-copied = Aún no hay nada copiado: pulsa antes «{ $copy }» en un punto de contacto.
reason-no-conflict = Aquí no hay ningún conflicto de una fusión. La revisión los enumera todos: { $show-review }.
reason-nothing-searched = Aún no has buscado ni filtrado nada: pulsa antes «{ $search }» o «{ $filter }».
reason-first-of-phase = El primer punto de contacto de una fase no puede ser una alternativa: no tiene ninguno encima.
reason-first-phase = Esta es la primera fase; «{ $move-right }» lo pasa a la siguiente.
reason-last-phase = Esta es la última fase; «{ $move-left }» lo pasa a la anterior.
reason-at-top = Ya es el primero de su fase; «{ $move-down }» lo baja.
reason-at-bottom = Ya es el último de su fase; «{ $move-up }» lo sube.
reason-no-votes = No hay ningún voto que quitar; «{ $add-vote }» da uno.
reason-best-emotion = Ya es la mejor emoción; «{ $lower-emotion }» la baja.
reason-after-purchase = Las hipótesis acaban en la compra: elige un paso anterior a ella o de la propia compra.
reason-before-funnel = Este paso es anterior al paso donde empieza el embudo. Elige uno posterior o haz que el embudo empiece aquí con «{ $begin-funnel }».
reason-no-reach = Nadie sabe cuántos llegan a este paso. «{ $give-reach }» indica su alcance.
reason-first-reach = Es el primer paso con alcance, así que no tiene conversión. Elige uno posterior.
reason-nobody-before = Nadie llega al paso anterior, así que este no tiene conversión. Elige otro paso.
reason-no-funnel-beginning = El embudo no puede empezar aquí: elige un paso hasta la compra, con algún alcance ahí o después.
reason-nothing-supposed = Aún no hay ninguna suposición: «{ $raise-conversion }» y «{ $lower-conversion }» cambian la conversión de un paso.
reason-nothing-listed = La lista está vacía.
reason-line-without-touchpoint = Esta línea no trata de un solo punto de contacto. Elige otra línea o ve a las columnas con «{ $next-pane }».
reason-not-acceptable = Este hallazgo no trata de un solo punto de contacto: no se puede silenciar.
reason-nothing-accepted = Este punto de contacto no tiene ningún hallazgo silenciado.
reason-read-only = Otra persona está trabajando en este mapa: solo puedes leerlo. «{ $save-as }» guarda una copia tuya.
reason-nothing-further = No hay nada más en esa dirección. «{ $leave-presentation }» vuelve al tablero.
reason-not-numbered = Con números se vota en un paso y en la vista general («{ $overview }»).
reason-no-file-for-room = Una sala necesita un mapa con archivo. Guárdalo antes con { $save-as }.
reason-room-closed = La sala está cerrada. { $share } la abre.
reason-room-hidden = Las líneas están ocultas. { $room-reveal } las muestra.
reason-dots-hidden = Los puntos están ocultos. { $room-reveal } los muestra y los suma al mapa; solo después puede empezar otra ronda.
reason-nothing-waits = No hay ninguna línea pendiente.
reason-nothing-to-reveal = No hay nada oculto.
reason-nothing-counted = No hay ningún temporizador en marcha. Pulsa «{ $countdown }» para iniciar uno.
reason-worst-emotion = Ya es la peor emoción; «{ $raise-emotion }» la sube.
reason-nothing-filtered = Aún no hay ningún filtro: pulsa antes «{ $filter }».
reason-nothing-marked = Aún no hay nada marcado: pulsa «{ $mark }» en el primero y «{ $mark-range }» en el último.
reason-not-a-text = Esto no se corrige con un editor. Arréglalo de otro modo y pulsa «{ $read-again }» para volver a leer el archivo.
reason-nothing-to-clear = No hay nada marcado, buscado ni filtrado.
reason-not-by-phase = Esta página es de todas las fases. «{ $enlarge }» vuelve a mostrar el paso.
reason-end-of-shares = Una conversión va de 0 a 100 %.
key-space = Espacio
key-enter = Intro
key-backspace = Retroceso
key-delete = Supr
key-home = Inicio
key-end = Fin
key-page-up = RePág
key-page-down = AvPág
key-left = Izq
key-right = Der
key-up = Arriba
key-down = Abajo
key-shift = Mayús

## El tablero (board.rs)

untitled = Mapa sin título
unsaved = sin guardar
unsaved-unprotected = sin guardar, no a salvo de un fallo
read-only = solo lectura
touchpoints = { $count ->
    [one] 1 punto de contacto
   *[other] { $count } puntos de contacto
}
marked = { $count ->
    [one] 1 marcado
   *[other] { $count } marcados
}
more-above = ↑ { $count } más
more-below = ↓ { $count } más
window-too-small = Agranda la ventana, por favor.
window-too-large = La ventana tiene más de { $columns } × { $rows } celdas; solo se usa esa parte.
drop-target = ▸ soltar aquí
drop-refused = Ahí no se puede soltar nada. El punto de contacto se queda donde estaba; suéltalo sobre una tarjeta, una columna o su cabecera.
emotion-curve = Emoción · se conocen { $known } de { $count }
lowest-emotion = la más baja: { $face } { $name }
ask-search = Buscar puntos de contacto con estas palabras
search-found = { $count ->
    [one] Un resultado.
   *[other] { $count } resultados. Con «{ $next }» y «{ $previous }» pasas de uno a otro.
}
search-not-found = No hay resultados. Pulsa «{ $search }» para buscar otras palabras.
search-position = { $nth } de { $count }
all-tagged = Todos los puntos de contacto tienen tipo e intención.
untagged-position = { $missing ->
    [kind] Falta el tipo
    [intent] Falta si es intencional o no
   *[both] Faltan el tipo y si es intencional o no
} ({ $nth } de { $count }).
empty-before = Aquí aún no hay nada. ¿Cómo te conocen los clientes? Pulsa «{ $key }» y escribe un punto de contacto por línea.
empty-during = ¿Dónde te encuentran los clientes mientras compran? Pulsa «{ $key }» para escribirlo.
empty-after = ¿Qué pasa después de comprar: entrega, uso, ayuda, nuevas compras? Pulsa «{ $key }» para escribirlo.
curve-shown = Curva activada; si no se ve, agranda la ventana.
curve-behind-pane = Curva activada. En una ventana pequeña no se ve hasta cerrar el panel («{ $key }»).
curve-hidden = Curva desactivada.
cards-compact = Cada tarjeta ocupa una línea.
cards-full = Las tarjetas muestran todos los detalles que caben.
filter-rest-hidden = { $count ->
    [0] Todos los puntos de contacto pasan el filtro: no hay nada que ocultar.
    [one] 1 punto de contacto está oculto.
   *[other] { $count } puntos de contacto están ocultos.
}
filter-rest-small = { $count ->
    [0] Todos los puntos de contacto pasan el filtro: ninguno se muestra en pequeño.
    [one] 1 punto de contacto se muestra en pequeño.
   *[other] { $count } puntos de contacto se muestran en pequeño.
}

## Cambios del mapa (editing.rs)

deleted = { $count ->
    [one] «{ $name }» borrado. Pulsa «{ $undo }» para deshacer.
   *[other] { $count } puntos de contacto borrados. Pulsa «{ $undo }» para deshacer.
}
deleted-again = «{ $first }» borrado y después «{ $second }». Pulsa «{ $undo }» una vez por cada uno para deshacer.
copied = { $count ->
    [one] Copiado. Pulsa «{ $paste }» para pegar.
   *[other] { $count } puntos de contacto copiados. Pulsa «{ $paste }» para pegar.
}
pasted = { $count ->
    [0] Lo pegado no contiene ningún punto de contacto.
    [one] Un punto de contacto añadido.
   *[other] { $count } puntos de contacto añadidos. Deshacer una vez los quita todos.
}
duplicated = { $count ->
    [one] «{ $name }» duplicado. Pulsa «{ $edit }» para cambiarla.
   *[other] { $count } puntos de contacto duplicados; ahora están marcadas las copias. «{ $clear }» quita las marcas.
}
marked-changed = { $count } puntos de contacto cambiados. «{ $clear }» quita las marcas.
marked-now = { $count ->
    [0] Ya no hay nada marcado.
    [one] Hay uno marcado. La próxima acción se aplicará a él; «{ $clear }» quita la marca.
   *[other] Hay { $count } marcados. La próxima acción se aplicará a todos; «{ $clear }» quita las marcas.
}
reaches-given = { $count ->
    [one] Se ha cambiado el alcance de { $name }.
   *[other] Se ha cambiado el alcance de { $count } puntos de contacto, desde { $name }.
}
pasted-columns = Lo pegado tiene varias columnas. Copia solo la de los números. No se ha cambiado nada.
pasted-more-than-follow = Lo pegado tiene { $numbers } números, y desde aquí hasta el final { $count ->
    [one] hay un punto de contacto
   *[other] hay { $count } puntos de contacto
}. No se ha cambiado nada.
pasted-more-than-marked = Lo pegado tiene { $numbers } números, y hay { $count } puntos de contacto marcados. No se ha cambiado nada.
pasted-more-than-funnel = Lo pegado tiene { $numbers } números, y desde aquí hasta la compra { $count ->
    [one] hay un punto de contacto
   *[other] hay { $count } puntos de contacto
}. No se ha cambiado nada.
reaches-removed = { $count ->
    [one] Un alcance quitado. Pulsa «{ $undo }» para deshacer.
   *[other] { $count } alcances quitados. Pulsa «{ $undo }» para deshacer.
}
field-changed = «{ $name }» · { $field }: { $value }
undone = Deshecho: { $change }.
redone = Rehecho: { $change }.
undone-import = Deshecho: la importación de { $file }.
redone-import = Rehecho: la importación de { $file }.
kept-besides = { $text } Se queda lo que otros han cambiado después: { $kept }.
not-undone = No se deshace, porque otros lo han cambiado después: { $kept }. La próxima vez, «{ $key }» sigue con el cambio anterior.
not-redone = No se rehace, porque otros lo han cambiado después: { $kept }.
kept-touchpoint = «{ $name }»
kept-map = el propio mapa
change-map = los campos del mapa
change-add = { $count ->
    [one] añadir «{ $name }»
   *[other] añadir { $count } puntos de contacto
}
change-edit = { $count ->
    [one] cambiar «{ $name }»
   *[other] cambiar { $count } puntos de contacto
}
change-delete = { $count ->
    [one] borrar «{ $name }»
   *[other] borrar { $count } puntos de contacto
}
change-move = { $count ->
    [one] mover «{ $name }»
   *[other] mover { $count } puntos de contacto
}
change-merge = los cambios combinados
change-with-fields = { $change } ({ $fields })
refused-unknown = Ese punto de contacto ya no está en el mapa.
refused-taken = Ese punto de contacto ya está en el mapa.
refused-too-many = Un mapa admite { $limit } puntos de contacto como máximo.
refused-nothing = No hay nada que cambiar.

## Líneas de entrada (entry.rs)

entry-below = { $phase } · debajo de «{ $name }»
entry-first = { $phase } · primer punto de contacto
entry-added = { $count ->
    [one] 1 añadido
   *[other] { $count } añadidos
}
entry-marks = #enl #fuera #prod  #int #noint  @canal  =1,2k  ! crítico  :'( :( :| :) :D
entry-unknown-mark = «{ $word }» no es una marca: se queda en el nombre
entry-suggested = (lo sugiere el canal)
entry-also-suggested = el canal sugiere:
nothing-to-complete = No hay nada que completar: escribe antes @ y el principio de un canal.
ask-reach = ¿Cuántos llegan a «{ $name }»?  { $next } siguiente  vacío: no se sabe
ask-reach-of-marked = ¿Qué cantidad de { $customers } llega a cada uno de estos { $count } puntos de contacto? Vacío: no se sabe
ask-reach-of-differing = ¿Qué cantidad de { $customers } llega a cada uno de estos { $count } puntos de contacto?
no-next-touchpoint = No hay más puntos de contacto en esa dirección. «{ $leave }» vuelve al tablero.
text-empty = escribe algo aquí
text-too-long = { $found } caracteres son demasiados; caben { $limit } como mucho
line-without-name = Escribe también lo que hace el cliente.
pasted-shortened = { $count ->
    [one] Un texto era demasiado largo para un nombre: está entero en las notas.
   *[other] { $count } textos eran demasiado largos para un nombre: están enteros en las notas.
}
pasted-line-fault = Línea { $number } de lo pegado: { $fault } No se ha añadido nada.
pasted-number-fault = Línea { $number } de lo pegado, { $found }: { $fault }. No se ha cambiado nada.
paste-too-long = Lo pegado es demasiado largo para una línea ({ $found } caracteres) y no se ha añadido nada. Pégalo por partes.
number-not-a-number = hace falta un número entero, como 1200 o 1,2k
number-negative = un número menor que 0 no tiene sentido aquí
number-not-whole = hace falta un número entero, sin decimales
number-too-large = el número es demasiado grande

## El filtro (filter.rs)

filter-title = Filtro · { $kept } de { $all } { $all ->
    [one] punto de contacto
   *[other] puntos de contacto
}
filter-marks = #enl #fuera #int  !  :( :)  antes  responsable:ana  @tienda  #? =? no se sabe  { $key } elegir
filter-incomplete = aún incompleto: { $words }
filter-funnel-note = El embudo sigue siendo el de todo el mapa.
filter-phase = fase
filter-finding = hallazgo
filter-rest = el resto
filter-hide-rest = ocultar
filter-summary = filtro: { $line } · { $kept } de { $all }
whole-map = todo el mapa
filter-matches = { $count ->
    [one] Un punto de contacto. «{ $hide }» oculta el resto, «{ $clear }» los muestra todos.
   *[other] { $count } puntos de contacto. «{ $hide }» oculta el resto, «{ $next }» y «{ $previous }» los recorren, «{ $clear }» los muestra todos.
}
filter-no-match = Ningún punto de contacto pasa el filtro. Pulsa «{ $filter }» para cambiarlo o «{ $clear }» para mostrarlos todos.
filter-word-unknown = «{ $word }» no significa nada en un filtro. «{ $filter }» cambia el filtro.
filter-excludes-selected = Este punto de contacto no pasa el filtro: se ocultará en cuanto selecciones otro.
filter-empty-phase = Aquí nada pasa el filtro.
filter-cleared = Sin filtro: se muestran todos los puntos de contacto.

## La pantalla de inicio y la lista de una carpeta (start.rs)

template-retail = una tienda de regalos en Navidad
    .about = La gente oye hablar de una tienda, se lo piensa, compra regalos y vuelve con preguntas: boca a boca, reseñas, equipo de ventas, sitio web, tienda.
template-travel = una aerolínea
    .about = De la primera búsqueda de un vuelo al correo de después: sitio web, personal amable, un centro de atención telefónica que resuelve problemas.
template-b2b = una empresa compra equipos informáticos
    .about = Cuatro formas de conocer a un proveedor en un solo paso, un departamento de compras, representantes de ventas y el acuerdo.
template-trial = un programa con prueba gratuita
    .about = Búsqueda, reseñas, chat en vivo, prueba, recordatorio, compra: la mayoría se va antes de haberlo usado.
template-flash-sale = una venta relámpago en una red social
    .about = Curiosidad y ahorro: de la publicación al pedido, y lo que hace que la gente vuelva a precio normal.
welcome = Periplo: el recorrido del cliente, un punto de contacto tras otro
welcome-more = Elige cómo empezar. No se escribe nada hasta que guardes.
start-recent = Continuar
start-orphans = Cambios sin guardar cuyo archivo ya no está
start-new = Empezar
start-leave = Pulsa «{ $key }» para salir de Periplo.
offer-new-map = un mapa vacío
offer-new-map-about = Tres columnas vacías: antes, durante y después de la compra. Pulsa «{ $key }» y escribe lo que hacen los clientes, un punto de contacto por línea.
offer-orphan-about = Sin guardar, { $ago }. El mapa estaba en { $file }. Si lo has movido, ábrelo donde está ahora: allí también se ofrecen los cambios.
offer-open-about = Un mapa tuyo, en un archivo .ron.
offer-tour = dos minutos, practicando
offer-tour-about = Once ejercicios en un mapa de prueba: añadir, etiquetar, mover, contar, presentar, exportar. No se guarda nada y puedes terminar cuando quieras.
parent-folder = la carpeta superior
browser-hint = escribe parte de un nombre, o una ruta
browser-empty = No hay mapas en esta carpeta. Elige otra carpeta o escribe la ruta de un archivo.
no-such-folder = Aquí no existe la carpeta { $typed }.
browser-opens-typed = Ningún nombre de aquí contiene eso. «{ $key }» abre { $typed } como ruta.

## Preguntas, paleta y ayuda (dialogs.rs)

ask-unsaved-map = El mapa tiene cambios sin guardar.
ask-unsaved-form-live = El formulario tiene cambios. ¿Pasarlos al mapa? Se guardan al momento.
ask-unsaved-form = El formulario tiene cambios. ¿Pasarlos al mapa? Todavía no se escribe ningún archivo.
answer-save = guardar el archivo y salir
answer-take-in = incorporarlo
answer-discard-corrections = descartar tus cambios en la vista previa
ask-unsaved-import = Has cambiado cómo se lee el archivo. ¿Incorporarlo?
answer-take = pasarlos al mapa
answer-edit = seguir editando
line-kept = Lo escrito no se pierde: «{ $key }» lo recupera en la próxima línea de este tipo.
discarded-kept = Aquí descartaste cambios: «{ $key }» los recupera.
nothing-discarded = En este formulario no se ha descartado nada.
answer-save-first = guardar el archivo y seguir
answer-go-on = seguir sin guardarlo
answer-discard = descartarlos
answer-leave = salir sin guardar
answer-back = volver
ask-save-as = Guardar el mapa como
file-name-needed = Escribe primero el nombre del archivo.
ask-overwrite = Ya existe un archivo { $file }.
ask-not-saved = No se ha guardado: { $why }.
ask-changed-outside = Otra persona u otro programa ha cambiado { $file }, que ya no es un mapa y no se puede combinar con el tuyo.
ask-gone = Otra persona u otro programa ha movido o borrado { $file }.
answer-overwrite = reemplazar ese archivo
answer-other-file = guardar en otro archivo
answer-again = volver a intentarlo
answer-write-anew = escribirlo de nuevo
answer-share = trabajar a la vez: al guardar se combina todo
answer-read-only = solo leer: no podrás guardar en este archivo
no-such-action = No hay ninguna acción «{ $typed }». Borra letras para ver las que hay.
no-map-yet = Aún no hay ningún mapa abierto: empieza uno antes.
no-file-yet = El mapa aún no tiene archivo: guárdalo antes.
command-write-copy = Guardar una copia en { $file } y seguir en este archivo
command-save-as = Guardar el mapa en { $file } y seguir allí
command-save-in = Guardar el mapa en { $file }
command-save-and-quit = Guardar el mapa y salir de Periplo
command-quit-anyway = Salir de Periplo; lo que no se ha guardado se pierde
command-open = Abrir { $file }; pregunta si hay algo sin guardar
command-live = En vivo: guarda cada cambio al momento y muestra los de otras personas; otra vez: no
command-read-again = Volver a leer el archivo; lo que no se ha guardado se pierde
key-means-nothing = «{ $typed }» no hace nada aquí. «{ $help }» muestra las teclas y «{ $palette }» busca una acción por su nombre.
key-of-other-layout = «{ $typed }» no hace nada aquí: las teclas son letras latinas. Cambia la distribución del teclado o pulsa «{ $help }».
letter-of-other-layout = «{ $typed }» no hace nada aquí: las teclas son letras latinas. Cambia la distribución del teclado.
question-keys = Esa tecla no es una respuesta. Se contesta con: { $keys }
key-too-early = La pregunta acababa de abrirse y no ha tenido en cuenta esa tecla. Léela y vuelve a pulsarla.
letter-in-choice = «{ $typed }» no elige nada aquí: pulsa el número de una opción.
help-no-match = No hay ninguna tecla para eso. Borra alguna letra.
ask-in-use = { $user } tiene este mapa abierto en el equipo «{ $host }».
ask-in-use-on = Otra persona tiene este mapa abierto en el equipo «{ $host }».
ask-in-use-elsewhere = Otra persona tiene este mapa abierto.

## Abrir, guardar y compartir archivos (files.rs)

open-not-found = { $file }: no existe ese archivo; revisa el nombre, o crea un mapa con `periplo new`
open-folder = { $file } es una carpeta; indica un mapa que esté dentro
open-special = { $file } no es un archivo corriente; copia antes su contenido en uno
open-too-large = { $file } es demasiado grande para ser un mapa: { $size } bytes, y se leen { $limit } como mucho; comprueba que es el archivo correcto
open-unreadable = { $file } no se puede leer: { $reason }; revisa los permisos del archivo y vuelve a intentarlo
open-not-text = { $file } contiene algo que no es texto en la línea { $line }, columna { $column }; si es un mapa, guárdalo como UTF-8 en tu editor
open-failed = No se puede abrir { $file }; no se ha cambiado nada
save-folder = { $file } es una carpeta; elige un nombre de archivo dentro
save-special = { $file } no es un archivo corriente; elige otro nombre
save-read-only = { $file } es de solo lectura y se ha dejado como está; guarda con otro nombre, o permite escribir en él
save-exists = { $file } ya existe; elige otro nombre
save-no-folder = { $file } no se puede guardar porque no existe la carpeta { $folder }; créala antes, o elige otra
save-changed-outside = otra persona u otro programa ha cambiado { $file } entretanto, y se ha dejado como está; vuelve a cargarlo, o guarda con otro nombre
save-busy = { $file } se ha dejado como está: otro Periplo lo está escribiendo y no termina, quizá porque está detenido; ciérralo o deja que siga, y vuelve a guardar, o guarda con otro nombre
save-newer-format = { $file } tiene el formato más nuevo { $found } y se ha dejado como está; guarda con otro nombre
save-not-faithful = { $file } se ha dejado como está, porque el mapa no se podía escribir sin pérdidas; expórtalo y avisa de este fallo
save-not-kept = { $file } se ha dejado como está: solo se puede sobrescribir, y no se ha podido hacer antes una copia de su contenido ({ $reason }); guarda con otro nombre, o corrige la causa y vuelve a intentarlo
save-no-state-folder = { $file } se ha dejado como está: solo se puede sobrescribir, y no hay carpeta donde guardar antes una copia de su contenido; define HOME o XDG_STATE_HOME, o guarda con otro nombre
save-unwritable = no se ha podido escribir { $file }: { $reason }; no se ha perdido nada: guarda con otro nombre, elige otra carpeta, o corrige la causa y vuelve a intentarlo
opening = Abriendo { $file }…
opening-cancelled = No se ha abierto { $file }.
new-file = { $file } es nuevo; se creará cuando guardes.
opened-folder = { $folder } es una carpeta: elige un mapa en ella.
no-such-file = No existe el archivo { $file }. Revisa el nombre o empieza un mapa nuevo.
opened-read-only = { $file } es de solo lectura. «{ $save_as }» guarda tus cambios en otro archivo.
repeated-ids = { $count ->
    [one] Dos puntos de contacto del archivo tenían el mismo identificador; el segundo tiene ahora uno nuevo.
   *[other] { $count } puntos de contacto del archivo tenían el identificador de otro; ahora tienen uno nuevo.
}
saving = Guardando en { $file } …
still-saving = El mapa aún se está guardando. Prueba otra vez en un momento.
saving-first = El mapa aún se está guardando; después se ejecutará tu acción.
save-as-own-file = { $file } está abierto solo para lectura: elige otro nombre.
reloaded =
    Otra persona u otro programa ha cambiado { $file }: { $count ->
        [one] un cambio incorporado
       *[other] { $count } cambios incorporados
    }.
merged =
    Otra persona u otro programa ha cambiado { $file }: { $count ->
        [one] un cambio combinado
       *[other] { $count } cambios combinados
    } con los tuyos.
shared-map = Dos personas trabajan en este mapa. Al guardar se combinan los cambios de ambas.
file-gone = Otra persona u otro programa ha movido o borrado { $file }. Tu mapa sigue aquí; al guardar se pregunta antes.
file-no-longer-a-map = Otra persona u otro programa ha cambiado { $file }, que ya no es un mapa. El tuyo sigue aquí; al guardar se pregunta antes.
no-editor = No se ha encontrado ningún editor. Pon el tuyo en EDITOR y empieza de nuevo, o corrige el archivo en otra ventana y pulsa «{ $again }».
editor-not-started = No se puede iniciar el editor { $editor }. Revisa VISUAL y EDITOR, o corrige el archivo en otra ventana y pulsa «{ $again }».
saved = Guardado en { $file }: { $touchpoints }, { $size } kB.
copy-written = Copia guardada en { $copy } ({ $size } kB). Sigues en { $own }.
interrupted-save-merged = Se interrumpió un guardado de { $file }. Lo que otros habían guardado entretanto se ha vuelto a incluir; échale un vistazo.
saved-less-safely = Aquí ha habido que escribir en el propio archivo, lo que es menos seguro si otros guardan a la vez.
editor-failed = El editor { $editor } ha fallado con el código { $code }. El archivo se ha vuelto a leer tal como está.
editor-killed = El editor { $editor } se ha cerrado desde fuera. El archivo se ha vuelto a leer tal como está.

## Live editing (live.rs)

live = en vivo
live-others = en vivo · último cambio de otros { $time }
live-others-short = en vivo · cambio de otros { $time }
live-others-untimed = en vivo · otros han cambiado algo
live-no-file = en vivo al guardar
live-paused = en vivo: en pausa
live-failing = en vivo · sin guardar
live-on = En vivo: cada cambio se guarda al momento y los de otras personas aparecen solos. «:live» lo desactiva.
live-off = Ya no está en vivo: guarda con «{ $save }».
live-needs-file = Para trabajar en vivo hace falta un archivo: ponle nombre al mapa.
live-read-only = En vivo: los cambios de otras personas aparecen solos. Tú no puedes cambiar este mapa.
live-not-in-tour = El mapa de prácticas no se guarda, así que no puede estar en vivo. Abre antes tu propio mapa.
live-not-saved = No se ha guardado: { $why }. Periplo lo vuelve a intentar solo.
live-in-use = { $who } Trabajáis en él en vivo.
live-settled-ours = Habéis cambiado a la vez { $field } de { $subject }: tu valor ({ $ours }) es posterior y se queda; «{ $undo }» pone el otro ({ $theirs }).
live-settled-theirs = Habéis cambiado a la vez { $field } de { $subject }: el otro valor ({ $theirs }) es posterior y se queda; «{ $undo }» pone el tuyo ({ $ours }).
live-settled-all-ours = Habéis cambiado a la vez las mismas { $count } cosas: tus valores son posteriores y se quedan; «{ $undo }» pone los otros.
live-settled-all-theirs = Habéis cambiado a la vez las mismas { $count } cosas: los otros valores son posteriores y se quedan; «{ $undo }» pone los tuyos.
live-not-deleted = { $subject } se queda: otra persona lo ha borrado mientras lo cambiabas; «{ $undo }» lo borra.
live-deleted = Otra persona ha borrado { $subject } después de tu cambio; «{ $undo }» lo recupera.
live-kept-changed = { $subject } se queda: otra persona lo ha cambiado mientras lo borrabas.
live-replaced = Otra persona ha cambiado { $field } de { $subject } después de ti: se queda su valor ({ $theirs }) en lugar del tuyo ({ $ours }).
live-replaced-all = Otra persona ha cambiado { $count } cosas que acababas de cambiar: { $subjects }.
live-deleted-later = Otra persona ha borrado { $subject } después de tu cambio.
live-back = { $subject } está de vuelta: otra persona lo ha cambiado después de que lo borraras.
form-subject-deleted = Otra persona ha borrado { $subject }. Si aceptas el formulario, vuelve con lo que has escrito.
form-subject-added = { $subject } está de vuelta con lo que has escrito: otra persona lo había borrado.
form-subjects-deleted = { $count ->
    [one] Otra persona ha borrado uno de estos puntos de contacto.
   *[other] Otra persona ha borrado { $count } de estos puntos de contacto.
}
prompt-subject-deleted = Otra persona ha borrado este punto de contacto. «{ $leave }» cierra la línea, y lo que has escrito se conserva.

## Recuperación de cambios sin guardar (recovery.rs)

recovery = Hay cambios sin guardar
recovery-other-file = Los cambios se hicieron en otro archivo: { $file }
recovery-moved-file = Después de estos cambios, el archivo se ha movido o ha cambiado de nombre. Era { $file }.
recovery-gone-file = Su archivo ya no está: { $file }
recovery-list = Si los recuperas, cambia esto:
recovery-file-changed = El archivo ha cambiado desde entonces: se combinan ambos.
answer-recover = recuperarlos
answer-later = más tarde
answer-discard-recovery = descartarlos
ask-discard-recovery = Los cambios encontrados se perderán para siempre.
answer-keep-recovery = conservarlos para más tarde; el archivo queda como está
recovered =
    { $count ->
        [one] Un cambio recuperado, sin guardar todavía. «{ $undo }» lo deshace.
       *[other] { $count } cambios recuperados, sin guardar todavía. «{ $undo }» los deshace.
    }
recovered-live =
    { $count ->
        [one] Un cambio recuperado. «{ $undo }» lo deshace.
       *[other] { $count } cambios recuperados. «{ $undo }» los deshace.
    }
recovery-discarded = Descartados.
recovery-postponed = Se conservan: se ofrecerán de nuevo cuando se abra el mapa.
recovery-postponed-untitled = Se conservan: se ofrecerán de nuevo cuando Periplo se inicie sin archivo.
recovery-waits = Hay cambios sin guardar de este mapa: se ofrecerán cuando el archivo se pueda abrir o ya no exista. periplo backups enumera sus versiones anteriores.
journal-damaged = El registro de cambios sin guardar está dañado; se ha dejado en { $file }
recovery-changes =
    { $count ->
        [one] Un cambio quedó
       *[other] { $count } cambios quedaron
    } sin guardar en «{ $title }» cuando terminó Periplo, { $age } ({ $owner }).
journal-restored = Los cambios sin guardar vuelven a estar a salvo de un fallo.
journal-failed = Los cambios sin guardar no están a salvo de un fallo ({ $reason }): guarda a menudo.
owner-unknown = alguien
owner-of-host = en { $host }
owner = { $user } en { $host }

## Diferencias y fusión (merge.rs)

save-conflicts = Otras personas también han cambiado este mapa y hay una pregunta pendiente: pulsa aquí «{ $leave }» y respóndela; después se guardará el mapa.
open-conflicts = { $count ->
    [one] 1 conflicto abierto
   *[other] { $count } conflictos abiertos
}
conflict-decided-ours = Se queda lo tuyo ({ $ours }) en { $field } de { $subject }. «{ $undo }» pone lo suyo ({ $theirs }).
conflict-decided-theirs = Se toma lo suyo ({ $theirs }) en { $field } de { $subject }. «{ $undo }» pone lo tuyo ({ $ours }).
conflict-decided-deleted = { $subject } queda borrado. «{ $undo }» lo recupera.
conflict-decided-kept = { $subject } se queda. «{ $undo }» lo borra.
conflicts-left-open = Sin decidir: lo tuyo está en el mapa y lo suyo en el archivo. No se guarda nada hasta que elijas: «{ $save }» vuelve a preguntar.
answer-ours = lo tuyo: { $value }
answer-theirs = lo suyo: { $value }
ask-conflict-note = Una fusión dejó esto en las notas y no basta para elegir aquí: { $line }
answer-here = como está aquí: { $value }
answer-other-version = como en la otra versión: { $value }
answer-open-notes = abrir las notas
answer-delete-line = borrar esta línea
answer-decide-later = decidir más tarde
conflicts-in-notes = { $count ->
    [one] Queda 1 conflicto de una fusión: «{ $settle }» en su tarjeta (≠) lo resuelve.
   *[other] Quedan { $count } conflictos de fusiones: «{ $settle }» en sus tarjetas (≠) los resuelve.
}
conflicts-in-map-notes = { $count ->
    [one] Queda 1 conflicto de una fusión en las notas del mapa: «{ $settle }» lo resuelve.
   *[other] Quedan { $count } conflictos de fusiones en las notas del mapa: «{ $settle }» los resuelve.
}
conflict-settled = Resuelto. «{ $undo }» lo deshace.
conflict-changed = Otra persona ha cambiado este conflicto mientras tanto; aquí no se ha cambiado nada.
answer-undecided = dejarlo así, y no guardar ahora
conflict-note-of-notes = Conflicto al fusionar, notas de la otra versión:
merged-with-conflicts = { $count ->
    [one] Un conflicto: queda lo nuestro y lo suyo está en las notas. Abre el mapa y elige una versión: su tarjeta lleva el signo ≠.
   *[other] { $count } conflictos: queda lo nuestro y lo suyo está en las notas. Abre el mapa y elige las versiones: sus tarjetas llevan el signo ≠.
}
overwritten = Otro programa ha escrito encima de { $file }. Esto estaba guardado y ahora falta: { $missing }.
overwritten-touchpoints = { $touchpoints } ({ $names })
overwritten-both = { $touchpoints } ({ $names }) y { $values }
overwritten-values = { $count ->
    [one] 1 valor ({ $names })
   *[other] { $count } valores ({ $names })
}
overwritten-value = { $field } de «{ $name }»
overwritten-value-of-map = { $field } del mapa
taken-as-renamed = En { $file } falta { $old } y { $new } es nuevo, así que se toma por un cambio de nombre. Se conserva la versión anterior: periplo backups { $typed }
taken-as-renamed-several = En { $file } faltan { $count } puntos de contacto y hay otros nuevos iguales, así que se toman por cambios de nombre. Se conserva la versión anterior: periplo backups { $typed }
answer-bring-back = recuperarlo
answer-leave-out = dejarlo fuera; sigue entre las versiones anteriores
brought-back = Recuperado, sin guardar todavía: «{ $save }» lo guarda, «{ $undo }» lo deshace.
brought-back-live = Recuperado. «{ $undo }» lo deshace.
brought-back-elsewhere = Otra persona ya ha recuperado lo que faltaba.
left-out = Se queda fuera. Para ver lo que había: periplo backups { $typed }
difference-of-map = mapa
difference-below = ahora debajo de «{ $name }»
difference-at-top = ahora arriba del todo
conflict-of-field = «{ $name }»: las dos partes han cambiado el campo { $field }. ¿Conservas lo tuyo ({ $ours }) o tomas lo suyo ({ $theirs })?
conflict-of-map = El mapa: las dos partes han cambiado el campo { $field }. ¿Conservas lo tuyo ({ $ours }) o tomas lo suyo ({ $theirs })?
conflict-of-place = «{ $name }»: las dos partes lo han movido. ¿Conservas tu fase ({ $ours }) o tomas la suya ({ $theirs })?
conflict-deleted-by-us = «{ $name }»: tú lo has borrado y la otra parte lo ha cambiado. ¿Lo borras de todos modos o conservas lo suyo?
conflict-deleted-by-them = «{ $name }»: tú lo has cambiado y la otra parte lo ha borrado. ¿Conservas lo tuyo o lo borras de todos modos?
value-unset = sin valor
conflict-side-deleted = borrado
conflict-side-changed = cambiado
conflict-details-of-map = el mapa, { $sides }
conflict-details = «{ $name }», { $sides }
conflict-note = Conflicto al fusionar, { $sides }
conflict-notes-full-of-map = en las notas del mapa no cabe esto; lo de la otra parte aparece solo aquí arriba
conflict-notes-full = en las notas de «{ $name }» no cabe esto; lo de la otra parte aparece solo aquí arriba
conflict-sides = { $field }: aquí { $ours }; en la otra versión { $theirs }
conflict-phase = fase
conflict-sides-deleted-by-us = borrado aquí, cambiado en la otra versión
conflict-sides-deleted-by-them = cambiado aquí, borrado en la otra versión

## El embudo (funnel.rs)

funnel = Embudo
funnel-buyers-of = { $count ->
    [one] { $buyers } comprador de { $first }
   *[other] { $buyers } compradores de { $first }
}
funnel-counted-of = { $left } de { $first } { $unit }
funnel-customers = clientes
funnel-buyers = compradores
funnel-purchases = compras
funnel-text-counted = { $count ->
    [one] { $number } ({ $unit })
   *[other] { $number } { $unit }
}
funnel-more-buyers = { $count ->
    [one] { $number } comprador más
   *[other] { $number } compradores más
}
funnel-more-counted = { $count ->
    [one] { $number } más ({ $unit })
   *[other] { $number } { $unit } más
}
funnel-begins-at = El embudo empieza en el paso { $position }; lo anterior se muestra y no cuenta.
funnel-begins-at-first = El embudo vuelve a empezar en el primer paso.
funnel-left-of = { $left } de { $first } hasta aquí
share-reaching = { $share } llegan
share-buying = { $share } compran
times-before = más que antes: { $factor }
times-buying = compran más: { $factor }
biggest-loss = mayor pérdida
worst-rate = peor tasa
leading-in = antes del embudo
best-lever = mejor palanca
more-than-before = más que antes
check-numbers = más en el paso { $step } que antes: ¿unir ({ $key })?
after-purchase = Tras la compra, % de { $buyers }
funnel-needs-first-reach = Pulsa «{ $key }» en «{ $name }» y escribe la cantidad de { $customers } que llega ahí: el embudo empieza con esa cifra.
funnel-needs-first-touchpoint = Añade puntos de contacto e indica el alcance de uno: el embudo empieza ahí.
funnel-text-reach = alcance
funnel-text-conversion = conv.
funnel-text-likelihood = prob.
funnel-text-of-buyers = % de { $buyers }
funnel-text-or = o { $name }
funnel-text-widens = se ensancha: más aquí que en el paso { $position }; revisa las dos cifras
funnel-text-unknown = { $sign } aún sin alcance
funnel-text-partial = { $sign } a una alternativa le falta el alcance
funnel-text-needs-reach = Para el embudo, indica primero el alcance de «{ $name }»: la cantidad de { $customers } que llega ahí.
funnel-text-needs-touchpoints = Para el embudo, añade puntos de contacto antes y durante la compra e indica el alcance del primero: la cantidad de { $customers } que llega ahí.
counts-touchpoints = puntos de contacto
counts-no-kind = sin tipo
counts-no-intent = sin intención
counts-all = Total
column-reach = alcance
column-conversion = llegan
column-likelihood = compran
funnel-lost = perdidos
funnel-text-buyers = { $count ->
    [one] { $number } comprador
   *[other] { $number } compradores
}
funnel-text-overall = { $buyers }, el { $share } de quienes llegan al paso { $position }
funnel-text-biggest-loss = mayor pérdida: { $number } no siguen
funnel-text-worst-rate = peor tasa: pasa el { $share }
funnel-text-best-lever = mejor palanca: un punto más aquí da { $gained }
funnel-text-uncertain = muy pocos para saberlo: pasa entre el { $low } y el { $high }
step-of-one = «{ $name }»
step-of-two = «{ $first }» o «{ $second }»
step-of-several = «{ $name }» ×{ $count }
summary-loss = Donde más { $customers } se pierden es en el paso { $position }, { $name }: { $number } no siguen.
summary-also-worst-rate = También tiene la peor tasa: pasa el { $share }.
summary-worst-rate = La peor tasa está en el paso { $position }, { $name }: pasa el { $share }.
summary-gain-best = Un punto más ahí daría { $gained }; ningún otro paso da más.
summary-gain = Un punto más ahí daría { $gained }.
summary-lever = La mejor palanca es el paso { $position }, { $name }: un punto más ahí daría { $gained }.
summary-uncertain = Llegan muy pocos para saberlo con certeza: pasa entre el { $low } y el { $high }.
summary-assumed = { $share } { $count ->
    [one] supuesto
   *[other] supuestos
} ({ $count })
summary-reported = { $share } { $count ->
    [one] declarado
   *[other] declarados
} ({ $count })
summary-measured = { $share } { $count ->
    [one] medido
   *[other] medidos
} ({ $count })
summary-evidence = { $count ->
    [one] El embudo se apoya en un alcance: { $parts }.
   *[other] El embudo se apoya en { $count } alcances: { $parts }.
}

## Hipótesis (what_if.rs)

ask-conversion = ¿Qué porcentaje llega aquí? 55, 55,5 % o +5 para cinco puntos más
conversion-above-all = No más de 100: no pueden pasar más { $customers } de los que llegan. Ahora: { $now }.
not-a-conversion = Un porcentaje de 0 a 100, como 55 o 55,5; +5 son cinco puntos más.
what-if-label = hipótesis
what-if-reset = Se han quitado todas las hipótesis.
what-if-removed = { $count ->
    [one] Se ha quitado una hipótesis de ese paso o de los anteriores.
   *[other] Se han quitado { $count } hipótesis de ese paso y de los anteriores.
}
what-if-written = Pasado al mapa como alcances supuestos; lo que sigue a la compra no cambia. «{ $undo }» lo deshace.
what-if-supposed = ¿Y si en el paso { $position } pasara el { $share }, y no el { $now }?
what-if-same = { $buyers }, tantos como ahora
what-if-more = { $buyers }, { $number } más que ahora
what-if-fewer = { $buyers }, { $number } menos que ahora
what-if-no-such-step = { $count ->
    [0] el embudo aún no tiene pasos; añade puntos de contacto antes y durante la compra
    [one] el embudo solo tiene el paso 1, no hay un paso { $position }
   *[other] el embudo tiene los pasos 1 a { $count }, no hay un paso { $position }; elige uno de ellos
}
what-if-leading-in = el paso { $position } es anterior al paso { $begin }, donde empieza el embudo; elige un paso posterior o haz que el embudo empiece antes
what-if-no-reach = nadie sabe cuántos llegan al paso { $position }; indica antes su alcance, o elige un paso que lo tenga
what-if-nothing-before = el paso { $position } es el primero con alcance: no tiene conversión; elige uno posterior
what-if-nobody-before = nadie llega al paso { $since }, así que nadie puede pasar al { $position }; elige otro paso
what-if-not-a-share = la conversión del paso { $position } es ahora del { $now } y solo puede ponerse entre el 0 % y el 100 %; elige una cifra intermedia
what-if-twice = el paso { $position } aparece dos veces; indica cada paso una sola vez

## La revisión (review.rs)

review-name = Revisión
review-of-rule = Revisión · regla: { $rule }
group-of-touchpoints = { $count ->
    [one] 1 punto de contacto
   *[other] { $count } puntos de contacto
}
group-of-phases = { $count ->
    [one] 1 fase
   *[other] { $count } fases
}
open-group = abrir
close-group = cerrar
group-opens = «{ $key }» los muestra debajo de esta línea.
group-closes = «{ $key }» cierra la lista de esta regla.
review-empty = No se ha encontrado nada: el mapa tiene todo lo que pide el método.
finding-silenced = El hallazgo «{ $rule }» queda silenciado en «{ $name }». «{ $undo }» lo deshace.
findings-restored = { $count ->
    [one] Los hallazgos silenciados de 1 punto de contacto se muestran de nuevo.
   *[other] Los hallazgos silenciados de { $count } puntos de contacto se muestran de nuevo.
}
findings =
    { $warnings ->
        [one] 1 aviso
       *[other] { $warnings } avisos
    }, { $hints ->
        [one] 1 sugerencia
       *[other] { $hints } sugerencias
    }
no-findings = { $maps ->
    [one] La revisión de 1 mapa no ha encontrado nada.
   *[other] La revisión de { $maps } mapas no ha encontrado nada.
}
unread-files = { $count ->
    [one] 1 archivo no se ha podido leer: véase más arriba.
   *[other] { $count } archivos no se han podido leer: véase más arriba.
}
no-such-rule = ninguna regla se llama «{ $typed }»; se parecen: { $near }
known-rules = ninguna regla se llama «{ $typed }»; hay: { $known }
rule-channel-only = solo un canal
    .advice = «{ $name }» es un canal, no un punto de contacto: pon como nombre lo que hace ahí el cliente, escribe contexto y necesidad, y pon el canal en su propio campo.
    .reason = El canal es el medio; el punto de contacto es lo que ocurre en él, con un contexto y una necesidad.
rule-duplicate-name = nombre repetido
    .advice = «{ $name }» tiene el mismo nombre que el punto de contacto { $number } de su fase: di en el nombre en qué se distingue, o borra uno.
    .reason = En el inventario cada punto de contacto se reconoce por su nombre, para poder entenderlo y mejorarlo por separado.
rule-duplicate-id = identificador repetido
    .advice = «{ $name }» tiene el identificador de otro punto de contacto anterior del archivo: abre y guarda el mapa, que le dará uno propio, o borra su id.
    .reason = Por su identificador se reconoce un punto de contacto al moverlo, compararlo y fusionarlo.
rule-widening-reach = más que antes
    .advice = Llegan { $here } a «{ $name }», más que los { $before } del paso anterior: revisa las dos cifras, o únelo al de arriba como alternativa.
    .reason = Cada paso es un tamiz: de él no salen más clientes de los que entraron.
rule-machine-at-critical = máquina sola
    .advice = En «{ $name }» atiende solo una máquina: ofrece también a una persona, como alternativa en el mismo paso.
    .reason = Un momento crítico decide si el cliente se queda, y hay quien entonces prefiere a una persona.
rule-unhappy-critical = momento crítico con emoción negativa
    .advice = El cliente se siente mal en «{ $name }»: escribe qué le molesta y qué vas a hacer, y sube la emoción cuando funcione.
    .reason = En los momentos críticos el cliente se hace una idea de ti: cada uno debería aportar valor y satisfacer.
rule-unowned-critical = sin responsable
    .advice = «{ $name }» es un momento crítico sin responsable: escribe quién se encarga de él.
    .reason = Lo que no es de nadie no mejora, y un mapa sin responsables se olvida después del taller.
rule-merge-conflict = conflicto sin resolver
    .advice = Una fusión dejó un conflicto en las notas de «{ $name }»: elige una versión.
    .advice-of-map = Una fusión dejó un conflicto en las notas del mapa: elige una versión.
    .reason = Mientras nadie decida, no se sabe qué versión vale.
rule-overdue = acción vencida
    .advice = La acción de «{ $name }» vencía el { $due }: hazla y quítala, o dale una fecha nueva.
    .reason = Una fecha que pasa sin que nadie lo note quita valor a todas las demás.
rule-unanswered-unintentional = no intencional sin acción
    .advice = «{ $name }» ocurre sin ti y no tiene ninguna acción: escribe cómo vas a escucharlo, darle respuesta o impulsarlo.
    .reason = No puedes controlar lo que se dice de ti, pero cuenta lo que haces al respecto.
rule-biggest-loss-unanswered = mayor pérdida sin acción
    .advice = De camino a «{ $name }» se pierden más { $customers } que en ningún otro paso ({ $lost }) y no hay ninguna acción: escribe qué vas a hacer.
    .reason = Donde más se pierde, más se puede recuperar.
rule-untagged = sin etiquetar
    .advice = { $missing ->
        [kind] «{ $name }» no tiene tipo: etiquétalo como en línea, fuera de línea o a través del producto.
        [intent] «{ $name }» no tiene intención: etiquétalo como intencional o no intencional.
       *[both] «{ $name }» no tiene ni tipo ni intención: etiquétalo como en línea, fuera de línea o producto, y como intencional o no.
    }
    .reason = Las etiquetas muestran el equilibrio de tus puntos de contacto: dónde ocurren y cuáles planeas.
rule-no-need = sin necesidad
    .advice = «{ $name }» no dice qué quiere el cliente: escribe la necesidad.
    .reason = Un punto de contacto se mira con los ojos del cliente: las cifras informan, las necesidades y los motivos explican.
rule-empty-phase = fase vacía
    .advice = { $phase ->
        [before] No hay ningún punto de contacto antes de la compra: añade cómo saben de ti los clientes y cómo se informan.
        [during] No hay ningún punto de contacto durante la compra: añade dónde te encuentran los clientes mientras compran.
       *[after] No hay ningún punto de contacto después de la compra: añade la entrega, el uso, la ayuda y las nuevas compras.
    }
    .reason = El recorrido va desde que oyen hablar de ti hasta que vuelven, y el cliente lo vive entero.
rule-no-unintentional = ningún punto no intencional
    .advice = Ningún punto de contacto es no intencional: añade los que ocurren sin ti, como el boca a boca y las reseñas.
    .reason = Los clientes también te encuentran donde no planeas nada, a menudo antes de llegar a ti.
rule-no-product = nada a través del producto
    .advice = Ningún punto de contacto ocurre a través del producto: añade el envase, las instrucciones o el primer uso.
    .reason = Después de la compra, es con el producto con lo que el cliente está en contacto.
rule-no-kpi = sin KPI
    .advice = «{ $name }» es un momento crítico que planeas, y no tiene KPI: escribe cómo sabrás que funciona.
    .reason = Los objetivos muestran lo bien que funciona lo que planeas.
rule-no-due = sin fecha
    .advice = La acción de «{ $name }» tiene responsable y no tiene fecha: escribe hasta cuándo se hace.
    .reason = Lo que no tiene fecha se hace cuando hay tiempo, y nunca lo hay.
review = Revisión · { $counts }
review-with-silenced = Revisión · { $counts } · { $count ->
    [one] 1 silenciado
   *[other] { $count } silenciados
}
severity-warning = aviso
severity-hint = sugerencia
findings-in = { $maps ->
    [one] { $found } en 1 mapa
   *[other] { $found } en { $maps } mapas
}
finding-and-more = { $advice } ({ $more } más)

## El equilibrio (balance.rs)

balance-name = Equilibrio
balance = Equilibrio: tipos e intenciones
balance-heat = de pocos a muchos
balance-gap = nada en la fase
unknown = no se sabe
gap-online = { $phase }: nada en línea
gap-offline = { $phase }: nada fuera de línea
gap-product = { $phase }: nada a través del producto
gap-intentional = { $phase }: nada intencional
gap-unintentional = { $phase }: ningún punto no intencional
gap-without-kind = { $gap } ({ $count } sin tipo)
gap-without-intent = { $gap } ({ $count } sin intención)
known-of = { $field }: { $known } de { $total } ({ $share })

## Dónde actuar primero (priorities.rs)

priorities = Dónde actuar primero
priorities-unranked = Sin ordenar: se sabe muy poco de estos
priorities-need-touchpoints = Aún no hay nada que ordenar: añade puntos de contacto e indica cómo se siente el cliente, cuántos llegan y qué momentos son críticos.
priority-nothing = sin motivos conocidos para actuar
priority-critical = momento crítico
priority-emotion = emoción { $emotion }
priority-votes = { $count ->
    [one] 1 voto
   *[other] { $number } votos
}
priority-loss-of-all = aquí se pierden todos: { $lost }
priority-loss = aquí se pierden { $lost }, cerca de { $buyers }
priority-loss-unknown = aquí se pierden { $lost }; revisa las cifras: compran más de los que llegan
priority-missing = se desconoce: { $fields }

## La presentación y su temporizador (presentation.rs)

present-step = paso { $step } de { $steps }
present-votes = { $count ->
    [one] 1 voto
   *[other] { $count } votos
}
no-touchpoint-numbered = Ningún punto de contacto tiene el número { $number }. El último tiene el { $last }.
vote-typed = Voto para el número { $number }: { $name }
present-ranking = Votos · { $count } en total
present-no-votes = Aún no ha votado nadie. En un paso y en la vista general, pulsa el número de un punto de contacto para darle un voto.
present-unvoted = { $count ->
    [one] 1 punto de contacto sin votos
   *[other] { $count } puntos de contacto sin votos
}
present-scan = Escanea el código o abre el enlace de abajo.
present-room-votes = Votos de esta ronda · { $count } en total
present-contributions = Lo que se ha escrito · { $count }
present-dots = Cada persona tiene { $each } puntos para repartir. Repartidos por ahora: { $dots }.
present-written = { $waiting } líneas de { $writers } personas por ahora. Se verán después.
present-no-dots = Nadie ha dado ningún punto.
present-left = { $left } de { $all } siguen aquí
present-likely = el { $share } de ellos compra
present-lost = −{ $lost } se pierden aquí
present-unknown = Aún no se sabe cuántos llegan aquí.
present-of-buyers = { $reach } de { $buyers } pasan por aquí
ask-countdown = ¿Cuánto tiempo? Minutos: 5, 2:30. Segundos: 90s
not-a-time = Escribe minutos como 5 o 2:30, o segundos como 90s, hasta un día.
timer-paused = en pausa
timer-last-minute = último minuto
timer-up = Se acabó el tiempo

## La visita guiada (tour.rs)

lesson-look = Echa un vistazo
    .about = Cada tarjeta es un punto de contacto: un momento en que el cliente se encuentra con la empresa antes, durante o después de la compra. Ve a otra columna.
lesson-add = Añade una tarjeta
    .about = En un taller la gente dicta y tú escribes: cada línea es un punto de contacto. Los signos : y ( del final indican que el cliente se siente mal. Escribe esta línea, o la tuya.
    .example = Pregunta a un vecino por el equipaje :(
lesson-tag = Etiquétalo
    .about = ¿Dónde ocurre? ¿Lo planea la empresa? Lo que dice un vecino no es intencional. Da a un punto de contacto un tipo y recorre las intenciones.
lesson-critical = Marca lo que decide
    .about = En un momento crítico el cliente se decide por la empresa o contra ella. Marca uno: son los primeros que conviene mejorar.
lesson-move = Muévelo
    .about = Las tarjetas están en el orden del recorrido. Mueve una hacia arriba, hacia abajo o a otra fase; también se puede arrastrar con el ratón.
lesson-undo = Deshazlo
    .about = Nada de lo que haces se pierde. Deshaz el movimiento: se puede deshacer todo, un cambio tras otro.
lesson-count = Pon una cifra
    .about = Con cifras, el mapa se convierte en un embudo. Escribe cuántos clientes llegan a este punto de contacto y mira cómo cambia el embudo.
lesson-suppose = Haz una suposición
    .about = ▼ es el paso donde se pierden más clientes; ◆, donde un punto porcentual más trae más compradores. Ve al embudo, suma un punto en un paso, mira cómo aumentan los compradores y quita la suposición.
lesson-review = Mira qué falta
    .about = La revisión comprueba el mapa según el método: falta un responsable, falta la necesidad, es solo un canal. Ábrela, recorre lo que encuentra y ciérrala.
lesson-present = Muéstralo al público
    .about = La presentación muestra los pasos de uno en uno y el embudo crece con ellos; para la última fila, agranda la letra de tu terminal. Empiézala, avanza un poco y vuelve.
lesson-export = Compártelo
    .about = Exporta el mapa como página, cartel, tabla o diagrama para quien nunca abre una terminal. Mira qué formatos hay y vuelve sin exportar nada.
lesson-end = Eso es todo
    .about = Has construido, medido y mostrado un mapa. Lo demás se encuentra por su nombre o en la ayuda; una tarjeta abierta muestra todos sus campos. Al terminar la visita empieza tu propio mapa.
lesson-end-skipped = Fin de la visita
    .about = Todo se encuentra por su nombre o en la ayuda; una tarjeta abierta muestra todos sus campos. Al terminar la visita empieza tu propio mapa.
tour-position = Visita { $nth }/{ $count }
tour-finished = Visita
tour-type = escribe

## Ajustes, temas y archivos de configuración (settings.rs)

themes = Colores
theme-terminal = Los de la terminal
theme-light = Claro
theme-dark = Oscuro
theme-high-contrast = Alto contraste
theme-none = Ninguno
theme-not-saved = Estos colores duran hasta que salgas. Para conservarlos, escribe theme: "{ $theme }" en config.ron (periplo config path dice dónde).
about-settings =
    Los ajustes actuales y de dónde vienen. Escribe lo que quieras cambiar en
    { $file }
setting-language = Idioma de la interfaz: { $known }. { $origin }.
setting-theme = Colores del editor: { $known }. { $origin }.
setting-ascii = Líneas, barras y signos solo con ASCII: { $known }. { $origin }.
setting-mouse = El ratón en el editor: { $known }. { $origin }.
setting-density = Tarjetas del tablero: { $known }. { $origin }.
setting-start-screen = Mostrar la pantalla de inicio si no se indica ningún archivo, en lugar de un mapa vacío: { $known }. { $origin }.
setting-title = Mostrar el título del mapa en la ventana de la terminal: { $known }. { $origin }.
setting-live = Guardar cada cambio al momento y mostrar los de otras personas: { $known }. { $origin }.
setting-escape-time = Cuántos milisegundos espera la tecla de escape, porque las terminales también empiezan con ella otras teclas. Más si la conexión es lenta; como mucho, 1000. { $origin }.
origin-argument = De la línea de órdenes
origin-file = De config.ron
origin-environment = Del entorno
origin-default = Por defecto
about-keys =
    Las teclas de Periplo: para cada contexto, las acciones y sus teclas.
    Escribe solo lo que quieras cambiar en keys.ron, en la carpeta de configuración (periplo config path dice dónde).
    Una lista sustituye a las teclas habituales, y [] deja una acción sin tecla. periplo config check busca los fallos.
configuration-valid = { $file }: sin fallos
configuration-missing = { $file }: no existe; se usan los valores por defecto
no-configuration-folder = el sistema no indica ninguna carpeta para la configuración; indica una con --config DIR
configuration-both-faulty = { $one } y { $other } tienen fallos, y lo que está mal se ignora; míralos con: periplo config check
configuration-faulty = { $file } tiene fallos, y lo que está mal se ignora; míralos con: periplo config check

## La línea de órdenes (command_line.rs)

cli-error = error: { $message }
cli-mistyped-command = no hay ninguna orden ni ningún archivo «{ $word }»; ¿querías decir `{ $meant }`? `periplo --help` muestra las órdenes. Para un mapa nuevo con ese nombre, escribe `./{ $word }`
cli-unknown-command = no hay ninguna orden ni ningún archivo «{ $word }»; `periplo --help` muestra las órdenes
cli-file-with-command = un archivo abre el editor y no se combina con una orden; véase `periplo --help`
cli-editor-option-with-command = --theme, --ascii, --no-mouse y --live son del editor y no se combinan con órdenes, salvo tour; véase `periplo --help`
cli-editor-with-stdin = el editor abre archivos; la entrada estándar (-) se usa con órdenes; véase `periplo --help`
cli-note = nota: { $message }
cli-warning = aviso: { $message }
cli-no-terminal = el editor necesita una terminal donde leer el teclado y dibujar; ábrelo sin redirecciones, o mira qué funciona sin ella: periplo --help
cli-dumb-terminal = esta terminal (TERM=dumb) no puede dibujar el editor; usa otra, o mira qué funciona sin ella: periplo --help
cli-name-is-command = { $file } parece una orden. Si el archivo se llama así, escribe ./{ $file }
cli-cannot-export = no se puede generar el resultado: { $reason }; prueba otro formato y avisa de este fallo
cli-output-exists = { $file } ya existe y se queda como está; elige otro nombre, o sobrescríbelo con --force
git-missing = no se ha encontrado git; instálalo o añádelo a PATH
git-no-repository = esta carpeta no está en un repositorio de git; ve a uno o crea uno con: git init
git-failed = git ha fallado: { $message }
git-is-set-up = { $folder } ya está preparado: git fusiona sus mapas con Periplo.
git-will-write = Para que git fusione los mapas de { $folder } con Periplo se va a escribir esto:
git-ask = ¿Escribirlo? [s/N]
git-nothing-written = No se ha escrito nada. Sin preguntar: periplo git setup --yes
git-done = Hecho: git fusiona los mapas de este repositorio con Periplo.
git-done-commit = Hecho: git fusiona los mapas de este repositorio con Periplo. Haz un commit de .gitattributes; los demás ejecutan periplo git setup una vez.
cli-map-written = { $file }: mapa nuevo creado. Ábrelo con: periplo { $typed }
cli-map-exists = { $file } ya existe y se queda como está; elige otro nombre, o ábrelo con: periplo { $typed }
cli-no-reach-from = no se sabe cuántos llegan al paso { $position } ni a los siguientes, así que el embudo no puede empezar ahí; elige un paso anterior
cli-no-maps = { $folder } no contiene mapas (archivos .ron), tampoco en sus subcarpetas; elige otra carpeta, o crea un mapa con: periplo new
cli-no-title = { $file } no sirve como título del mapa; indica uno con --title
cli-title-of-stream = Mapa nuevo
cli-repeated-ids = { $count ->
    [one] { $file }: «{ $name }» tiene el identificador de un punto de contacto anterior y aparece con uno nuevo. Ponle uno propio, o borra el suyo y guarda el archivo.
   *[other] { $file }: { $count } puntos de contacto, el primero «{ $name }», tienen el identificador de otro anterior y aparecen con uno nuevo. Ponles uno propio, o borra los suyos y guarda el archivo.
}
cli-cannot-search = no se puede buscar en { $folder }: { $reason }; revisa los permisos de la carpeta y vuelve a intentarlo
cli-cannot-write-result = no se puede escribir el resultado: { $reason }; libera espacio o escríbelo en otro lugar
cli-terminal-failed = ha fallado la terminal: { $reason }; empieza de nuevo en otra
cli-template-name = nombre
cli-template-title = título
cli-template-touchpoints = puntos de contacto
cli-reason-permission = permiso denegado
cli-reason-not-a-folder = una parte de la ruta no es una carpeta
cli-reason-full = el disco está lleno
cli-reason-read-only = el disco es de solo lectura
cli-reason-quota = se ha agotado tu espacio en el disco
cli-reason-too-large = aquí ningún archivo puede ser tan grande
cli-reason-links = sus enlaces simbólicos forman un bucle

## Versiones anteriores (backups.rs)

version-unreadable = (no se puede leer como mapa)
version-restored = { $file }: se ha recuperado la versión conservada { $ago }. Ábrela con: periplo { $typed }
version-none = no se conserva ninguna versión anterior de { $file }; al guardar se conserva una si la última tiene más de cinco minutos, y con --force, siempre; revisa el nombre
version-no-such = { $count ->
    [one] { $file } no tiene la versión { $number }; solo se conserva la 1
   *[other] { $file } no tiene la versión { $number }; elige una de la 1 a la { $count }
}
versions-kept = Si este archivo ha quedado cortado o dañado, recupera una versión anterior: periplo backups { $typed }
overwriting-interrupted = La última escritura de { $file } se interrumpió y el archivo puede estar dañado. Lo que contenía antes se conserva: periplo backups { $typed }
versions-kept-of-empty = { $file } está vacío, pero se conservan versiones anteriores: periplo backups { $typed }
version-no-folder = no se conservan versiones anteriores, porque no se conoce ninguna carpeta para ellas; define HOME o XDG_STATE_HOME
ago-now = ahora mismo
ago-seconds = { $count ->
    [one] hace 1 segundo
   *[other] hace { $count } segundos
}
ago-minutes = { $count ->
    [one] hace 1 minuto
   *[other] hace { $count } minutos
}
ago-hours = { $count ->
    [one] hace 1 hora
   *[other] hace { $count } horas
}
ago-days = { $count ->
    [one] hace 1 día
   *[other] hace { $count } días
}
version-number = número
version-kept = conservada

## Fallos en los archivos (faults.rs)

fault-empty = el archivo no contiene ningún mapa, solo comentarios
    .label = un mapa empieza con `(`
    .help = escribe `(format: 1, title: "…")`, o vacía el archivo para empezar un mapa nuevo
fault-json = esto parece JSON; los mapas se escriben en RON
    .label = un mapa empieza con `(`
    .help = escríbelo en RON, así: `(format: 1, title: "…", before: [(name: "…")], during: [], after: [])`
fault-not-a-map = esto no es un mapa
    .label = un mapa empieza con `(`
    .help = escribe el mapa así: `(format: 1, title: "…", before: [], during: [], after: [])`
fault-not-settings = esto no son ajustes
    .label = los ajustes empiezan por `(`
    .help = `periplo config show` muestra los ajustes, y `periplo config keys` las teclas, tal como se escriben
fault-unknown-format = ese formato no existe
    .label = se esperaba 1
    .help = escribe `format: 1`
fault-bad-attribute = no se reconoce esta línea antes del mapa
    .label = se esperaba `#![enable(implicit_some)]`
    .help = escríbela así, o borra la línea
fault-conflict = una fusión dejó un conflicto en el archivo
    .label = empieza aquí
    .help = conserva un lado o los dos, y borra las líneas que empiezan con `<<<<<<<`, `=======` y `>>>>>>>`
fault-too-deep = hay demasiados paréntesis o corchetes unos dentro de otros
    .label = más que en cualquier mapa
    .help = busca los que se abrieron por error
fault-too-many-touchpoints = el mapa tiene más de { $limit } puntos de contacto
    .label = aquí empieza el primero que sobra
    .help = reparte el mapa en varios archivos; `periplo inventory` lista los puntos de contacto de todos
fault-trailing = hay algo después del final del mapa
    .label = el mapa termina antes de esto
    .help = un archivo contiene un solo mapa: borra esto, o busca más arriba un `)` que sobre
fault-unclosed-text = el texto no se cierra en su línea
    .label = falta la `"` de cierre
    .help = añade la `"` de cierre; una `"` dentro de un texto se escribe `\"`
fault-unclosed-comment = el comentario no se cierra
    .label = falta el `*/` de cierre
    .help = añade `*/` donde termine el comentario
fault-missing-comma = falta una coma
    .label = se esperaba `,` después de esto
    .help = pon una coma entre esto y lo que sigue
fault-emotion = la emoción va de -2 a 2
    .label = se esperaba -2, -1, 0, 1 o 2
    .help = escribe -2 si es muy mala, 0 si es neutra, 2 si es muy buena; quita `emotion` si no se conoce
fault-bad-date = esto no es una fecha
    .label = se esperaba un día del calendario, como "2026-12-15"
    .help = escribe año, mes y día con guiones, entre comillas: "2026-12-15"
fault-bad-id = esto no es el identificador de un punto de contacto
    .label = se esperaban 8 caracteres de 0-9 y a-z sin i, l, o, u
    .help = quita `id`, y el punto de contacto recibirá uno
fault-bad-escape = la barra invertida no va seguida de nada conocido
    .label = secuencia desconocida
    .help = una barra invertida se escribe `\\`; un salto de línea `\n`, unas comillas `\"`
fault-inner-quotes = unas comillas dentro de un texto necesitan una barra invertida
    .label = el texto acaba en sus segundas comillas
    .help = escribe `\"` por cada comilla dentro del texto: { $meant }
fault-not-a-touchpoint = esto no es un punto de contacto
    .label = se esperaba `(name: "…")`
    .help = escribe cada punto de contacto entre paréntesis y al menos con su nombre
fault-newer-format = el archivo tiene el formato { $found }, y esta versión lee hasta el { $ours }
    .label = más nuevo que esta versión
    .help = instala una versión más nueva de Periplo; esta deja el archivo como está
fault-wrong-quotes = { $quote } no sirve como comilla en el archivo
    .label = se esperaba `"`
    .help = escribe los textos entre comillas dobles rectas: "…"
fault-false-blank = aquí hay un carácter invisible ({ $code })
    .label = parece un espacio o no se ve, pero no es un espacio corriente
    .help = bórralo y escribe un espacio corriente; estos caracteres suelen venir en el texto pegado
fault-look-alike = { $character } solo se parece a `{ $instead }`
    .label = se esperaba `{ $instead }`
    .help = escribe `{ $instead }` con el teclado; estos caracteres suelen venir en el texto pegado
fault-unclosed = este `{ $bracket }` no se cierra
    .label = `{ $found }` aparece antes que `{ $needed }`
    .help = añade `{ $needed }` donde termine esta parte
fault-stray-bracket = este `{ $bracket }` no cierra nada
    .label = no hay nada abierto que cerrar
    .help = bórralo, o añade lo que debería cerrar
fault-wrong-bracket = aquí no va `{ $found }`
    .label = se esperaba `{ $needed }`
    .help = las listas van entre `[ ]`; un punto de contacto y sus campos, entre `( )`
fault-missing-colon = faltan los dos puntos después de `{ $field }`
    .label = se esperaba `{ $field }:`
    .help = escribe el campo así: `{ $field }: valor`
fault-unexpected = aquí no se esperaba `{ $found }`
    .label = no corresponde aquí
    .help = bórralo, o ponle delante el nombre de un campo y dos puntos
fault-unknown-field =
    { $owner ->
        [map] un mapa no tiene ningún campo `{ $found }`
        [touchpoint] un punto de contacto no tiene ningún campo `{ $found }`
       *[configuration] la configuración no tiene ningún ajuste `{ $found }`
        [keys] no hay ningún contexto de teclas llamado `{ $found }`
        [context] aquí no hay ninguna acción `{ $found }`
    }
    .label = desconocido
    .help = se conocen estos: { $known }
fault-duplicate-field = `{ $field }` está escrito dos veces
    .label = la segunda vez
    .help = quédate con uno y borra el otro
fault-missing-field =
    { $owner ->
        [map] al mapa le falta `{ $field }`
        [touchpoint] a este punto de contacto le falta `{ $field }`
       *[configuration] a la configuración le falta `{ $field }`
    }
    .label = necesita `{ $field }`
    .help = { $field ->
        [format] añade `format: 1,` en la primera línea del paréntesis
        [title] añade `title: "…",` después de `format`
       *[name] añade `name: "…"`: lo que hace el cliente, con palabras del cliente
    }
fault-quoted-field = los nombres de los campos van sin comillas
    .label = se esperaba `{ $field }` sin comillas
    .help = escribe `{ $field }: …`
fault-missing-value = `{ $field }` no tiene valor
    .label = debería seguir un valor
    .help = { $field ->
        [format] escribe `format: 1`
        [title] escribe `title: "…"`
        [name] escribe `name: "…"`: lo que hace el cliente, con palabras del cliente
       *[other] escríbelo después de los dos puntos, o borra el campo
    }
fault-no-text = `{ $field }` debería ser un texto
    .label = se esperaba un texto entre comillas
    .help = escribe `{ $field }: "…"`
fault-no-texts = `{ $field }` debería ser una lista de textos
    .label = se esperaba `["…", "…"]`
    .help = ponlo entre corchetes aunque sea uno solo: `{ $field }: ["…"]`
fault-no-number = `{ $field }` debería ser un número entero
    .label = se esperaba un número entero
    .help = { $field ->
        [format] escribe `format: 1`
        [votes] escribe solo cifras, como 3; quita `votes` si no hay ninguno
        [emotion] escribe -2 si es muy mala, 0 si es neutra, 2 si es muy buena; quita `emotion` si no se conoce
       *[reach] escribe solo cifras, como 1200; quita `{ $field }` si no se conoce
    }
fault-no-touchpoints = `{ $field }` debería ser una lista de puntos de contacto
    .label = se esperaba `[` y puntos de contacto
    .help = escribe `{ $field }: [(name: "…"), (name: "…")]`
fault-no-word = `{ $field }` debe ser una de unas pocas palabras
    .label = se esperaba { $known }
    .help = escribe una de estas palabras sin comillas, o quita `{ $field }`
fault-unknown-word = `{ $field }` no puede ser `{ $found }`
    .label = se esperaba { $known }
    .help = elige una de estas palabras, o quita `{ $field }`
fault-quoted-word = la palabra de `{ $field }` va sin comillas
    .label = se esperaba `{ $word }` sin comillas
    .help = escribe `{ $field }: { $word }`
fault-no-quoted-word = `{ $field }` debe ser una de unas pocas palabras
    .label = se esperaba { $known }
    .help = escribe una de estas palabras entre comillas, o quita `{ $field }`
fault-no-actions = `{ $field }` debería contener acciones con sus teclas
    .label = se esperaba `( … )`
    .help = escribe `{ $field }: (help: ["f1"])`, con acciones de las que `periplo config keys` muestra ahí
fault-unquoted-word = la palabra de `{ $field }` va entre comillas
    .label = se esperaba `"{ $word }"`
    .help = escribe `{ $field }: "{ $word }"`
fault-unknown-key = no hay ninguna tecla `{ $found }`
    .label = desconocida
    .help = escribe una letra o un signo, o un nombre como `enter`, `pagedown`, `f2`, `ctrl-s` o `alt-left`
fault-unsent-key = las terminales no envían `{ $key }` como tecla aparte
    .label = no llegaría nunca
    .help = elige otra tecla; Ctrl va con letras que no sean i ni m, y Mayús (shift) con letras y flechas
fault-taken-key = `{ $key }` ya significa `{ $action }` aquí
    .label = significa dos cosas
    .help = elige otra tecla, o da también otras a `{ $action }`: `{ $action }: [ … ]`
fault-typed-key = `{ $key }` se necesita aquí para escribir
    .label = escribe o borra una letra
    .help = elige una tecla con Ctrl o Alt, o una como `f2`
fault-needs-key = `{ $action }` necesita una tecla aquí; si no, no habría forma de salir
    .label = se esperaba al menos una tecla
    .help = escribe una, o quita `{ $action }`
fault-negative = `{ $field }` no puede ser negativo
    .label = se esperaba 0 o más
    .help = { $field ->
        [votes] escribe cuántos son; quita `votes` si no hay ninguno
       *[reach] escribe cuántos son; quita `{ $field }` si no se conoce, que no es lo mismo que 0
    }
fault-not-whole = `{ $field }` debería ser un número entero
    .label = se esperaba un número sin decimales
    .help = { $field ->
        [emotion] redondéalo: -2, -1, 0, 1 o 2
       *[reach] redondéalo; los miles se escriben sin punto, como 1200
    }
fault-too-large = `{ $field }` es demasiado grande
    .label = se esperaba como mucho 18446744073709551615
    .help = escribe un número menor
fault-grouped-number = los números se escriben sin separadores ni letras
    .label = se esperaba { $plain }
    .help = escribe `{ $field }: { $plain }`
fault-empty-text = `{ $field }` está vacío
    .label = se esperaba un texto
    .help = { $field ->
        [title] ponle un título al mapa
       *[name] di qué hace el cliente, con palabras del cliente
    }
fault-too-long = `{ $field }` es demasiado largo: { $found } caracteres, y caben { $limit } como mucho
    .label = { $limit } caracteres como mucho
    .help = acórtalo; lo que sobre puede ir en `notes`
fault-syntax = esto no se puede leer
    .label = { $message }
    .help = compáralo con lo que hay antes y después, o recupera el archivo de una copia
word-error = error
word-help = ayuda
did-you-mean = ¿querías decir `{ $near }`?
more-faults =
    { $count ->
        [one] y 1 error más que no se muestra: corrige antes estos
       *[other] y { $count } errores más que no se muestran: corrige antes estos
    }
fault-cut-short = el archivo termina antes de cerrar este `{ $bracket }`
    .label =
        { $more ->
            [0] falta `{ $needed }`
            [one] falta `{ $needed }`; hay 1 más alrededor sin cerrar
           *[other] falta `{ $needed }`; hay { $more } más alrededor sin cerrar
        }
    .help = añade `{ $needed }`; si se perdió el final del archivo, recupéralo de una copia
one-of = { $first } o { $last }

## Exportar y portapapeles (export.rs)

document-html = página web, para leer e imprimir
document-markdown = página de wiki, con tablas y embudo
document-svg = cartel para diapositivas, con embudo
document-mermaid = diagrama del recorrido, para wikis
document-json = el mapa entero, para programas
document-csv = una fila por punto de contacto
document-xlsx = libro de Excel: inventario y totales
export-title = Exportar el mapa
clipboard = portapapeles
    .about = el mapa como Markdown, para pegarlo
export-complete = no falta nada
exporting = Escribiendo { $file } …
answer-other-export = exportar a otro archivo
export-own-file = { $file } es el archivo del propio mapa: elige otro nombre.
export-unknown-format = Periplo no puede escribir archivos .{ $ending}. Elige un formato de arriba; una página html se puede imprimir como PDF desde el navegador.
export-failed = { $file } no se ha escrito: { $reason }. Elige otro formato.
document-ending = { $file } tiene la extensión de un documento; «{ $export }» exporta documentos. El archivo de un mapa termina en .ron.
not-on-poster = en un cartel no hay sitio para { $fields }; conserva también el mapa
poster-empty = Aún no hay puntos de contacto
markdown-no-touchpoint = Todavía no hay puntos de contacto.
export-size = { $touchpoints }, { $size } kB
exported = Exportado a { $file }: { $touchpoints }
sent-to-clipboard = Enviado al portapapeles de la terminal como Markdown: { $touchpoints }. No todas las terminales lo admiten.
copied-by-tmux = Copiado con tmux como Markdown: { $touchpoints }. Pega con tmux, o desde el portapapeles si tu terminal lo admite.
too-long-to-copy = { $size } kB son más de lo que admite el portapapeles de una terminal ({ $limit } kB): expórtalos a un archivo.

## Inventarios (inventory.rs)

sheet-touchpoints = Puntos de contacto
sheet-totals = Totales
totals-total = Total
totals-all-phases = Todas las fases
totals-critical = Momentos críticos
totals-reach = Alcance sumado ({ $counted })
text-cut = «{ $name }» ({ $file }): su celda de la columna «{ $column }» se ha cortado a { $limit } caracteres, lo máximo que admite una hoja de Excel; en csv está completa

## Acciones de varios mapas (plan.rs)

actions-title = Acciones
actions-none = No hay acciones. Lo que se va a hacer en un punto de contacto se escribe en su campo «acción».
actions-no-owner = Sin responsable
actions-of = { $owner } · { $count ->
    [one] 1 acción
   *[other] { $count } acciones
}
actions-no-due = sin fecha
actions-overdue = { $due }, vencida
actions-effort = esfuerzo: { $effort }
actions-score = puntuación { $score }
calendar-left-out = { $count ->
    [one] 1 acción no tiene fecha, así que no está en el calendario
   *[other] { $count } acciones no tienen fecha, así que no están en el calendario
}

## The preview of a file that is taken in (import_preview.rs)

import-reading = Leyendo { $file } …
import-pasted-table = lo pegado
import-parts = Lo que se ha leído
import-new-map = El mapa nuevo
import-changed-map = Este mapa, como quedará
import-line = línea { $line }: { $text }
import-into = Destino
import-into-new-map = un mapa nuevo
import-into-open-map = este mapa: { $title }
import-unmatched-rows = { $count ->
    [one] 1 fila sin punto de contacto
   *[other] { $count } filas sin punto de contacto
}
import-unmatched-added = se añaden
import-unmatched-left-out = quedan fuera
import-shape = Leído como
import-table = Tabla
import-map = Mapa
import-diagram = Diagrama
import-phase-of-all = Fase de todo
import-columns = Columnas
import-stage-heading = Etapas y sus fases
import-left-out = Queda fuera
import-warnings = Advertencias
import-faults = Esto no se puede incorporar
import-guess = supuesto
import-chosen = elegido
import-no-heading = (sin encabezado)
import-headings = Encabezados
import-headings-first-row = en la primera fila
import-headings-none = no hay
import-lettered-column = Columna { $letters }
import-cells = Celdas: { $cells }
import-cards = Tarjetas: { $cards }
import-counted = { $text } ({ $count })
import-groups = Grupos que cuentan
import-all-groups = los { $count }
import-tags = Etiquetas
import-colours = Colores
import-means-nothing = nada
import-change-hint = { $back } y { $on } lo cambian.
import-name-inventory = inventario
import-name-cards = una tarjeta por fila
import-name-board = tablero: una tarjeta por línea
import-name-matrix = matriz de etapas
import-name-funnel = embudo: recuentos por paso
import-name-events = registro: una visita por fila
import-role-across = lugar de izquierda a derecha
import-role-down = lugar de arriba abajo
import-role-colour = color de la tarjeta
import-role-tags = etiquetas
import-role-date = fecha
import-role-person = persona
import-role-activity = lo que hizo la persona
import-role-steps = recuento de un paso
import-role-computed = fuera (calculado)
import-role-money = fuera (dinero)
import-role-segment = grupo de clientes
import-role-left-out = fuera
import-role-foreign-id = fuera (ids de otro programa)
import-role-noted = se conserva en las notas
import-origin-chosen = elegido por ti
import-origin-name = lo dice su nombre
import-origin-neighbour = supuesto, como la etapa anterior
import-origin-order = supuesto, por el orden de las etapas
import-left = No se ha incorporado nada de { $file }.
import-still-reading = El archivo aún se está leyendo.
import-cannot = Así no se puede incorporar: cambia una fila o vuelve atrás.
import-nothing-new = El mapa ya tiene todo esto.
import-only-touchpoints = Solo se puede dejar fuera o recuperar un punto de contacto del archivo.
import-none-left-out = No se ha dejado fuera ningún punto de contacto.
import-map-keys = Aquí un punto de contacto solo se puede dejar fuera. Cámbialo después de incorporarlo.
import-excluded = { $count ->
    [one] Un punto de contacto que has dejado fuera
   *[other] { $count } puntos de contacto que has dejado fuera
}
import-gone = { $count ->
    [one] Uno no está en el archivo y se queda
   *[other] { $count } no están en el archivo y se quedan
}
import-all-left-out = Todo lo que cambiaría el mapa queda fuera.
import-only-unmatched = { $count ->
    [one] La única fila restante no corresponde a ningún punto de contacto del mapa: { $key } la añade.
   *[other] Las otras { $count } filas no corresponden a ningún punto de contacto del mapa: { $key } las añade.
}
import-table-number = tabla { $nth } de { $count }
import-no-choice = En esta fila no hay nada que elegir.
import-only-columns = Solo se puede dejar fuera una columna.
import-not-chosen = No has elegido nada en esta fila.
import-no-open-map = No hay ningún mapa abierto: el archivo va a uno nuevo.
import-all-matched = Ninguna fila es nueva para este mapa.
import-taken-in = { $count ->
    [one] 1 punto de contacto incorporado de { $file }.
   *[other] { $count } puntos de contacto incorporados de { $file }.
}
import-begun = Un mapa nuevo con { $touchpoints } de { $file }. Aún no tiene nombre: { $key } lo guarda.

# Recuentos que van a los alcances del mapa abierto
import-into-reaches = los alcances de este mapa
import-reaches = Los alcances de este mapa
import-rows-with-touchpoint = { $found } de { $count ->
    [one] 1 fila con punto de contacto
   *[other] { $count } filas con punto de contacto
}
import-no-counts = no contiene recuentos: elige la columna que los tenga y tómala como «alcance»
import-no-pairs = Ninguna fila tiene aún punto de contacto: elige una fila, y su punto de contacto con { $back } y { $on }.
import-only-rows = Solo se puede cambiar una fila del archivo.
import-row-left-out = queda fuera
import-row-unmatched = sin punto de contacto
import-similar = parecidos: { $names }
import-remembered = El nombre de la fila se guarda como su métrica.
import-found-by-id = por su id
import-found-by-metric = por su métrica
import-without-row = Puntos de contacto sin fila
import-reach-stays = { $name } no tiene fila en el archivo; su alcance no cambia: { $reach }
import-period-of-reaches = Periodo: { $period }
import-unit-of-reaches = Unidad: { $unit }
import-unit-stays = El archivo cuenta { $counted }; la unidad del mapa sigue siendo { $unit }
import-reaches-measured = { $count ->
    [one] 1 alcance medido
   *[other] { $count } alcances medidos
}
import-reaches-put-in = { $count ->
    [one] 1 alcance incorporado
   *[other] { $count } alcances incorporados
}
import-measured = { $reaches }; { $key } lo deshace.

import-too-many-touchpoints = de aquí salen { $found } puntos de contacto, y un mapa admite { $limit } como máximo; reparte el archivo e importa cada parte en su propio mapa
too-many-rows = en una hoja de Excel caben { $most } puntos de contacto como máximo, y hay { $rows }; elige csv, o toma menos con --phase, --kind o --intent
files-read = { $done } de { $count } archivos leídos

## La página web (page.rs)

page-overline = Mapa del recorrido del cliente
page-skip = Ir al mapa
page-contents = Contenido
page-made = Hecho con Periplo a partir de un archivo de texto que se puede leer, comparar y fusionar.
page-no-touchpoints = El mapa aún no tiene puntos de contacto.
page-print = Al imprimir
page-print-phases = Una página por fase, con todos los detalles
page-print-one = Todas las fases en una página
page-print-now = Imprimir
page-count-touchpoints = { $count ->
    [one] punto de contacto
   *[other] puntos de contacto
}
page-count-critical = { $count ->
    [one] momento crítico
   *[other] momentos críticos
}
page-count-warnings = { $count ->
    [one] aviso
   *[other] avisos
}
page-count-hints = { $count ->
    [one] sugerencia
   *[other] sugerencias
}
page-journey = El recorrido
page-alternatives = Alternativas: una de estas
page-empty-phase = Aún no hay puntos de contacto en esta fase.
page-unknown-reach = alcance desconocido
page-emotions = Emociones
page-no-emotions = Aún no se conoce ninguna emoción: ponlas en los puntos de contacto y la curva se dibujará aquí.
page-lowest-emotion = La más baja ({ $feeling }) está en «{ $name }».
page-curve-in-words = Lo mismo está en la tabla de abajo.
page-curve-table = Las emociones de cada punto de contacto
page-funnel-in-words = Todas las cifras están en la tabla de abajo.
page-funnel-table = El embudo, paso a paso
page-overall-conversion = conversión total
page-conversion = conversión
page-lost = perdidos
page-likelihood = probabilidad de comprar
page-remarks = observaciones
page-loop = Después de la compra
page-loop-table = El ciclo posterior a la compra, en % de { $buyers }
page-balance-table = Puntos de contacto por fase, intención y tipo
page-known = Lo que se sabe
page-gaps = Lo que falta
page-findings = Lo que encuentra la revisión
page-inventory = Inventario
page-inventory-table = Todos los puntos de contacto, uno por fila
page-find = Buscar
page-any = todo
page-reset = Mostrar todo
page-shown = Se muestran { $shown } de { $all }.
page-count-buyers = { $count ->
    [one] comprador
   *[other] compradores
}
page-votes = { $count ->
    [one] 1 voto
   *[other] { $number } votos
}
page-emotions-known = { $count ->
    [one] Se conoce la emoción de 1 de { $total } puntos de contacto.
   *[other] Se conoce la emoción de { $count } de { $total } puntos de contacto.
}
page-place = { $phase }, paso { $position }

## Importar (import.rs)

import-empty = no contiene nada; elige otro archivo
import-quote-open = columna { $column } («{ $heading }»): las comillas que abren esta celda no se cierran nunca; ciérralas o vuelve a guardar la tabla en la hoja de cálculo
import-quote-merges = columna { $column } («{ $heading }»): las comillas que abren esta celda no se cierran hasta la línea { $line }, dentro de otra celda, y se unirían filas; ciérralas donde acaba la celda o vuelve a guardar la tabla en la hoja de cálculo
import-quote-swallows = columna { $column } («{ $heading }»): esta celda acaba en la línea { $line } y parece contener otras filas; revisa sus comillas
import-quote-text-after = columna { $column } («{ $heading }»): hay texto tras las comillas de cierre; dentro de una celda, escribe dos veces cada comilla
import-encoding = la línea { $line } no está en UTF-8; vuelve a guardar el archivo como «CSV UTF-8» e importa ese
import-zero-byte = la línea { $line } contiene un byte cero, que no es texto; vuelve a guardar el archivo como «CSV UTF-8» e importa ese
import-own-map = esto ya es un mapa; ábrelo con: periplo { $typed }
import-no-name-column = ninguna columna se llama «{ $column }»; la primera línea debe nombrar las columnas como en un inventario
import-no-phase-column = no hay ninguna columna «{ $column }»; todos los puntos de contacto van antes de la compra. Si otra columna tiene etapas, nómbralas con --phases "NOMBRE=FASE, …"
import-several-maps = contiene varios mapas; elige uno con --map: { $maps }
import-no-such-map = no contiene ningún mapa «{ $wanted }»; elige uno con --map: { $maps }
import-map-name = «{ $title }» ({ $file })
import-of-no-map = { $column }: la fila no es de ningún mapa; escribe ahí el título
import-several-values = { $column }: las filas no coinciden; se toma «{ $kept }», cámbialo en el editor
import-rounded = { $column }: «{ $found }» puede haber perdido cifras; se ha leído { $read }, compruébalo
import-mixed-grouping = { $column }: { $first }, { $second }; una de las dos puede ser un decimal: comprueba ambas
import-read-as = «{ $found }» se ha leído como { $read }
import-sorted = las filas de { $phase } no siguen el orden de la columna «{ $column }»; se han ordenado según ella. Borra la columna para conservar el orden de las filas
import-order-unclear = las filas de { $phase } no siguen el orden de la columna «{ $column }», y algunos de sus números faltan o se repiten; las filas conservan su orden. Revisa el orden y las alternativas
import-step-apart = las filas del paso { $step } no están seguidas; desde aquí es un paso aparte. Revisa las alternativas
import-repeated-id = «{ $name }» tiene el ID de una fila anterior y ha recibido otro; deja vacío el ID de una fila copiada
import-other-unit = el archivo cuenta { $counted }, y la unidad del mapa sigue siendo { $unit }
import-foreign-ids = { $column }: { $count ->
    [one] «{ $found }» no es el ID de un punto de contacto y se deja fuera
   *[other] { $count } celdas, la primera «{ $found }», no son ID de puntos de contacto y se dejan fuera
}
import-odd-cells = { $count ->
    [one] una celda no se entiende y se conserva en las notas: { $fault }
   *[other] { $count } celdas de una columna no se entienden y se conservan en las notas; la primera: { $fault }
}
import-cut-texts = { $count ->
    [one] «{ $found }» es demasiado largo para su campo; ahí se corta, y el texto entero queda en las notas
   *[other] { $count } textos son demasiado largos para su campo, el primero «{ $found }»; ahí se cortan, y los textos enteros quedan en las notas
}
import-marked-lines = { $count ->
    [one] las marcas de entrada rápida de «{ $found }» se leyeron como tales y no forman parte del nombre
   *[other] las marcas de entrada rápida de { $count } líneas, la primera «{ $found }», se leyeron como tales y no forman parte de los nombres
}
import-transitions = { $others ->
    [0] cada cambio de «{ $before }» a «{ $after }» cuenta en las dos etapas
    [one] cada cambio de «{ $before }» a «{ $after }» cuenta en las dos etapas; se dejó fuera un cambio de otro campo
   *[other] cada cambio de «{ $before }» a «{ $after }» cuenta en las dos etapas; se dejaron fuera { $others } cambios de otros campos
}
import-long-rows = { $count ->
    [one] esta fila tiene más celdas que encabezados; se conservan en las notas. Busca unas comillas que falten o un separador de más
   *[other] { $count } filas tienen más celdas que encabezados y esta es la primera; se conservan en las notas. Busca unas comillas que falten o un separador de más
}
import-long-count-rows = { $count ->
    [one] esta fila tiene más celdas que encabezados; las que sobran se omiten. Un número como 18,240 necesita comillas
   *[other] { $count } filas tienen más celdas que encabezados, esta es la primera; las que sobran se omiten. Un número como 18,240 necesita comillas
}
import-day-first = { $column }: las fechas como «{ $found }» se han leído con el día primero
import-no-stage-above = { $column }: { $count ->
    [one] esta celda está vacía y ninguna fila de arriba tiene fase; la fila va en «{ $phase }»: { $names }
   *[other] hay { $count } celdas vacías sin ninguna fase en las filas de arriba y esta es la primera; sus filas van en «{ $phase }»: { $names }
}
import-filled-down = { $column }: { $count ->
    [one] esta celda está vacía y la fila recibe la fase de la fila de arriba: { $names }
   *[other] hay { $count } celdas vacías y esta es la primera; sus filas reciben la fase de la fila de arriba: { $names }
}
import-shared-cells = { $column }: { $count ->
    [one] un valor se ha puesto en todos los puntos de contacto de su etapa
   *[other] { $count } valores se han puesto cada uno en todos los puntos de contacto de su etapa
}
import-unpaired-cells = { $column }: { $count ->
    [one] una celda es de toda su etapa; está en las notas del primer punto de contacto de la etapa
   *[other] { $count } celdas son de etapas enteras; cada una está en las notas del primer punto de contacto de su etapa
}
import-second-cells = { $column }: { $count ->
    [one] una celda es un segundo valor de su punto de contacto; está en las notas
   *[other] { $count } celdas son un segundo valor de su punto de contacto; están en las notas
}
import-emotions-of-five = { $column }: los números del 1 al 5 se han leído como −2 a +2
import-other-tables = solo se ha leído la tabla { $read }; para leer otra, indica su nombre con --sheet: { $others }
import-no-such-column = no contiene ninguna columna «{ $wanted }»; sus columnas son { $columns }
import-no-touchpoints = ninguna columna ni campo contiene puntos de contacto; indica uno con --column ENCABEZADO=touchpoint. Hay { $columns }
import-choose-touchpoints = no se sabe qué columna contiene los puntos de contacto: elige la que los tiene y dale el significado «punto de contacto»
import-rows-of-persons = una fila parece una persona («{ $person }»). Cuenta cuántas personas llegan a cada paso e importa una tabla de pasos y recuentos; o indica las etapas de un registro con --column ENCABEZADO=phase, o los puntos de contacto con --column ENCABEZADO=touchpoint. Sus columnas o campos son { $columns }
import-snapshot = «{ $person }» es distinto en cada fila, así que cada etapa cuenta los que están ahora en ella, sin los que ya pasaron por ella
import-added-rows = estos pasos tienen varias filas, cuyos recuentos se suman: { $steps }
import-added-columns = { $headings }: en cada paso se suman los recuentos de estas columnas
import-numbered-steps = { $heading } solo tiene números, así que los pasos se llaman { $names }, etc.
import-several-of-step = { $heading } tiene varios valores en estos pasos y ahí se deja fuera: { $steps }
import-whole-group = «{ $group }» en «{ $heading }» cuenta a todos, así que solo cuentan sus filas

# Lo que se ha supuesto.
import-without-headings = la primera fila no tiene encabezados; las columnas se llaman A, B, C …
import-shape-inventory = leído como inventario: cada fila es un punto de contacto
import-shape-cards = leído como tarjetas: cada fila es un punto de contacto
import-shape-board = leído como tablero sin encabezados: cada línea es un punto de contacto
import-shape-matrix = leído como matriz: una fila o columna por etapa, con varios puntos de contacto en una celda
import-shape-funnel = leído como embudo: cada paso es un punto de contacto, con cuántos llegaron a él
import-shape-events = leído como registro de visitas: cada etapa es un punto de contacto, con cuántas personas distintas llegaron a ella
import-column-field = { $headings }: se interpreta como { $field }
import-column-position = { $headings }: se interpreta como el orden de las tarjetas
import-column-colour = { $headings }: se interpreta como el color de la tarjeta; --colour da un significado a un color
import-column-tags = { $headings }: se interpreta como las etiquetas de la tarjeta; --tag da un significado a una etiqueta
import-column-date = { $headings }: se interpreta como fechas, que dan el periodo
import-column-person = { $headings }: se interpreta como la persona
import-column-activity = { $headings }: se interpreta como lo que hizo la persona
import-column-steps = { $headings }: se interpreta como pasos con sus recuentos
import-column-computed = { $headings }: se deduce de los recuentos y se deja fuera
import-column-money = { $headings }: se interpreta como dinero y se deja fuera; --column ENCABEZADO=step lo incluye
import-column-segment = { $headings }: se interpreta como grupos de clientes, que se suman; --where ENCABEZADO=VALOR elige uno
import-column-technical = { $headings }: solo lo necesita el otro programa y se deja fuera
import-column-noted = { $headings }: no es un campo de los puntos de contacto y se conserva en las notas
import-column-left-out = { $headings }: se deja fuera
import-stages = fases según los nombres: { $stages }
import-stages-guessed = fases tomadas de la etapa anterior, porque ningún nombre las indica: { $stages }. --phases "NOMBRE=FASE, …" da otras
import-stages-by-place = fases supuestas por el orden de las etapas, porque ningún nombre las indica: { $stages }. --phases "NOMBRE=FASE, …" da otras
import-stage = «{ $name }» es { $phase }
import-left-out-total = { $count ->
    [one] «{ $found }» es un total y se deja fuera
   *[other] { $count } filas son totales, la primera «{ $found }»; se dejan fuera
}
import-left-out-double = { $count ->
    [one] «{ $found }» aparece dos veces y cuenta una
   *[other] { $count } líneas aparecen dos veces, la primera «{ $found }»; cuentan una vez
}
import-left-out-prompt = { $count ->
    [one] «{ $found }» es una pregunta del tablero y se deja fuera
   *[other] { $count } líneas son preguntas del tablero, la primera «{ $found }»; se dejan fuera
}
import-left-out-link = { $count ->
    [one] «{ $found }» es un enlace y se deja fuera
   *[other] { $count } líneas son enlaces, la primera «{ $found }»; se dejan fuera
}
import-left-out-title = { $count ->
    [one] «{ $found }» es un título, no un punto de contacto
   *[other] { $count } líneas son títulos, la primera «{ $found }»; no son puntos de contacto
}
import-left-out-exit = { $count ->
    [one] en «{ $found }» la gente se va, así que no es un paso
   *[other] en { $count } etapas la gente se va, la primera «{ $found }»; no son pasos
}
import-left-out-no-text = { $count ->
    [one] la fila de «{ $found }» no nombra ningún punto de contacto y se deja fuera
   *[other] { $count } filas no nombran ningún punto de contacto, la primera la de «{ $found }»; se dejan fuera
}
import-left-out-not-chosen = { $count ->
    [one] una fila tiene otro valor que el elegido
   *[other] { $count } filas tienen otro valor que el elegido
}

import-field = { $field }: { $fault }
import-found = «{ $found }»: { $fault }
import-unknown-word = «{ $found }» no se conoce; escribe { $known }{ $near }
import-no-phase = aquí no hay nada escrito; escribe { $known }
import-no-emotion = «{ $found }» no es una emoción; escribe un número entero de -2 a 2
import-no-date = «{ $found }» no es una fecha; escribe año, mes y día, como 2026-12-15
import-no-id = «{ $found }» no es un ID de 8 caracteres; vuelve a poner el antiguo o déjalo vacío para un punto de contacto nuevo
import-needs-text = hace falta un texto entre comillas
import-needs-texts = hace falta una lista de textos, como ["uno", "dos"]
import-needs-number = hace falta un número entero sin comillas
import-needs-flag = hace falta true o false
import-needs-object = hace falta un objeto, entre llaves
import-needs-objects = hace falta una lista de objetos
import-not-json = columna { $column }: esto no es JSON válido; busca una coma, unas comillas o un corchete que falte o sobre
import-unknown-field = el campo «{ $field }» no se conoce; existen { $known }{ $near }
import-repeated-field = el campo «{ $field }» está escrito dos veces; borra uno
import-missing-field = falta el campo «{ $field }»; añádelo
import-other-format = el mapa es del formato { $found } y solo se puede leer el { $format }; expórtalo otra vez o consigue un Periplo más nuevo
source-windows-1252 = esto no está en UTF-8 y se ha leído como Windows-1252; si ves letras raras, vuelve a guardar el archivo como «CSV UTF-8»
source-damaged-characters = desde aquí hay caracteres dañados, que se muestran como �; búscalos o vuelve a guardar el archivo en UTF-8
source-entities = { $count ->
    [one] cada & de esta tabla empieza una entidad como &amp;, así que se han descodificado en 1 celda
   *[other] cada & de esta tabla empieza una entidad como &amp;, así que se han descodificado en { $count } celdas
}
source-other-format = el archivo se llama como { $named } y se ha leído como { $found }, que es lo que contiene
source-old-workbook = este libro es antiguo (.xls) o está protegido con contraseña; guárdalo en la hoja de cálculo como .xlsx sin contraseña e importa ese archivo
source-protected-workbook = este libro está protegido con contraseña; guárdalo en la hoja de cálculo sin ella e importa ese archivo
source-other-archive = esto es un archivo zip y no un libro; descomprímelo e importa el archivo que contiene
source-large-workbook = este libro es demasiado grande: más de 512 MiB descomprimido o más de 20 millones de celdas; guarda la hoja de los puntos de contacto como «CSV UTF-8» e importa ese archivo
source-damaged-workbook = este libro está dañado; ábrelo en la hoja de cálculo, vuelve a guardarlo e importa ese archivo
source-hidden-sheets-to-choose = hay hojas ocultas: { $names }; para leer una, elígela en la fila «{ $row }»
source-tables-to-part = { $count ->
    [one] se ha leído el diagrama, y no la tabla de esta página; para leer la tabla, guárdala en un archivo aparte
   *[other] se ha leído el diagrama, y no las { $count } tablas de esta página; para leer una, guárdala en un archivo aparte
}
source-hidden-sheets = las hojas ocultas no se han leído: { $names }; para leer una, indica su nombre con --sheet
source-no-such-sheet = no hay ninguna hoja ni tabla «{ $wanted }»; hay: { $names }
source-large-table = esta tabla es demasiado grande: más de 20 millones de celdas; usa los mismos campos en todos los objetos, o divide el archivo
source-chat = parece un chat: se han quitado la hora y el nombre delante de { $count } mensajes
source-web-page = esto es una página web y no una tabla; ábrela en un navegador o en una hoja de cálculo, guarda la tabla como CSV o xlsx e importa ese archivo
source-no-json-table = este JSON no contiene ninguna tabla; hace falta una lista de objetos, cada uno con un campo para el punto de contacto, como [{"{"}"touchpoint": "Paga", "phase": "during"{"}"}]
source-repeated-field = el campo «{ $field }» está escrito dos veces en este objeto; se usa el primer valor
source-tables-beside-diagram = { $count ->
    [one] se ha leído el diagrama de recorrido y no la tabla de esta página; para leer la tabla, indica con --sheet el título que lleva encima
   *[other] se ha leído el diagrama de recorrido y no las { $count } tablas de esta página; para leer una, indica con --sheet el título que lleva encima
}
source-page-facts = estos datos del mapa no se leen de una página: { $labels }; escríbelos en el editor, o importa el mapa de JSON
source-joined-by-stage = las tablas { $names } se leyeron como una sola; sus nombres son las etapas
source-fields-beside = estos campos que acompañan a las filas no se leen: { $names }
source-closed-cards = { $count ->
    [one] se dejó fuera una tarjeta archivada
   *[other] se dejaron fuera { $count } tarjetas archivadas
}
source-lines-left-out = { $count ->
    [one] «{ $found }» no es un elemento de una lista y se dejó fuera
   *[other] { $count } líneas no son elementos de una lista y se dejaron fuera, la primera «{ $found }»
}
source-items-beside-table = { $count ->
    [one] el elemento «{ $found }» de una lista de esta página no se leyó, porque la página tiene una tabla
   *[other] { $count } elementos de listas de esta página no se leyeron, el primero «{ $found }», porque la página tiene una tabla
}
source-nothing-on-page = en esta página no hay ningún diagrama de recorrido, ninguna tabla ni ninguna lista; un diagrama empieza con una línea ```mermaid y la palabra journey, una tabla con una línea de encabezados y una línea | --- |
import-only-headings = solo contiene encabezados y ninguna fila debajo: { $columns }
import-no-chosen-row = ninguna fila tiene { $wanted }
measure-no-steps = no se sabe qué columna contiene los pasos y cuál sus recuentos; indícalas con --column ENCABEZADO=step y --column ENCABEZADO=reach. Hay { $columns }
import-no-such-marks = ninguna tarjeta tiene estas etiquetas o colores: { $names }
import-no-such-stages = el archivo no tiene etapas con estos nombres: { $names }
import-and-more = y { $count } más
measure-refused =
    { $count ->
        [one] no se ha escrito nada; corrige esto y vuelve a medir
       *[other] no se ha escrito nada; corrige estos { $count } errores y vuelve a medir
    }
import-refused =
    { $count ->
        [one] no se ha escrito nada; corrige esto y vuelve a importar
       *[other] no se ha escrito nada; corrige estos { $count } errores y vuelve a importar
    }
import-more-remarks = y { $count } más
import-strict = no se ha escrito nada, porque --strict no admite avisos; corrígelos o importa sin esa opción
import-lacks-of-map = nota: el archivo no tiene estos campos del mapa: { $fields }. Complétalos en el editor, o actualiza un mapa que ya exista con --into
import-lacks-of-touchpoints = nota: el archivo no tiene estos campos de los puntos de contacto: { $fields }
csv-splits-actors = { $count ->
    [one] un participante de 1 punto de contacto tiene un «;» en el nombre y al volver se lee como dos; escribe una coma, o conserva también el mapa
   *[other] hay participantes de { $count } puntos de contacto con un «;» en el nombre, que al volver se leen como dos; escribe una coma, o conserva también el mapa
}
import-open-with = Ábrelo con: periplo { $typed }
import-updated = { $file }: mapa actualizado
import-unchanged = { $file } ya tiene todo esto; no se ha escrito nada
import-unconfirmed = { $file } no ha cambiado; añade --yes para hacerlo, o indica con --base el mapa del que salió el archivo
import-none-known = ningún punto de contacto de { $file } está en este archivo; comprueba que es de ese mapa y que las filas tienen su ID
import-unmatched = { $count ->
    [one] Una fila (?) no corresponde a ningún punto de contacto del mapa, o corresponde a varios con el mismo nombre, y no se añade; --add-new la añade
   *[other] { $count } filas (?) no corresponden a ningún punto de contacto del mapa, o corresponden a varios con el mismo nombre, y no se añaden; --add-new las añade
}
import-missing-stay =
    { $count ->
        [one] Un punto de contacto del mapa no está en el archivo y se queda; --delete-missing lo borra
       *[other] { $count } puntos de contacto del mapa no están en el archivo y se quedan; --delete-missing los borra
    }
import-reading-file = leyendo { $file } …
import-writing-file = guardando { $file } …
import-would-write = no se ha escrito nada (--dry-run); puntos de contacto antes de la compra: { $before }, durante: { $during }, después: { $after }
import-written = { $file }: mapa creado; puntos de contacto antes de la compra: { $before }, durante: { $during }, después: { $after }

## Recuentos que se ponen en un mapa (measure.rs)

measure-reaches = Alcances: { $about }
measure-remembered = { $line } ({ $row }, guardado como su métrica)
measure-rows = Filas sin punto de contacto; dales uno con --pair "FILA=PUNTO"
measure-row = ? { $name }: { $count }
measure-nearest = { $row } (parecidos: { $names })
measure-rival = { $row } (varias filas corresponden a { $name }, así que ninguna cuenta)
measure-uncounted = Filas sin recuento
measure-touchpoints = Puntos de contacto sin fila; su alcance no cambia
measure-no-counts = no hay recuentos en este archivo; indica su columna con --column ENCABEZADO=reach
measure-nothing-fits = ninguna fila corresponde a un punto de contacto de { $file }; da filas a los puntos con --pair "FILA=PUNTO"
measure-unconfirmed = { $file } no ha cambiado; añade --yes para guardar estos alcances
measure-written = { $file }: { $count ->
    [one] un alcance guardado
   *[other] { $count } alcances guardados
}
measure-other-unit = la tabla cuenta { $counted }, y la unidad del mapa sigue siendo { $unit }; --unit la cambia
measure-near = ; parecidos: { $names }
measure-pair-form = a --pair «{ $pair }» le falta el signo =; escríbelo así: "begin_checkout=Paga en la web"
measure-no-such-row = --pair: ninguna fila con recuento se llama «{ $row }»{ $near }
measure-several-rows = --pair: varias filas se llaman «{ $row }»; elige una con --where ENCABEZADO=VALOR
measure-no-such-touchpoint = --pair: ningún punto de contacto tiene el nombre o el ID «{ $name }»{ $near }
measure-several-touchpoints = --pair: varios puntos de contacto se llaman «{ $name }»; escribe uno de los ID: { $ids }
measure-pair-twice = --pair «{ $pair }»: su fila o su punto de contacto ya está en otro par
measure-odd-cells = { $count ->
    [one] una celda no se entiende y no se cuenta: { $fault }
   *[other] { $count } celdas de una columna no se entienden y no se cuentan; la primera: { $fault }
}

## Diagramas de recorrido de Mermaid (mermaid.rs)

mermaid-lost = un diagrama de recorrido no tiene sitio para { $fields }; conserva también el mapa
mermaid-unknown-emotions = { $count ->
    [one] 1 punto de contacto sin emoción se dibuja con la puntuación 3, porque Mermaid exige una; un comentario indica que se desconoce
   *[other] { $count } puntos de contacto sin emoción se dibujan con la puntuación 3, porque Mermaid exige una; unos comentarios indican que se desconoce
}
mermaid-no-diagram = aquí no hay un diagrama de recorrido; su primera palabra tiene que ser journey
mermaid-none-on-page = en esta página no hay ningún diagrama de recorrido; pon uno entre una línea ```mermaid y una línea ```, con journey como primera palabra
mermaid-no-journey = esto empieza por «{ $word }»; la primera palabra de un diagrama de recorrido es journey, en minúsculas
mermaid-second-journey = una línea no puede empezar por la palabra journey; escribe #106;ourney o empieza con otra palabra
mermaid-more-journeys = hay { $count } diagramas de recorrido y se ha leído el primero; elige otro por su número o título con --diagram: { $titles }
mermaid-no-such-diagram = no hay ningún diagrama de recorrido «{ $wanted }»; elige uno por su número o título con --diagram: { $titles }
mermaid-numbered-title = { $number } «{ $title }»
mermaid-front-matter = el título de la cabecera no se puede leer; ponlo entre comillas dobles
mermaid-second-title = el diagrama ya tiene título; este lo sustituye: borra uno de los dos
mermaid-task-as-title = esta línea empieza por la palabra title, así que «{ $text }» es el título del diagrama; escribe #116;itle si es una tarea
mermaid-semicolon = Mermaid se detiene en el punto y coma; escribe #59; en su lugar
mermaid-comment = # empieza un comentario, así que «{ $text }» se omite; escribe #35; en su lugar si es parte del texto
mermaid-hidden-line = %% convierte toda la línea en un comentario, así que «{ $text }» se omite; escribe #37;#37; si es parte del texto
mermaid-swallowed = { $word } no tiene texto propio y tomó la línea de abajo, «{ $text }»; escribe su texto en la misma línea o bórralo
mermaid-no-text = { $word } no tiene texto; escribe uno después de sus dos puntos o bórralo
mermaid-unclosed-description = esta descripción no se cierra; escribe {"}"} donde termina
mermaid-unclosed-directive = este %%{"{"} no se cierra, así que lo que sigue se omite; escribe {"}"}%% donde termina
mermaid-style-end = Mermaid lee esta línea como un estilo y le quita el último punto y coma; deja un espacio después de los dos puntos
mermaid-cut = esto era demasiado largo y se ha cortado a { $limit } caracteres: «{ $text }»; escríbelo más corto
mermaid-unknown-character = ningún carácter se llama #{ $name };, así que queda como está; escribe el propio carácter o su número
mermaid-no-name = antes de los dos puntos no hay ninguna tarea; escribe ahí lo que hace el cliente
mermaid-cut-name = # empieza un comentario después de «{ $name }» y oculta su puntuación; escribe #35; en su lugar
mermaid-needs-score = «{ $name }» no tiene puntuación; escribe después dos puntos y un número del 1 al 5
mermaid-no-score = no hay puntuación, y Mermaid la lee como 0; la emoción queda desconocida: escribe un número del 1 al 5
mermaid-no-number = la puntuación «{ $score }» no es un número; la emoción queda desconocida: escribe un número del 1 al 5
mermaid-other-score = la puntuación { $score } se lee como { $taken }; escribe un número entero del 1 al 5
mermaid-dropped = una tarea lleva dos puntos dos veces, antes de su puntuación y antes de sus participantes, así que «{ $text }» se omite; escribe #58; en lugar de los dos puntos de un nombre
mermaid-no-actor = se omite un participante sin nombre; borra la coma o los dos puntos que sobran
mermaid-repeated-id = «{ $name }» tiene el ID de una tarea anterior y ha recibido otro; borra el comentario que está sobre una tarea copiada
mermaid-section = Sección: { $name }
mermaid-no-sections = el diagrama no tiene secciones, así que todo va antes de la compra; escribe líneas como: section Durante
mermaid-above-sections = esto está encima de la primera sección, así que va antes de la compra; escribe encima una línea section
mermaid-guessed = ninguna sección se llama como una fase, así que las fases se asignaron por orden: { $parts }; usa --phases para cambiarlo
mermaid-neighbours = los nombres de estas secciones no se conocen, así que cada una recibió la fase de la sección anterior: { $parts }; usa --phases para cambiarlo
mermaid-colon-in-section = el nombre de una sección no lleva dos puntos; escribe #58; en su lugar
mermaid-section-twice = la sección «{ $name }» ya está en la línea { $line }; cambia el nombre de una de ellas o júntalas
mermaid-empty-section = la sección «{ $name }» no tiene tareas y se omite; escribe una debajo o bórrala
mermaid-no-such-section = --phases asigna una fase a «{ $name }», pero esa sección no existe; hay: { $known }
mermaid-too-large = el diagrama tiene { $size } caracteres y Mermaid dibuja como mucho { $limit }; sube su ajuste maxTextSize o exporta un mapa más pequeño
mermaid-part = «{ $name }» { $phase }
mermaid-earlier-phase = la sección «{ $name }» ({ $phase }) viene tras una fase posterior, así que sus puntos de contacto se pusieron delante; revisa el orden

# La sala: lo que se dice a quienes participan, en sus teléfonos.
room-fault-token = Este enlace ya no es válido. Pide el actual a quien modera.
room-fault-host = Esta dirección no es la de la sala. Usa el enlace que muestra quien modera.
room-fault-origin = Otro sitio no puede escribir en la sala. Usa el enlace que muestra quien modera.
room-fault-not-found = No se ha encontrado.
room-fault-method = No permitido.
room-fault-too-long = Es demasiado largo. Escribe menos.
room-fault-content-type = La sala solo acepta JSON.
room-fault-body = La sala no lo entiende. Vuelve a cargar la página.
room-fault-too-fast = Demasiadas peticiones. Espera un momento.
room-fault-no-answer = El programa de quien modera no responde. Inténtalo de nuevo.
room-refused-locked = La entrada está bloqueada: ahora no se admite a nadie más.
room-refused-full = La sala está llena.
room-refused-unknown-client = No estás en la sala. Vuelve a cargar la página para entrar.
room-refused-unknown-contribution = Esta línea no es tuya o ya no está pendiente.
room-refused-not-collecting = Ahora no se recoge nada.
room-refused-too-many-waiting = La lista de líneas pendientes está llena. Inténtalo más tarde.
room-refused-too-many-of-one = Has escrito todas las líneas que puede escribir una persona.
room-refused-not-voting = Ahora no hay votación.
room-refused-too-many-dots = Tienes { $limit } puntos en total.
room-refused-too-many-on-one = Puedes dar como mucho { $limit } puntos a un punto de contacto.
room-refused-unknown-touchpoint = Este punto de contacto ya no está en el mapa.
room-refused-not-kept = El programa de quien modera no puede escribir en su disco, así que no se ha guardado. Inténtalo más tarde.
room-closed = La sala está cerrada; lo que está pendiente se queda aquí.
room-link-renewed = Hay un enlace nuevo: todos tienen que escanear el código nuevo.
room-not-opened = No se puede abrir la sala: { $why }. Elige otra dirección, o indica otro puerto con --port.
room-not-kept = Lo que llega de la sala no se puede guardar en el disco: { $why }. No se aceptan más líneas ni puntos hasta que vuelva a funcionar.
ask-left-room = { $count ->
    [one] La última sesión de esta sala terminó con una aportación pendiente.
   *[other] La última sesión de esta sala terminó con { $count } aportaciones pendientes.
}
answer-take-over-room = dejarlas en el panel de la sala
answer-discard-room = borrarlas
room-port-taken = otro programa tiene este puerto
room-address-not-here = este equipo no tiene la dirección
room = Sala
room-pane = Sala · { $people } dentro · { $waiting } pendientes
room-is-closed = La sala está cerrada. { $key } la abre.
room-round-open = Todos escriben y ven lo que escriben los demás.
room-round-hidden = Todos escriben, y nadie ve lo de los demás hasta que { $reveal } lo muestra: { $waiting } líneas de { $writers } personas por ahora.
room-round-vote = Cada persona tiene { $each } puntos para dar; por ahora se han dado { $dots }. { $reveal } los muestra y los suma al mapa.
room-round-ended = La ronda ha terminado. { $reveal } muestra el resultado a todos.
room-round-closed = Ahora nadie escribe ni vota.
room-round-revealed = { $count ->
    [one] Se ha sumado un punto a los votos.
   *[other] Se han sumado { $count } puntos a los votos.
}
room-doors-open = Puertas abiertas: las líneas van directamente al tablero, y deshacer no llega a ellas.
room-doors-closed = Puertas cerradas: las líneas esperan aquí.
room-locked = La entrada está bloqueada: no entra nadie más.
room-unlocked = La entrada está desbloqueada: entra quien tenga el enlace.
room-declined = { $count ->
    [one] Se ha rechazado una línea.
   *[other] Se han rechazado { $count } líneas iguales.
}
room-focus = { $key } lleva a este panel, donde hay teclas para recoger, mostrar y votar.
room-taken = { $count ->
    [one] Un punto de contacto está en el tablero; { $undo } lo deshace.
   *[other] { $count } puntos de contacto están en el tablero; { $undo } los deshace.
}
room-votes-revealed = { $count ->
    [one] Se ha sumado un punto a los votos; { $undo } lo deshace.
   *[other] Se han sumado { $count } puntos a los votos; { $undo } los deshace.
}
room-collects-hidden = Ahora nadie ve lo que escriben los demás hasta que lo muestres.
room-votes = { $count ->
    [one] Empieza la votación: cada persona tiene un punto.
   *[other] Empieza la votación: cada persona tiene { $count } puntos.
}
ask-dots = Puntos por persona (5/3: como mucho 3 en un punto de contacto):
not-dots = Escribe un número del 1 al { $limit }, como 5, o 5/3 para como mucho 3 en un punto de contacto.
room-title = sala abierta, { $count } dentro ({ $key }: enlace, cerrar)
room-title-short = sala { $count } ({ $key })
room-share-title = Sala
room-choose-address = La gente escanea un código con el teléfono y escribe puntos de contacto. Elige la dirección de la red en la que están los teléfonos.
room-loopback = (solo este equipo)
room-plain-http = Lo que se envía no va cifrado: otras personas de esta red pueden leerlo. Quien tenga el enlace puede entrar, y votar más de una vez con varios navegadores.
room-scan = Escanea el código o abre este enlace:
room-people = { $count ->
    [0] Todavía no hay nadie en la sala.
    [one] Hay una persona en la sala.
   *[other] Hay { $count } personas en la sala.
}
room-link-keys = { $lock } bloquea la entrada, { $new_link } hace un enlace nuevo y desconecta a todos, { $close } cierra la sala.
room-code-too-large = Una ventana más grande muestra también el código.
ask-left-vote = { $dots ->
    [one] La última sesión de esta sala terminó durante una votación, con un punto sin mostrar.
   *[other] La última sesión de esta sala terminó durante una votación, con { $dots } puntos sin mostrar.
}
answer-take-over-vote = seguir con la votación
answer-discard-vote = borrarlos
room-lines = las líneas de la sala
room-other-port = El puerto { $usual } está ocupado, así que la sala tiene el { $port }: los teléfonos que ya estaban en una sala empiezan de nuevo.
list-phase = { $phase }: { $count ->
    [0] ningún punto de contacto
    [one] 1 punto de contacto
   *[other] { $count } puntos de contacto
}
list-alternative = alternativa al anterior
list-channel = canal { $channel }
list-reach = alcance { $reach } { $evidence }
list-emotion = emoción { $emotion }
list-critical = momento crítico
list-id = ID { $id }
edit-added = { $file }: añadido «{ $name }» ({ $phase })
edit-removed = { $file }: quitado «{ $name }»
edit-moved = { $file }: movido «{ $name }» ({ $phase })
edit-dry-run = { $done }; solo es una prueba, no se ha escrito nada
edit-unknown-id = { $file } no tiene ningún punto de contacto con el ID «{ $id }»; para ver los ID: periplo list { $typed }
edit-other-phase = «{ $name }» no está en la fase { $phase }; da su fase a --phase o quita --after
edit-after-itself = «{ $name }» no puede ir detrás de sí mismo; da a --after el ID de otro punto de contacto
edit-first-of-phase = «{ $name }» es el primero de su fase y no puede ser una alternativa: no tiene ninguno encima; muévelo antes
edit-shortened = el texto es demasiado largo para un nombre: sus primeras palabras son el nombre, y todo está en las notas
edit-map-full = { $file } tiene tantos puntos de contacto como caben en un mapa; quita algunos o empieza otro mapa
edit-set = { $file }: cambiado «{ $name }»
edit-no-sign = a «{ $typed }» le falta el signo =; escribe CAMPO=VALOR, como reach=40000
edit-field-twice = el campo { $field } aparece dos veces; deja solo una
edit-near-field = no existe el campo «{ $field }»; uno parecido es { $near }
edit-no-field = no existe el campo «{ $field }»; los campos son { $known }
edit-no-stdin = la entrada estándar no se puede leer como texto: { $error }
