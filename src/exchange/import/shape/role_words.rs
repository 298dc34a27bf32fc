//! The headings that other programs and people write, in six languages, and what they mean.
//!
//! All words are folded: without case and accents. Those of [`WORDS`] are also without blanks.

use super::role::Role;

const TEXT: Role = Role::Field("touchpoint");
const STAGE: Role = Role::Field("phase");
const COUNT: Role = Role::Field("reach");

/// Whole headings with their meanings.
#[rustfmt::skip]
pub(super) const WORDS: &[(Role, &[&str])] = &[
    (TEXT, &["touchpoints", "touchpointname", "nameofthetouchpoint", "contactpoint", "contactpoints", "name", "text", "content",
        "card", "cardname", "cardtext", "cardtitle", "label", "title", "step", "steps", "stepname", "task", "tasks", "taskname",
        "activity", "activities", "actions", "useraction", "useractions", "customeraction", "customeractions",
        "interaction", "interactions", "doing", "moment", "moments", "sticky", "stickynote", "stickytext", "note", "notetext",
        "item", "idea", "whathappens", "whatthecustomerdoes", "eventname", "event", "page", "pagetitle", "pagename", "pagepath",
        "screen", "screenname", "landingpage", "funnelstep", "summary", "description",
        "puntosdecontacto", "puntodecontacto", "nombre", "nombredelpuntodecontacto", "texto", "contenido", "tarjeta", "etiqueta",
        "titulo", "paso", "pasos", "nombredelpaso", "tarea", "actividad", "actividades", "acciones", "accion",
        "acciondelcliente", "accionesdelcliente", "accionesdelusuario", "interaccion", "interacciones", "momento", "nota",
        "quehace", "quehaceelcliente", "evento", "nombredelevento", "pagina", "pantalla", "descripcion", "elemento", "postit",
        "pointdecontact", "pointsdecontact", "nom", "texte", "contenu", "carte", "titre", "tache", "action",
        "pontodecontato", "pontosdecontato", "pontodecontacto", "pontosdecontacto", "nome", "cartao", "passo", "passos", "tarefa",
        "acao", "acoes", "puntodicontatto", "puntidicontatto", "testo", "contenuto", "scheda", "titolo", "passaggio", "passaggi",
        "azione", "azioni", "kontaktpunkt", "kontaktpunkte", "beruhrungspunkt", "beruhrungspunkte", "bezeichnung", "inhalt", "karte",
        "titel", "schritt", "schritte", "aufgabe", "aktion", "aktionen", "handlung", "beschreibung", "quepasa", "waspassiert",
        "cosafa", "oquefaz", "cequilfait", "cequilsepasse"]),
    (STAGE, &["stage", "stages", "phases", "area", "areas", "frame", "frametitle", "section", "column", "list", "listname", "lane",
        "swimlane", "zone", "group", "groupname", "cluster", "bucket", "journeystage", "journeyphase", "stagename", "funnelstage",
        "customerstage", "lifecyclestage", "status", "etapas", "fases", "zona", "marco", "seccion", "columna", "lista", "grupo",
        "etapadelrecorrido", "fasedelrecorrido", "etapadelviaje", "fasedelviaje", "etapadeljourney", "estado", "bloque", "cuadro",
        "phasedeparcours", "etape", "etapes", "etapeduparcours", "groupe", "colonne", "liste", "section", "etapa", "fase", "secao", "coluna", "gruppo", "sezione", "colonna",
        "phase", "abschnitt", "spalte", "bereich", "gruppe", "rahmen", "tappa"]),
    (COUNT, &["count", "counts", "number", "quantity", "amountofusers", "n", "cantidad", "numero", "recuento", "conteo", "total",
        "anzahl", "quantite", "quantidade", "quantita", "views", "hits", "vistas", "uniqueusers", "totalusers", "activeusers",
        "audience", "alcance", "volume", "volumen"]),
    (Role::X, &["x", "positionx", "posx", "left", "xposition", "xpos", "posicionx", "coordx"]),
    (Role::Y, &["y", "positiony", "posy", "top", "yposition", "ypos", "posiciony", "coordy"]),
    (Role::Colour, &["colour", "color", "bgcolor", "bgcolour", "backgroundcolor", "backgroundcolour", "fill", "fillcolor", "stickycolor",
        "colordefondo", "couleur", "cor", "colore", "farbe"]),
    (Role::Tags, &["tag", "tags", "labels", "etiquetas", "etiquettes", "marcas", "tagsapplied", "schlagworte"]),
    (Role::Field("channel"), &["channels", "medium", "media", "canales", "medio", "medios", "canal", "canaux", "kanal", "kanale",
        "canale", "canali", "canais", "kontaktkanal", "vertriebskanal", "canaldecontacto", "canaldecontato", "canaldecontact",
        "canaledicontatto", "mezzo", "mezzi", "meio", "meios", "medien"]),
    (Role::Field("pain"), &["pains", "painpoint", "painpoints", "problem", "problems", "frustration", "frustrations", "barrier",
        "barriers", "friction", "dolores", "puntodedolor", "puntosdedolor", "problema", "problemas", "frustracion",
        "frustraciones", "schmerzpunkt", "schwachstelle", "puntodolente", "pontodedor", "barrera", "barreras", "friccion", "douleur", "douleurs", "irritants", "probleme", "schmerzpunkte",
        "problemi", "dor", "dores", "pointdefriction", "pointsdefriction", "friccao", "frizione", "frizioni", "attrito", "attriti",
        "puntodefriccion", "puntosdefriccion", "puntidolenti", "puntididolore", "puntodidolore", "pontosdedor", "reibungspunkt",
        "reibungspunkte", "schwachstellen", "hurde", "hurden", "frust", "frustrationen", "frustrazione", "frustrazioni", "frustracao",
        "frustracoes", "pointdedouleur", "pointsdedouleur", "dolor", "dolore", "dolori", "problemes", "dificultad", "dificultades",
        "difficulte", "difficultes", "dificuldades", "difficolta", "schmerz", "schmerzen", "irritant"]),
    (Role::Field("emotion"), &["emotions", "feeling", "feelings", "mood", "sentiment", "satisfaction", "emociones", "sentimiento",
        "sentimientos", "animo", "estadodeanimo", "satisfaccion", "emocao", "emocoes", "emozione", "emozioni", "gefuhl", "gefuhle", "stimmung", "humeur", "siente", "sesiente",
        "quesiente", "comosesiente", "feels", "feel", "howtheyfeel", "fuhlt", "wasfuhlter", "ressenti", "ressent", "sente", "sentimento",
        "sentimenti", "sentimentos", "emotionen", "empfinden", "empfindung", "empfindungen", "sentiments", "etatdesprit",
        "statodanimo", "umore", "estadodeespirito", "humor", "emocional", "emotionalstate", "emotionlevel", "zufriedenheit",
        "soddisfazione", "satisfacao"]),
    (Role::Field("need"), &["needs", "goal", "goals", "customergoal", "customergoals", "usergoals", "necesidades", "objetivo",
        "objetivos", "meta", "metas", "besoin", "besoins", "objectif", "objectifs", "bedurfnis", "bedurfnisse", "ziel", "ziele",
        "bisogno", "bisogni", "obiettivi", "obiettivo", "necessidade", "necessidades", "kundenziel", "kundenziele", "kundenbedurfnis",
        "kundenbedurfnisse", "necesidaddelcliente", "objetivodelcliente", "objectifclient", "obiettivocliente", "objetivodocliente"]),
    (Role::Field("action"), &["opportunity", "opportunities", "improvement", "improvements", "solution", "solutions", "oportunidad",
        "oportunidades", "mejora", "mejoras", "solucion", "soluciones", "nextaction", "opportunite", "opportunites", "ameliorations",
        "prochaineaction", "prochainesactions", "prossimaazione", "prossimeazioni", "proximaacao", "proximospassos", "nachsteschritte",
        "nachsteaktion", "proximospasos", "nextsteps", "siguienteaccion", "proximaaccion", "losung", "losungen",
        "soluzione", "soluzioni", "solucoes", "solucao", "massnahme", "massnahmen", "maßnahme", "maßnahmen", "chance", "chancen", "verbesserung", "verbesserungen", "amelioration", "opportunita", "miglioramenti", "melhoria", "melhorias", "oportunidade"]),
    (Role::Field("owner"), &["responsible", "owners", "responsables", "encargado", "encargada", "dueno", "assignee", "accountable",
        "verantwortlich", "responsabile", "responsabili", "responsavel", "responsaveis", "verantwortliche", "verantwortlicher",
        "verantwortung", "zustandig", "zustandige", "zustandiger", "zustandigkeit", "duena", "propietario", "propietaria",
        "proprietaire", "proprietario", "proprietaria", "pilote", "dono", "incaricato", "asignadoa", "assignedto", "zugewiesenan",
        "assignea", "assegnatoa", "atribuidoa", "personaresponsable"]),
    (Role::Field("notes"), &["comment", "comments", "remarks", "comentario", "comentarios", "observaciones", "notas", "commentaire",
        "commentaires", "kommentar", "kommentare", "bemerkungen", "anmerkungen", "commenti", "observacoes", "anmerkung", "bemerkung", "notizen", "remarques", "remarque", "osservazioni",
        "observacao", "commento", "observacion"]),
    (Role::Field("kpi"), &["kpis", "indicator", "indicators", "indicador", "indicadores", "metricas", "kennzahl", "kennzahlen", "messgrosse", "indicateur", "indicateurs", "indicatore",
        "indicatori", "metriche"]),
    (Role::Field("actors"), &["actor", "participants", "stakeholders", "stakeholder", "participantes", "actores", "acteurs", "akteur", "akteure", "acteur", "attore", "attori", "ator", "atores", "beteiligte",
        "partiesprenantes", "partesinteresadas", "partiinteressate", "intervenants", "intervinientes",
        "quieninterviene", "partecipanti"]),
    (Role::Field("value"), &["valueproposition", "propuestadevalor"]),
    (Role::Field("context"), &["situation", "situacion", "circumstances", "kontext", "contexte", "contesto", "situazione", "situacao", "umstande"]),
    (Role::Field("critical"), &["momentoftruth", "momentodelaverdad", "momentodeverdad", "momentdeverite", "momentodellaverita", "momentodaverdade", "momentderwahrheit",
        "kritisch", "critique", "critico", "cruciale"]),
    (Role::Field("due"), &["deadline", "duedate", "fechalimite", "plazo", "vencimiento", "vence", "venceel", "fechadevencimiento", "fechadeentrega", "fallig", "falligam",
        "falligkeit", "falligkeitsdatum", "frist", "echeance", "dateecheance", "datedecheance", "datelimite", "scadenza",
        "datadiscadenza", "datascadenza", "prazo", "datalimite", "vencimento", "datadevencimento", "dueon", "dueby"]),
    (Role::Field("id"), &["id", "ids", "uuid", "guid", "key", "clave", "codigo", "touchpointid", "cardid", "stickyid", "widgetid",
        "itemid", "noteid", "shapeid", "objectid", "idpuntodecontacto", "idtarjeta", "#", "nr", "no"]),
    (Role::Technical, &["stickytype", "shapetype", "borderline", "linkto", "lastupdatedby", "lastupdated", "lastcontenteditedby",
        "lastcontentedited", "integrationlabels", "createdby", "createdat", "creator", "modifiedat", "modifiedby", "updatedat",
        "updatedby", "width", "height", "size", "rotation", "zindex", "parentid", "boardid", "boardname", "author", "lastmodified",
        "creadopor", "fechadecreacion", "autor", "ancho", "alto", "idboard", "idshort", "idlist", "idmembers", "idmembersvoted",
        "idlabels", "idchecklists", "idattachmentcover", "manualcoverattachment", "datelastactivity", "shortlink", "shorturl", "url",
        "subscribed", "istemplate", "duecomplete", "duereminder", "checkitemstates", "cardrole", "nodeid", "mirrorsourceid"]),
    (Role::Segment, &["segment", "segmento", "segments", "device", "devicecategory", "dispositivo", "country", "pais", "region",
        "browser", "navegador", "source", "fuente", "campaign", "campana", "cohort", "cohorte", "variant", "variante", "plan",
        "gender", "genero", "agegroup", "platform", "plataforma", "city", "ciudad", "store", "sucursal"]),
    (Role::Activity, &["action", "activity", "accion", "actividad", "eventtype", "tipodeevento"]),
];

/// Headings of [`WORDS`] that name the text of one card.
#[rustfmt::skip]
pub(super) const CARD_TEXTS: &[&str] = &["text", "content", "card", "cardname", "cardtext", "cardtitle", "label", "title", "sticky",
    "stickynote", "stickytext", "note", "notetext", "item", "idea", "texto", "contenido", "tarjeta", "etiqueta", "titulo", "nota",
    "elemento", "postit", "texte", "contenu", "carte", "titre", "cartao", "testo", "contenuto", "scheda", "titolo", "inhalt", "karte",
    "titel"];

/// Headings of [`WORDS`] that name a touchpoint only if no other column does.
#[rustfmt::skip]
pub(super) const WEAK_TEXTS: &[&str] = &["name", "nombre", "nom", "nome", "title", "titulo", "titre", "titel", "titolo", "label",
    "etiqueta", "description", "descripcion", "beschreibung", "summary", "note", "nota", "item", "elemento", "content", "contenido",
    "status", "estado", "group", "grupo", "list", "lista", "area", "page", "pagina", "moment", "momento", "idea", "column",
    "columna", "total", "bezeichnung"];

/// Words of `--column` besides the columns of the inventory.
#[rustfmt::skip]
pub(super) const OPTION_WORDS: &[(&str, Role)] = &[
    ("name", TEXT), ("nombre", TEXT), ("stage", STAGE), ("etapa", STAGE), ("count", COUNT), ("recuento", COUNT),
    ("x", Role::X), ("y", Role::Y), ("colour", Role::Colour), ("color", Role::Colour),
    ("tag", Role::Tags), ("tags", Role::Tags), ("etiquetas", Role::Tags), ("date", Role::Date), ("fecha", Role::Date),
    ("person", Role::Person), ("persona", Role::Person), ("segment", Role::Segment), ("segmento", Role::Segment),
    ("rate", Role::Computed), ("tasa", Role::Computed), ("money", Role::Money), ("dinero", Role::Money),
    ("keep", Role::Noted), ("conservar", Role::Noted), ("none", Role::LeftOut), ("nada", Role::LeftOut), ("", Role::LeftOut),
];
