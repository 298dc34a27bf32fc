//! Words that say nothing of what a customer does: those around the name of a channel, and names that make channels.

/// What a word can be around the name of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// May stand first in a part, and behind a word that leads on.
    Article,
    /// Leads from a channel to where it is or whose it is.
    Preposition,
    /// Between the channels of a list.
    Conjunction,
    /// Before a channel, without adding anything.
    Before,
    /// Before a channel or behind it, without adding anything.
    Around,
    /// Behind a channel, without adding anything.
    Behind,
}

/// The words of each part, folded.
#[rustfmt::skip]
pub(super) const PARTS: &[(Part, &[&str])] = &[
    (Part::Article, &["a", "an", "the", "el", "la", "los", "las", "lo", "un", "una", "unos", "unas"]),
    (
        Part::Preposition,
        &["of", "on", "in", "at", "by", "via", "from", "through", "with", "using", "de", "del", "en", "por", "con", "desde",
            "mediante"],
    ),
    (Part::Conjunction, &["and", "or", "plus", "y", "e", "o", "u", "ni", "mas"]),
    (
        Part::Before,
        &["our", "my", "your", "their", "its", "his", "her", "some", "several", "various", "different", "other", "all",
            "any", "new", "main", "traves", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis", "tu", "tus",
            "su", "sus", "varios", "varias", "algunos", "algunas", "otros", "otras", "distintos", "distintas",
            "diferentes", "diversos", "diversas", "todos", "todas", "cualquier"],
    ),
    (
        Part::Around,
        &["official", "corporate", "own", "online", "offline", "digital", "virtual", "physical", "local", "mobile",
            "etc", "etcetera", "oficial", "oficiales", "corporativo", "corporativa", "corporativos", "corporativas",
            "propio", "propia", "propios", "propias", "digitales", "virtuales", "fisico", "fisica", "fisicos",
            "fisicas", "locales", "principal", "principales", "movil"],
    ),
    (Part::Behind, &["advertising", "advert", "adverts", "ad", "ads", "marketing", "campaign", "campaigns"]),
];

/// Whose channel it may be, or where it may be.
#[rustfmt::skip]
pub(super) const OWNERS: &[&str] = &[
    "company", "brand", "business", "firm", "shop", "store", "hotel", "bank", "restaurant", "hospital", "clinic",
    "airline", "school", "university", "supermarket", "supplier", "manufacturer", "agency", "museum", "gym",
    "pharmacy", "office", "council", "customer", "client", "team", "street", "airport", "station", "theatre", "cinema",
    "library", "product", "service", "building", "city", "person",
];

/// The same in Spanish, where they stand behind a preposition.
#[rustfmt::skip]
pub(super) const SPANISH_OWNERS: &[&str] = &[
    "hotel", "hospital", "internet", "empresa", "compañía", "marca", "negocio", "firma",
    "tienda", "banco", "restaurante", "clínica", "aerolínea", "colegio", "escuela", "universidad", "supermercado",
    "proveedor", "fabricante", "agencia", "museo", "gimnasio", "farmacia", "oficina", "ayuntamiento", "ciudad",
    "barrio", "calle", "aeropuerto", "estación", "teatro", "cine", "biblioteca", "aseguradora", "cliente", "equipo",
    "línea", "persona", "internet", "producto", "servicio", "vía pública", "edificio",
];

/// Names of channels that are also what somebody does: with more behind them they are acts.
#[rustfmt::skip]
pub(super) const ACTS: &[&str] = &[
    "call", "check out", "shop", "phone", "telephone", "mail", "email", "chat", "post", "comment", "search", "review", "tweet", "survey",
    "update", "support", "bill", "message", "text", "label", "package", "sample", "friend", "mention", "bot", "insta",
    "meeting", "delivery", "reunión", "llamada", "factura", "muestra", "etiqueta", "volante", "trial", "sponsor",
];

/// Names of channels that are not in the catalogue, because nobody would write them as the channel of a touchpoint.
#[rustfmt::skip]
pub(super) const MORE: &[&str] = &[
    "box", "print", "print advertising", "e-commerce site", "sales staff", "support chat", "app notification",
    "portal web", "on-line", "off-line", "online", "offline", "en persona", "in person", "presencial", "cara a cara", "face to face", "email marketing",
    "marketing por correo", "social media marketing", "marketing en redes sociales", "content marketing",
    "marketing de contenidos", "digital marketing", "marketing digital", "PPC", "SEO", "posicionamiento SEO",
    "posicionamiento web", "social media profile", "social profile", "perfil en redes sociales",
    "perfiles en redes sociales", "perfil social", "mensaje", "mensajería", "mensajería instantánea",
    "instant messaging", "messaging app", "app de mensajería", "messages", "red social", "social network", "media",
    "medios", "medios de comunicación", "mass media", "medios digitales", "campaña en redes sociales", "campaña de correo",
    "campaña de email", "email campaign", "social media campaign", "canal digital", "canales digitales",
    "digital channel", "signage", "señalética", "cartelería", "rótulo", "wifi", "pantalla", "tablet", "ordenador",
    "vía telefónica", "canal telefónico", "computer", "smartphone", "fax", "IVR", "contestador", "voicemail", "buzón de voz", "buzón", "mailbox",
    "shopping centre", "shopping mall", "centro comercial", "supermarket", "supermercado", "showroom",
    "sala de exposición", "sales call", "llamada comercial", "merchandising", "vendor", "salesman",
    "saleswoman", "waiter", "camarero", "camarera", "receptionist", "recepcionista", "cashier", "cajera", "nurse",
    "enfermera", "doctor", "médico", "staff", "personal", "employees", "empleados", "customer service agent",
    "agente de atención al cliente", "personal de atención", "vídeo", "video", "vídeos", "reels", "stories",
    "publicación", "artículo", "article", "influencers", "embajador de marca", "brand ambassador", "garantía",
    "vecino",
    "neighbour", "neighbor", "colleague", "compañero de trabajo", "conocido", "familiares", "periódico digital",
    "online newspaper", "prensa digital", "online press", "web del comparador", "store shelf", "shelf", "estantería",
    "lineal", "caja rápida", "probador", "fitting room", "parking", "aparcamiento", "car park", "furgoneta", "van",
];

/// Names that are channels by themselves, and of which parts are.
#[rustfmt::skip]
pub(super) const BRANDS: &[&str] = &[
    "Instagram", "Facebook", "TikTok", "YouTube", "LinkedIn", "Twitter", "X", "Pinterest", "Snapchat", "Threads",
    "Bluesky", "Twitch", "Discord", "Reddit", "WhatsApp", "Telegram", "Messenger", "Skype", "Google", "Bing", "Amazon",
    "eBay", "AliExpress", "Etsy", "Wallapop", "Vinted", "Booking", "Airbnb", "Expedia", "Skyscanner", "Trivago",
    "Tripadvisor", "Trustpilot", "Yelp", "Idealista", "Glovo", "Uber Eats", "Just Eat", "Deliveroo", "Rappi",
    "Spotify", "Netflix", "Meta", "Waze", "Doctoralia", "InfoJobs", "Indeed", "Quora", "Slack", "Shopify",
];

/// What behind the name of a brand makes a part of it.
#[rustfmt::skip]
pub(super) const BEHIND_BRANDS: &[&str] = &[
    "post", "story", "reel", "video", "profile", "page", "account", "group", "channel", "feed", "live", "ad",
    "advert", "advertising", "message", "chat", "comment", "review", "app", "website", "shop", "business", "search",
    "stories", "direct", "DM", "campaign",
];

/// What before the name of a brand, and `de` or `en`, makes a part of it.
#[rustfmt::skip]
pub(super) const BEFORE_BRANDS: &[&str] = &[
    "publicación", "historia", "perfil", "página", "anuncio", "publicidad", "vídeo", "grupo", "canal", "mensaje",
    "chat", "comentario", "reseña", "opinión", "campaña", "app", "cuenta", "búsqueda", "directo", "post", "reel", "ad",
];

/// Channels of which the name alone, with whose they are behind or before it, is never an act.
#[rustfmt::skip]
pub(super) const MEDIUMS: &[&str] = &[
    "web", "website", "web page", "webpage", "app", "mobile app", "online shop", "online store", "newsletter",
    "sitio web", "página web", "app móvil", "aplicación móvil", "tienda online", "tienda en línea", "tienda web",
    "portal", "web portal", "blog",
];
