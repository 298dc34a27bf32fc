//! Words in the names of stages, in English, Spanish, Portuguese, French, Italian and German, each with its phase.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::map::Phase;

/// Words with their phases. A row has the words of a language, separated by commas; they are folded.
type Rows = [(Phase, &'static [&'static str])];

/// A table of words and of expressions of several words.
pub(crate) struct WordTable {
    words: LazyLock<Index>,
}

/// The words of a table for quick look-up.
struct Index {
    words: HashMap<&'static str, Phase>,
    /// Expressions of several words, with a blank around each word.
    expressions: Vec<(String, Phase)>,
}

impl Index {
    fn of(rows: &Rows) -> Index {
        let entries = rows.iter().flat_map(|(phase, rows)| rows.iter().map(move |row| (*phase, *row)));
        let entries = entries.flat_map(|(phase, row)| row.split(", ").map(move |word| (word, phase)));
        let (expressions, words): (Vec<_>, Vec<_>) = entries.partition(|(word, _)| word.contains(' '));
        let expressions = expressions.into_iter().map(|(words, phase)| (format!(" {words} "), phase));
        Index { words: words.into_iter().collect(), expressions: expressions.collect() }
    }
}

impl WordTable {
    /// Returns the phase of an expression, or else of the first known word, in a text with one blank around each word.
    pub(crate) fn find(&self, text: &str) -> Option<Phase> {
        let expression = self.words.expressions.iter().find(|(words, _)| text.contains(words.as_str()));
        let expression = expression.map(|(_, phase)| *phase);
        expression.or_else(|| text.split(' ').find_map(|word| self.words.words.get(word).copied()))
    }

    /// Returns the phase of a text that is one of the words.
    pub(crate) fn exactly(&self, text: &str) -> Option<Phase> {
        self.words.words.get(text).copied()
    }
}

/// Words for a phase itself.
pub(crate) static PHASES: WordTable = WordTable { words: LazyLock::new(|| Index::of(PHASE_ROWS)) };
/// Words for what customers do in a phase.
pub(crate) static ACTIVITIES: WordTable = WordTable { words: LazyLock::new(|| Index::of(ACTIVITY_ROWS)) };
/// Words for what a shop's funnel counts, which are too general for other stages.
pub(crate) static FUNNEL_STEPS: WordTable = WordTable { words: LazyLock::new(|| Index::of(STEP_ROWS)) };

/// Words in the names of stages that are too general for what customers do.
pub(crate) static STAGES: WordTable = WordTable { words: LazyLock::new(|| Index::of(STAGE_ROWS)) };
/// Single words that are the whole name of a stage, in well-known models of journeys.
pub(crate) static WHOLE_NAMES: WordTable = WordTable { words: LazyLock::new(|| Index::of(WHOLE_NAME_ROWS)) };

const PHASE_ROWS: &Rows = &[
    (
        Phase::Before,
        &[
            "before, pre, prior, prepurchase, presales, presale, purchase intent, purchase intention, intent to buy",
            "antes, previo, previa, preventa, precompra, intencion de compra",
            "pre venda, pre compra, prevenda, intencao de compra",
            "avant, avantvente, prevente, intention d achat",
            "prima, prevendita, intenzione di acquisto, intenzione d acquisto",
            "vor, vorher, vorkauf, vorkaufphase, kaufabsicht",
        ],
    ),
    (
        Phase::During,
        &["during, while", "durante, mientras", "enquanto", "pendant, durant", "mentre", "wahrend, kaufphase"],
    ),
    (
        Phase::After,
        &[
            "after, afterwards, post, postpurchase, postsale, postsales, aftersales, aftersale, aftercare",
            "despues, tras, postventa, posventa, postcompra, poscompra",
            "depois, apos, pos venda, pos vendas, pos compra, posvenda, poscompra",
            "apres, ensuite",
            "dopo, postvendita, postacquisto",
            "nach, nachher, danach, nachkauf, nachkaufphase",
        ],
    ),
];

const ACTIVITY_ROWS: &Rows = &[
    (
        Phase::Before,
        &[
            "awareness, aware, attract, attraction, discovery, discover, consideration, consider, considering, research, \
             search, searching, inspiration, interest, evaluation, evaluate, evaluating, comparison, compare, comparing, \
             explore, exploration, exploring, qualified to buy, ready to buy, decision maker, decision makers",
            "conocimiento, reconocimiento, conciencia, concienciacion, atraccion, atraer, descubrimiento, descubrir, \
             descubre, consideracion, considerar, investigacion, investigar, busqueda, buscar, inspiracion, interes, \
             evaluacion, evaluar, comparacion, comparar, exploracion, explorar, cualificado para comprar, \
             calificado para comprar, responsable de la decision, responsable de decisiones",
            "consciencia, conscientizacao, conhecimento, reconhecimento, atracao, descoberta, consideracao, pesquisa, \
             pesquisar, busca, interesse, avaliacao, avaliar, comparacao, exploracao, inspiracao",
            "notoriete, sensibilisation, prise de conscience, decouverte, decouvrir, consideration, recherche, \
             rechercher, interet, evaluer, comparaison, comparer, explorer",
            "consapevolezza, attrazione, scoperta, scoprire, considerazione, ricerca, cercare, valutazione, valutare, \
             confronto, confrontare, ispirazione, esplorazione",
            "bewusstsein, aufmerksamkeit, entdeckung, entdecken, erwagung, uberlegung, uberlegen, suche, suchen, \
             bewertung, vergleich, vergleichen, inspirieren, orientierung, informieren",
        ],
    ),
    (
        Phase::During,
        &[
            "purchase, purchases, purchasing, buy, buys, buying, order, ordering, checkout, payment, pay, pays, paying, \
             conversion, convert, decision, decide, acquisition, booking, reservation",
            "compra, compras, comprar, pedido, pago, pagar, paga, adquisicion, reserva, reservar, contratacion, contratar, \
             decidir, conversion",
            "pagamento, decisao, aquisicao, conversao, contratacao",
            "achat, achats, acheter, commande, commander, paiement, payer, souscription, souscrire, decider",
            "acquisto, acquisti, acquistare, ordine, ordinare, pagare, decisione, decidere, prenotazione, prenotare, \
             conversione",
            "kauf, kaufen, bestellung, bestellen, bezahlung, bezahlen, zahlung, zahlen, buchung, buchen, entscheidung, \
             entscheiden",
        ],
    ),
    (
        Phase::After,
        &[
            "onboarding, delivery, use, usage, using, support, service, retention, retain, loyalty, advocacy, advocate, \
             renewal, renew, return, returns, repurchase, adoption, follow up, followup, delight",
            "entrega, uso, usar, soporte, servicio, retencion, fidelizacion, fidelizar, fidelidad, lealtad, recomendacion, \
             recomendar, renovacion, devolucion, devoluciones, recompra, adopcion, seguimiento, atencion al cliente, \
             deleite, deleitar",
            "utilizacao, suporte, servico, atendimento, retencao, fidelizacao, fidelidade, lealdade, recomendacao, \
             indicacao, renovacao, devolucao, adocao, encantamento",
            "livraison, utilisation, utiliser, assistance, fidelisation, fidelite, retour, retours, recommandation, \
             recommander, renouvellement, rachat, suivi",
            "consegna, utilizzo, utilizzare, supporto, assistenza, servizio, fidelizzazione, fedelta, lealta, reso, resi, \
             raccomandazione, raccomandare, passaparola, rinnovo, riacquisto, ritenzione",
            "lieferung, nutzung, nutzen, verwendung, gebrauch, bindung, kundenbindung, treue, loyalitat, empfehlung, \
             weiterempfehlung, empfehlen, kundendienst, betreuung, wiederkauf, verlangerung, rucksendung, unterstutzung",
        ],
    ),
];

const STEP_ROWS: &Rows = &[(
    Phase::During,
    &[
        "cart, carts, basket, baskets, trolley, orders, payments, checkouts, sale, sales, transaction, transactions, \
         shipping, billing, confirm, confirmation, confirmed, bookings, deal, deals, won",
        "carrito, carro, cesta, caja, pagos, pedidos, venta, ventas, transaccion, transacciones, envio, facturacion, \
         confirmacion, confirmada, confirmado, reservas, ganado, ganada, ganados",
        "carrinho, sacola, caixa, venda, vendas, pagamentos, transacao, transacoes, confirmacao",
        "panier, caisse, vente, ventes, commandes, paiements, confirmation, gagne",
        "carrello, cassa, vendita, vendite, ordini, pagamenti, conferma, vinto",
        "warenkorb, einkaufswagen, kasse, verkauf, verkaufe, bestellungen, bestatigung, gewonnen",
    ],
)];

const STAGE_ROWS: &Rows = &[
    (
        Phase::During,
        &[
            "sign up, signing up, signup, enrol, enroll, enrolment, enrollment, registration, register, subscribe, \
             subscription",
            "inscripcion, inscribirse, registro, registrarse, suscripcion, suscribirse, matricula, matriculacion",
            "inscricao, inscrever, cadastro, assinatura",
            "inscription, s inscrire, abonnement",
            "iscrizione, iscriversi, registrazione, abbonamento",
            "anmeldung, anmelden, registrierung, vertragsabschluss, abschluss",
        ],
    ),
    (
        Phase::After,
        &[
            "first month, first months, first week, first weeks, first day, first days, first use, everyday use, referral, \
             referrals, refer",
            "primer mes, primeros meses, primera semana, primeras semanas, primer dia, primeros dias, primer uso, \
             dia a dia, referidos",
            "primeiro mes, primeiros meses, primeira semana, primeiro uso",
            "premier mois, premiers mois, premiere semaine, premiere utilisation, quotidien",
            "primo mese, primi mesi, primo utilizzo",
            "erster monat, erste monate, erste woche, erste wochen, erste nutzung, alltag",
        ],
    ),
];

const WHOLE_NAME_ROWS: &Rows = &[
    (
        Phase::Before,
        &[
            "reach, attention, desire, appeal, ask, see, think, dream, try",
            "atencion, deseo, inspirar, sonar",
            "attenzione",
        ],
    ),
    (
        Phase::During,
        &[
            "act, action, do, join, sale, sales, revenue, activation",
            "accion, actuar, venta, ventas, ingresos, activacion, alta",
            "acao, venda, vendas, receita, ativacao",
            "vente, ventes, revenu, revenus",
            "azione, vendita, vendite, ricavi, attivazione",
            "verkauf, umsatz, aktivierung, handeln",
        ],
    ),
    (Phase::After, &["care", "cuidar, cuidado", "encantar", "soin"]),
];
