//! The word lists for recognising touchpoint names that only name a channel.

/// The role of a word beside the name of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordRole {
    /// Comes before a name, or after another word with a role.
    Article,
    /// Leads from a channel to its place or owner.
    Preposition,
    /// Comes between two channels.
    Conjunction,
    /// Adds nothing in front of a channel.
    Before,
    /// Adds nothing in front of or after a channel.
    Around,
    /// Adds nothing after a channel.
    After,
}

/// The words of each role, folded.
#[rustfmt::skip]
pub(super) const ROLES: &[(WordRole, &[&str])] = &[
    (WordRole::Article, &["a", "an", "the", "el", "la", "los", "las", "lo", "un", "una", "unos", "unas"]),
    (
        WordRole::Preposition,
        &["of", "on", "in", "at", "by", "via", "from", "through", "with", "using", "de", "del", "en", "por", "con", "desde",
            "mediante"],
    ),
    (WordRole::Conjunction, &["and", "or", "plus", "y", "e", "o", "u", "ni", "mas"]),
    (
        WordRole::Before,
        &["our", "my", "your", "their", "its", "his", "her", "some", "several", "various", "different", "other", "all",
            "any", "new", "main", "traves", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis", "tu", "tus",
            "su", "sus", "varios", "varias", "algunos", "algunas", "otros", "otras", "distintos", "distintas",
            "diferentes", "diversos", "diversas", "todos", "todas", "cualquier"],
    ),
    (
        WordRole::Around,
        &["official", "corporate", "own", "online", "offline", "digital", "virtual", "physical", "local", "mobile",
            "etc", "etcetera", "oficial", "oficiales", "corporativo", "corporativa", "corporativos", "corporativas",
            "propio", "propia", "propios", "propias", "digitales", "virtuales", "fisico", "fisica", "fisicos",
            "fisicas", "locales", "principal", "principales", "movil"],
    ),
    (WordRole::After, &["advertising", "advert", "adverts", "ad", "ads", "marketing", "campaign", "campaigns"]),
];

/// Words for owners or places of a channel.
#[rustfmt::skip]
pub(super) const OWNERS: &[&str] = &[
    "company", "brand", "business", "firm", "shop", "store", "hotel", "bank", "restaurant", "hospital", "clinic",
    "airline", "school", "university", "supermarket", "supplier", "manufacturer", "agency", "museum", "gym",
    "pharmacy", "office", "council", "customer", "client", "team", "street", "airport", "station", "theatre", "cinema",
    "library", "product", "service", "building", "city", "person",
];

/// Spanish words for owners or places of a channel; they follow a preposition.
#[rustfmt::skip]
pub(super) const SPANISH_OWNERS: &[&str] = &[
    "hotel", "hospital", "internet", "empresa", "compañía", "marca", "negocio", "firma",
    "tienda", "banco", "restaurante", "clínica", "aerolínea", "colegio", "escuela", "universidad", "supermercado",
    "proveedor", "fabricante", "agencia", "museo", "gimnasio", "farmacia", "oficina", "ayuntamiento", "ciudad",
    "barrio", "calle", "aeropuerto", "estación", "teatro", "cine", "biblioteca", "aseguradora", "cliente", "equipo",
    "línea", "persona", "internet", "producto", "servicio", "vía pública", "edificio",
];

/// Names of channels that are also verbs: followed by more words they say what somebody does.
#[rustfmt::skip]
pub(super) const AMBIGUOUS_NAMES: &[&str] = &[
    "call", "check out", "shop", "phone", "telephone", "mail", "email", "chat", "post", "comment", "search", "review", "tweet", "survey",
    "update", "support", "bill", "message", "text", "label", "package", "sample", "friend", "mention", "bot", "insta",
    "meeting", "delivery", "reunión", "llamada", "factura", "muestra", "etiqueta", "volante", "trial", "sponsor",
];

/// Names of channels that the catalogue does not need, because nobody gives them as the channel of a touchpoint.
#[rustfmt::skip]
pub(super) const OTHER_NAMES: &[&str] = &[
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

/// Brands whose name alone is a channel.
#[rustfmt::skip]
pub(super) const BRANDS: &[&str] = &[
    "Instagram", "Facebook", "TikTok", "YouTube", "LinkedIn", "Twitter", "X", "Pinterest", "Snapchat", "Threads",
    "Bluesky", "Twitch", "Discord", "Reddit", "WhatsApp", "Telegram", "Messenger", "Skype", "Google", "Bing", "Amazon",
    "eBay", "AliExpress", "Etsy", "Wallapop", "Vinted", "Booking", "Airbnb", "Expedia", "Skyscanner", "Trivago",
    "Tripadvisor", "Trustpilot", "Yelp", "Idealista", "Glovo", "Uber Eats", "Just Eat", "Deliveroo", "Rappi",
    "Spotify", "Netflix", "Meta", "Waze", "Doctoralia", "InfoJobs", "Indeed", "Quora", "Slack", "Shopify",
];

/// Words that make a channel when they follow a brand: `Instagram post`.
#[rustfmt::skip]
pub(super) const WORDS_AFTER_BRAND: &[&str] = &[
    "post", "story", "reel", "video", "profile", "page", "account", "group", "channel", "feed", "live", "ad",
    "advert", "advertising", "message", "chat", "comment", "review", "app", "website", "shop", "business", "search",
    "stories", "direct", "DM", "campaign",
];

/// Words that make a channel when they precede a brand: `publicación de Instagram`, `anuncio en Google`.
#[rustfmt::skip]
pub(super) const WORDS_BEFORE_BRAND: &[&str] = &[
    "publicación", "historia", "perfil", "página", "anuncio", "publicidad", "vídeo", "grupo", "canal", "mensaje",
    "chat", "comentario", "reseña", "opinión", "campaña", "app", "cuenta", "búsqueda", "directo", "post", "reel", "ad",
];

/// Media that, together with the name of any owner, are still only a channel: `the Zara app`.
#[rustfmt::skip]
pub(super) const MEDIA: &[&str] = &[
    "web", "website", "web page", "webpage", "app", "mobile app", "online shop", "online store", "newsletter",
    "sitio web", "página web", "app móvil", "aplicación móvil", "tienda online", "tienda en línea", "tienda web",
    "portal", "web portal", "blog",
];
