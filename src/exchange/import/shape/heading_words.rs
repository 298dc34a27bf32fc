//! Single words in the headings that other programs and people write, in six languages, and what they show together.

use super::role::Role;
use crate::exchange::import::vocabulary::plain;

const TEXT: Role = Role::Field("touchpoint");
/// The most words of a heading of what customers do, as in `What the patient does`.
const MAX_ACTION_WORDS: usize = 5;
const STAGE: Role = Role::Field("phase");
const COUNT: Role = Role::Field("reach");

#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "customer", "client", "user", "visitor", "lead", "contact", "person", "patient", "member", "account", "project", "case",
    "deal", "opportunity", "session", "subscriber", "buyer", "student", "guest", "applicant", "cliente", "usuario",
    "visitante", "contacto", "persona", "paciente", "miembro", "cuenta", "proyecto", "caso", "oportunidad", "sesion",
    "comprador", "alumno", "solicitante", "utilisateur", "visiteur", "kunde", "nutzer", "besucher", "utente", "visitatore",
    "usuaria", "clienta", "cookie", "expediente", "pedido", "order", "ticket", "solicitud", "negocio", "trato", "affaire",
    "trattativa", "negociacion", "prospect", "prospecto",
];
#[rustfmt::skip]
const IDS: &[&str] = &[
    "id", "ids", "uuid", "guid", "key",
];
/// Words that together with a person's word name the column that tells persons apart.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "number", "no", "nr", "num", "code", "codigo", "numero", "hash", "email", "n",
];
#[rustfmt::skip]
const MONEY: &[&str] = &[
    "revenue", "revenues", "income", "price", "prices", "cost", "costs", "spend", "budget", "turnover", "amount", "eur",
    "usd", "gbp", "ingreso", "ingresos", "importe", "precio", "precios", "coste", "costes", "costo", "costos", "gasto",
    "gastos", "presupuesto", "facturacion", "monto", "umsatz", "preis", "kosten", "chiffre", "recettes", "prix", "cout",
    "ricavi", "prezzo", "costi", "receita", "preco", "custo", "value", "valor", "ltv", "aov", "€", "$",
];
#[rustfmt::skip]
const COMPUTED: &[&str] = &[
    "rate", "rates", "pct", "percent", "percentage", "ratio", "conversion", "dropoff", "drop", "dropoffs", "abandonment",
    "abandonments", "abandoned", "lost", "loss", "losses", "share", "cumulative", "ctr", "cr", "change", "delta", "%",
    "tasa", "tasas", "porcentaje", "porc", "abandono", "abandonos", "perdidos", "perdidas", "perdida", "acumulado",
    "variacion", "taux", "pourcentage", "abandons", "pertes", "quote", "prozent", "verlust", "abbruche", "abbruchrate",
    "konversion", "tasso", "percentuale", "perdita", "abbandoni", "taxa", "percentual", "conversao", "conversione",
    "average", "avg", "median", "media", "promedio", "elapsed", "bounce", "rebote",
];
#[rustfmt::skip]
const DATES: &[&str] = &[
    "date", "dates", "day", "month", "week", "year", "quarter", "timestamp", "datetime", "fecha", "fechas", "dia", "mes",
    "semana", "ano", "trimestre", "jour", "mois", "semaine", "annee", "datum", "monat", "woche", "jahr", "giorno", "mese",
    "settimana", "anno", "periodo", "period", "periode", "time", "hora",
];
#[rustfmt::skip]
const COUNTED: &[&str] = &[
    "users", "sessions", "visitors", "visits", "people", "persons", "customers", "clients", "leads", "accounts", "members",
    "patients", "buyers", "count", "subscribers", "contacts", "deals", "opportunities", "entries", "impressions", "clicks",
    "pageviews", "views", "events", "responses", "usuarios", "sesiones", "visitantes", "visitas", "personas", "clientes",
    "cuentas", "miembros", "pacientes", "compradores", "contactos", "oportunidades", "entradas", "impresiones", "clics",
    "vistas", "eventos", "utilisateurs", "visiteurs", "visites", "personnes", "nutzer", "benutzer", "sitzungen", "besucher",
    "besuche", "kunden", "personen", "utenti", "sessioni", "visitatori", "visite", "persone", "clienti", "sessoes",
    "pessoas", "reach", "negocios", "tratos", "ventas", "pedidos", "orders", "sales", "affaires", "trattative", "geschafte",
    "prospects", "prospectos",
];
#[rustfmt::skip]
const STAGES: &[&str] = &[
    "stage", "phase", "etapa", "fase", "etape", "tappa", "frame", "section", "seccion", "marco", "swimlane",
];
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "touchpoint", "touchpoints", "step", "paso", "contacto",
];

/// Words for what customers do, which with a word for customers name the text of a card.
#[rustfmt::skip]
const ACTIONS: &[&str] = &[
    "action", "actions", "activity", "activities", "does", "do", "doing", "accion", "acciones", "actividad", "actividades", "hace",
    "hacen", "acao", "acoes", "atividade", "azione", "azioni", "attivita", "aktion", "aktionen", "aktivitat", "aktivitaten", "handlung",
    "handlungen", "schritt", "schritte", "macht", "tut", "fait", "faz", "fa", "etape", "etapes", "passo", "passos", "passaggio",
];
/// Words for customers besides those for persons.
#[rustfmt::skip]
const CUSTOMERS: &[&str] = &[
    "customers", "clients", "users", "patients", "guests", "visitors", "they", "clientes", "usuarios", "pacientes", "huesped",
    "huespedes", "clienti", "utenti", "utilisateurs", "kunden", "nutzers", "gast", "gastes", "besuchers", "patienten", "ospite",
    "hospede", "passenger", "viajero", "consumer", "consumidor", "acheteur",
];
/// Whole headings of what lists of customers say about each of them, without blanks.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "firstname", "lastname", "surname", "familyname", "age", "email", "mail", "emailaddress", "phone", "phonenumber",
    "mobile", "birthday", "dateofbirth", "apellido", "apellidos", "edad", "correo", "correoelectronico", "telefono", "movil",
    "dni", "nif", "fechadenacimiento", "prenom", "nomdefamille", "telephone", "courriel", "vorname", "nachname", "alter",
    "telefon", "cognome", "eta", "telefone", "sobrenome", "idade",
];
/// Whole headings of the stage before a change and of the stage after it, without blanks.
#[rustfmt::skip]
pub(super) const TRANSITIONS: &[(&[&str], &[&str])] = &[
    (&["fromstage", "fromstatus", "fromstring", "fromstagename", "fromvalue"], &["tostage", "tostatus", "tostring", "tostagename", "tovalue"]),
    (&["oldvalue", "oldstage", "oldstatus", "previousstage", "previousstatus", "previousvalue", "priorstage"],
     &["newvalue", "newstage", "newstatus", "currentstage", "nextstage"]),
    (&["deetapa", "desdeetapa", "etapaanterior", "estadoanterior", "valoranterior", "faseanterior", "etapadeorigen"],
     &["aetapa", "hastaetapa", "etapanueva", "nuevaetapa", "etapaactual", "estadonuevo", "nuevoestado", "valornuevo", "nuevovalor",
       "fasenueva", "nuevafase", "etapadedestino", "novaetapa", "novovalor"]),
    (&["alterwert", "altephase", "alterstatus", "vonphase", "vonstatus"],
     &["neuerwert", "neuephase", "neuerstatus", "zuphase", "nachphase", "zustatus"]),
    (&["anciennevaleur", "ancienneetape", "ancienstatut", "etapeprecedente"], &["nouvellevaleur", "nouvelleetape", "nouveaustatut", "etapesuivante"]),
    (&["valoreprecedente", "faseprecedente", "vecchiovalore", "vecchiafase"], &["nuovovalore", "nuovafase", "fasesuccessiva"]),
];
/// Whole headings of the name of the field that was changed, without blanks.
pub(super) const CHANGED_FIELDS: &[&str] =
    &["field", "fieldevent", "fieldname", "changedfield", "campo", "campomodificado", "champ", "feld"];
/// Parts of the names of fields that hold a stage, without blanks.
pub(super) const STAGE_FIELDS: &[&str] =
    &["stage", "status", "etapa", "estado", "phase", "fase", "etape", "statut", "stato"];

/// Whole headings of addresses of persons, without blanks.
#[rustfmt::skip]
const ADDRESSES: &[&str] = &[
    "email", "mail", "emailaddress", "useremail", "customeremail", "phone", "phonenumber", "mobile", "mobilenumber", "telephone", "tel",
    "whatsapp", "correo", "correoelectronico", "emaildelcliente", "telefono", "numerodetelefono", "movil", "celular", "courriel",
    "adressemail", "telefon", "telefonnummer", "handynummer", "emailadresse", "telefone", "celulare", "telemovel", "dni", "nif", "ip",
    "ipaddress", "deviceid", "nombredelcliente", "customername", "clientname",
];
/// Words that together with a person's word name the persons.
const NAMES: &[&str] = &["name", "nombre", "nom", "nome"];
/// Words that begin a heading of counts, as in `Number of deals`, if one of [`OF`] follows.
const COUNT_WORDS: &[&str] =
    &["number", "no", "n", "num", "nr", "numero", "cantidad", "count", "recuento", "anzahl", "quantidade", "quantite"];
const OF: &[&str] = &["of", "de", "di", "der", "von"];

/// Returns the role that single words of a heading show; none if they show nothing.
pub(super) fn role_of_words(words: &[String]) -> Option<Role> {
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    let is_technical = has(&["updated", "created", "edited", "modified", "modificado", "creado"]);
    let has_pair = |pair: &[String]| COUNT_WORDS.contains(&pair[0].as_str()) && OF.contains(&pair[1].as_str());
    let begins_as_count = words.len() > 2 && has_pair(&words[..2]);
    let role = if is_technical {
        Role::Technical
    } else if has(COMPUTED) {
        Role::Computed
    } else if has(MONEY) {
        Role::Money
    } else if has(DATES) {
        Role::Date
    } else if begins_as_count && !has(PERSONS) && !has(STAGES) && !has(TEXTS) {
        COUNT
    } else if has(PERSONS) && (has(IDS) || has(NUMBERS) || has(NAMES)) {
        Role::Person
    } else if has(IDS) {
        Role::Field("id")
    } else if has(ACTIONS) && (has(PERSONS) || has(CUSTOMERS)) && words.len() <= MAX_ACTION_WORDS {
        TEXT
    } else if has(COUNTED) && words.len() <= 3 {
        COUNT
    } else if words.len() == 1 && has(PERSONS) {
        Role::Person
    } else if has(STAGES) {
        STAGE
    } else if has(TEXTS) && words.len() <= 3 && !has(&["type", "tipo", "number", "order"]) {
        TEXT
    } else {
        return None;
    };
    Some(role)
}

/// Returns true if a heading names what the counts of its column are of: people, sessions and so on.
pub(super) fn is_unit(word: &str) -> bool {
    COUNTED.contains(&word) && !["count", "reach", "entries", "entradas"].contains(&word)
}

/// Returns true if a heading names an address, which tells persons apart.
pub(super) fn is_address(heading: &str) -> bool {
    ADDRESSES.contains(&plain(heading).as_str())
}

/// Returns true if a heading names what lists of customers say about each of them.
pub(super) fn is_personal(heading: &str) -> bool {
    PERSONAL.contains(&plain(heading).as_str())
}
