//! Round trips: an exported map is imported unchanged, whatever text its fields contain.

use periplo::exchange::import::read_file::read_bytes;
use periplo::exchange::import::shape::choices::Choices;
use periplo::exchange::import::source::SourceFormat;
use periplo::exchange::import::{ImportOptions, Imported};
use periplo::exchange::inventory::{COLUMNS, Cell, InventoryRow, rows};
use periplo::exchange::{
    DocumentSource, FormulaGuard, IMPORTS, INVENTORIES, InventoryRenderer, TableOptions, TableReader, TableStyle,
    map_json,
};
use periplo::lang::{Lang, Language};
use periplo::map::field::{HEADER, TOUCHPOINT, Type, Value};
use periplo::map::{Date, Emotion, Evidence, Header, IdSource, JourneyMap, Line, Name, Notes, Phase, Rule, Touchpoint};
use proptest::collection::vec;
use proptest::prelude::*;

/// Texts that a format could misread.
const TEXTS: [&str; 30] = [
    "plain",
    "=1+1",
    "'=1",
    "''+x",
    "'",
    "'tis",
    "a,b",
    "a;b",
    "a\tb",
    "\"",
    "\"quoted\"",
    "-",
    "@sum",
    "＝1",
    "é 日本語 😀",
    "12.000",
    "true",
    "null",
    "1E+05",
    "{\"a\": [1]}",
    "\\n",
    "sep=;",
    "a;=1",
    "a; -1;",
    "x,@y,",
    "a;'+1",
    ";\"=1\"",
    "\";=1",
    "-1; =2, +3",
    "first\n- second\n\n=third",
];

fn text() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(TEXTS.as_slice()).prop_map(str::to_owned);
    prop_oneof![3 => known, 1 => "[ -~áñ=+@'\"-]{1,12}".prop_map(|text| format!("x{text}"))]
}

fn lines() -> impl Strategy<Value = String> {
    vec(text(), 1..4).prop_map(|lines| lines.join("\n"))
}

/// Generates values of a field type, including empty ones.
fn value(kind: Type) -> BoxedStrategy<Value> {
    let line = || proptest::option::of(text()).prop_map(|text| Line::optional(&text.unwrap_or_default()).unwrap());
    fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> BoxedStrategy<Option<T>> {
        proptest::option::of(proptest::sample::select(all.to_vec())).boxed()
    }
    match kind {
        Type::Name => text().prop_map(|text| Value::Name(Name::new(&text).unwrap())).boxed(),
        Type::Line => line().prop_map(Value::Line).boxed(),
        Type::Lines => {
            let line = text().prop_map(|text| Line::new(&text.replace(';', "")).unwrap());
            vec(line.prop_filter("an actor is not empty", |line| !line.is_empty()), 0..3).prop_map(Value::Lines).boxed()
        }
        Type::Notes => proptest::option::of(lines())
            .prop_map(|text| Value::Notes(Notes::optional(&text.unwrap_or_default()).unwrap()))
            .boxed(),
        Type::Count => proptest::option::of(any::<u64>()).prop_map(Value::Count).boxed(),
        Type::Votes => (0..20_000u64).prop_map(Value::Votes).boxed(),
        Type::Choice(set) => {
            one_of(&set.choices()).prop_map(move |choice| Value::Choice(choice.or(set.default()))).boxed()
        }
        Type::Emotion => one_of(&Emotion::ALL).prop_map(Value::Emotion).boxed(),
        Type::Date => {
            let date = (1..=9999u16, 1..=12u8, 1..=31u8).prop_map(|(year, month, day)| Date::new(year, month, day));
            date.prop_map(Value::Date).boxed()
        }
        Type::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Type::Rules => {
            let rules: Vec<Rule> = Rule::ALL.into_iter().filter(|rule| rule.can_be_silenced()).collect();
            proptest::sample::subsequence(rules, 0..3).prop_map(Value::Rules).boxed()
        }
    }
}

fn touchpoint() -> impl Strategy<Value = Touchpoint> {
    let blank = Touchpoint::new(IdSource::new(1).fresh(|_| false), Name::new("x").unwrap());
    let values: Vec<_> = TOUCHPOINT.iter().map(|field| value(field.kind)).collect();
    (any::<u64>(), values).prop_map(move |(seed, values)| {
        let mut touchpoint = Touchpoint { id: IdSource::new(seed).fresh(|_| false), ..blank.clone() };
        TOUCHPOINT.iter().zip(values).for_each(|(field, value)| field.set(&mut touchpoint, value));
        touchpoint
    })
}

pub(super) fn map() -> impl Strategy<Value = JourneyMap> {
    let blank = Header::new(Name::new("x").unwrap());
    let values: Vec<_> = HEADER.iter().map(|field| value(field.kind)).collect();
    let phase = || vec(touchpoint(), 0..5);
    (values, phase(), phase(), phase()).prop_map(move |(values, before, during, after)| {
        let mut header = blank.clone();
        HEADER.iter().zip(values).for_each(|(field, value)| field.set(&mut header, value));
        JourneyMap::with_touchpoints(header, [before, during, after]).0
    })
}

/// Returns the part of a map that an inventory contains.
pub(super) fn in_inventory(map: &JourneyMap, title: &Name) -> JourneyMap {
    let header = Header::clone(map.header());
    let is_empty = map.is_empty();
    let header = Header {
        unit: header.unit.filter(|_| !is_empty),
        period: header.period.filter(|_| !is_empty),
        ..Header::new(if is_empty { title.clone() } else { header.title })
    };
    let phases = Phase::ALL.map(|phase| {
        let rows = map.phase(phase).iter().enumerate();
        let row = |(row, each): (usize, &std::sync::Arc<Touchpoint>)| Touchpoint {
            accepted: Vec::new(),
            evidence: if each.reach.is_some() { each.evidence } else { Evidence::default() },
            with_previous: row > 0 && each.with_previous,
            ..Touchpoint::clone(each)
        };
        rows.map(row).collect()
    });
    JourneyMap::with_touchpoints(header, phases).0
}

fn reader(format: &str) -> SourceFormat {
    IMPORTS.iter().find(|each| each.name == format).expect("a format").convert
}

pub(super) fn read(format: &str, text: &str, lang: &Lang, guard: FormulaGuard) -> Imported {
    let title = Name::new("No title").unwrap();
    let choices = Choices::default();
    let options = ImportOptions { lang, title: &title, choices: &choices, known: &[], guard };
    let read = read_bytes(text.into(), Some(reader(format)), &options);
    let read = read.unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"));
    assert_eq!((&*read.imported.remarks, &*read.notes), (&[][..], &[][..]), "{text}");
    read.imported
}

/// Returns a map as a table of text, csv or tsv.
pub(super) fn in_table(format: &str, map: &JourneyMap, lang: &Lang, options: TableOptions) -> String {
    let format = INVENTORIES.iter().find(|each| each.name == format).expect("a format");
    let InventoryRenderer::Streamed(table) = format.convert else { panic!("{} is not text", format.name) };
    let rows: Vec<InventoryRow> = rows("maps/a.ron", map).collect();
    let style = TableStyle::new(options, lang);
    let text = [(table.head)(&style).expect("a head"), (table.rows)(&rows, &style).expect("rows")].concat();
    String::from_utf8(text).expect("text")
}

/// Builds the inventory as JSON without the code under test.
fn in_json(map: &JourneyMap, by_line: bool) -> String {
    let object = |row: InventoryRow| {
        let fields = COLUMNS.iter().map(|column| {
            let value = match (column.name, column.cell(&row)) {
                (_, Cell::Unknown) => serde_json::Value::Null,
                (name, _) if word(name, &row, None).is_some() => word(name, &row, None).into(),
                (_, Cell::Text(text)) => text.into(),
                (_, Cell::Id(id)) => id.to_string().into(),
                (_, Cell::Whole(number)) => number.into(),
                (_, Cell::Signed(number)) => number.into(),
                (_, Cell::Flag(flag)) => flag.into(),
                (_, Cell::List(lines)) => lines.iter().map(|line| &**line).collect(),
                (name, cell) => panic!("{name} holds {cell:?}"),
            };
            (column.name.to_owned(), value)
        });
        serde_json::Value::Object(fields.collect()).to_string()
    };
    let rows: Vec<String> = rows("a.ron", map).map(object).collect();
    if by_line { rows.join("\n") } else { format!("[{}]", rows.join(",")) }
}

/// Returns the word for a choice in a column: in a language, or the key if there is none. `None` for other columns.
fn word(column: &str, row: &InventoryRow, lang: Option<&Lang>) -> Option<String> {
    let touchpoint = row.touchpoint;
    let key_or = |key: &str, translate: &dyn Fn(&Lang) -> String| Some(lang.map_or_else(|| key.to_owned(), translate));
    match column {
        "phase" => key_or(row.phase.key(), &|lang| lang.phase(row.phase)),
        "kind" => touchpoint.kind.and_then(|kind| key_or(kind.key(), &|lang| lang.kind(kind).to_uppercase())),
        "intent" => touchpoint.intent.and_then(|intent| key_or(intent.key(), &|lang| lang.intent(intent).to_owned())),
        "contact" => touchpoint.contact.and_then(|contact| key_or(contact.key(), &|lang| lang.contact(contact))),
        "agent" => touchpoint.agent.and_then(|agent| key_or(agent.key(), &|lang| lang.agent(agent))),
        "effort" => touchpoint.effort.and_then(|effort| key_or(effort.key(), &|lang| lang.effort(effort))),
        "evidence" => key_or(touchpoint.evidence.key(), &|lang| lang.evidence(touchpoint.evidence)),
        _ => None,
    }
}

/// Builds the table as a spreadsheet in that language saves it: words, separator, line ends and booleans.
fn saved_by_a_spreadsheet(map: &JourneyMap, lang: &Lang) -> String {
    let is_spanish = lang.language() == Language::Spanish;
    let separator = if is_spanish { b';' } else { b',' };
    let mut table =
        csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // The columns are reversed, as if somebody had moved them.
    let columns: Vec<_> = COLUMNS.iter().rev().collect();
    table.write_record(columns.iter().map(|column| lang.column(column.name))).unwrap();
    for row in rows("a.ron", map) {
        table
            .write_record(columns.iter().map(|column| match (column.name, column.cell(&row)) {
                (_, Cell::Unknown) => String::new(),
                (name, _) if word(name, &row, Some(lang)).is_some() => word(name, &row, Some(lang)).unwrap(),
                (_, Cell::Flag(flag)) if is_spanish => if flag { "VERDADERO" } else { "FALSO" }.to_owned(),
                (_, Cell::Flag(flag)) => lang.value(&Value::Flag(flag)),
                (_, Cell::Whole(number)) => lang.number(number.into()),
                (_, Cell::Signed(number)) => number.to_string().replace('-', "−"),
                // Spreadsheets drop the leading zeros of IDs that look like numbers.
                (_, Cell::Id(id)) if id.to_string().bytes().all(|byte| byte.is_ascii_digit()) => {
                    id.to_string().trim_start_matches('0').to_owned()
                }
                (_, Cell::Id(id)) => id.to_string(),
                (_, Cell::Text(text)) => text.into_owned(),
                (_, Cell::List(lines)) => lines.iter().map(|line| &**line).collect::<Vec<_>>().join(";"),
                (name, cell) => panic!("{name} holds {cell:?}"),
            }))
            .unwrap();
    }
    String::from_utf8(table.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_map_survives_export_and_import_as_json(map in map()) {
        let lang = Lang::new(Language::English);
        let source = DocumentSource { map: &map, begin: 0, file: "a.ron", lang: &lang, table: TableOptions::GUARDED };
        let written = map_json::document(&source).unwrap();
        prop_assert_eq!(written.omissions, Vec::<String>::new());
        let text = String::from_utf8(written.bytes).unwrap();
        prop_assert_eq!(&read("json", &text, &lang, FormulaGuard::On).map, &map, "{}", text);
    }

    #[test]
    fn an_inventory_survives_export_and_import(map in map()) {
        let expected = in_inventory(&map, &Name::new("No title").unwrap());
        let lang = Lang::new(Language::Spanish);
        for guard in [FormulaGuard::On, FormulaGuard::Off] {
            for reader in [TableReader::Program, TableReader::Spreadsheet] {
                for format in ["csv", "tsv"] {
                    let text = in_table(format, &map, &lang, TableOptions { reader, guard });
                    let text = text.trim_start_matches('\u{feff}');
                    prop_assert_eq!(&read(format, text, &lang, guard).map, &expected, "{}", text);
                }
            }
        }
        // An empty list of JSON is refused, since it may be of anything.
        if !map.is_empty() {
            let text = in_json(&map, false);
            prop_assert_eq!(&read("json", &text, &lang, FormulaGuard::On).map, &expected, "{}", text);
            let text = in_json(&map, true);
            prop_assert_eq!(&read("jsonl", &text, &lang, FormulaGuard::On).map, &expected, "{}", text);
        }
    }

    #[test]
    fn a_table_saved_by_a_spreadsheet_is_imported_in_either_language(map in map()) {
        let expected = in_inventory(&map, &Name::new("No title").unwrap());
        let [english, spanish] = Language::ALL.map(Lang::new);
        for (table_lang, reader_lang) in [(&english, &spanish), (&spanish, &english)] {
            let text = saved_by_a_spreadsheet(&map, table_lang);
            // The cells of a workbook have no guard in front of formulas.
            prop_assert_eq!(&read("csv", &text, reader_lang, FormulaGuard::Off).map, &expected, "{}", text);
        }
    }
}
