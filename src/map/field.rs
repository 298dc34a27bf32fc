//! The tables of fields: one row for each field of a touchpoint and of the map itself.
//!
//! Everything that treats fields one by one reads these tables: files, forms, search, exports, imports, differences and
//! merges. To add a field, add it to its struct and add a row here. Then give it a name in each language.

mod place;
pub(crate) mod serial;
mod value;

use super::{Header, Touchpoint};
pub(crate) use place::{DetailPlace, FormPlace, Group, OnCard, PageColumn, Side};
use value::FieldType;
pub use value::{Type, Value};

/// One field of the struct `S`.
#[derive(Clone, Copy, Debug)]
pub struct Field<S> {
    /// The name in map files and in JSON, by which the interface finds the texts for the field.
    pub key: &'static str,
    pub kind: Type,
    same: fn(&S, &S) -> bool,
    get: fn(&S) -> Value,
    text: fn(&S) -> Option<&str>,
    set: fn(&mut S, Value),
    /// The place in the form; none if the form leaves the field out.
    pub form: Option<FormPlace>,
    pub is_searched: bool,
    /// The position in the status line; none if the field is not shown there.
    pub status: Option<u8>,
    /// The place among the details of a widened phase; none if the field is not shown there.
    pub detail: Option<DetailPlace>,
    pub card: OnCard,
    /// The place in the page's inventory; none if the field is not a column there.
    pub page: Option<PageColumn>,
    /// The name of the column in the inventory; none if the field is not a column there.
    pub column: Option<&'static str>,
}

impl<S> Field<S> {
    /// Returns a copy of the field's value.
    pub fn get(&self, owner: &S) -> Value {
        (self.get)(owner)
    }

    /// Returns the field's text without copying it; none if it is not filled in, or holds no text.
    pub(crate) fn text<'s>(&self, owner: &'s S) -> Option<&'s str> {
        (self.text)(owner)
    }

    /// Sets the field. A value of another type changes nothing.
    pub fn set(&self, owner: &mut S, value: Value) {
        (self.set)(owner, value);
    }

    /// True if the field has the same value in both.
    pub fn is_same(&self, one: &S, other: &S) -> bool {
        (self.same)(one, other)
    }

    /// Copies the field's value from one struct to another.
    pub fn copy(&self, to: &mut S, from: &S) {
        self.set(to, self.get(from));
    }
}

/// Returns the type of a field from the function that borrows it.
const fn type_of<S, T: FieldType>(_borrow: fn(&S) -> &T) -> Type {
    T::TYPE
}

/// Builds a table of fields from its rows. A field that the struct has and the table lacks does not compile.
macro_rules! fields {
    ($(#[$about:meta])* $table:ident of $struct:ident, except [$($other:ident)*];
     $($field:ident: $form:expr, $search:expr, $status:expr, $detail:expr, $card:expr, $page:expr, $column:expr;)+) => {
        $(#[$about])*
        pub const $table: &[Field<$struct>] = &[$(Field {
            key: stringify!($field),
            kind: type_of(|owner: &$struct| &owner.$field),
            same: |one, other| one.$field == other.$field,
            get: |owner| owner.$field.value(),
            text: |owner| owner.$field.text(),
            set: |owner, value| if let Some(value) = FieldType::from_value(value) { owner.$field = value },
            form: $form,
            is_searched: $search,
            status: $status,
            detail: $detail,
            card: $card,
            page: $page,
            column: $column,
        }),+];

        // Compiles only if the rows and the exceptions are all fields of the struct.
        const _: fn(&$struct) = |owner| {
            let $struct { $($field: _,)+ $($other: _,)* } = owner;
        };
    };
}

use Group::{Company, Counting, Customer, Everyday, Journey, Workshop};
use OnCard::{Dots, Face, Listed};
use PageColumn::{First, Second, Unprinted};
use Side::{Company as OfCompany, Customer as OfCustomer};

fields! {
    /// The fields of a touchpoint besides its id, in the order of map files and of the inventory's columns.
    TOUCHPOINT of Touchpoint, except [id];
//  field:         form,                search, status,  detail,                card,   page,            column
    name:          Some((Everyday, 1)), true,   None,    None,                  Face,   None,            Some("touchpoint");
    kind:          Some((Everyday, 2)), false,  None,    None,                  Face,   Some(First),     Some("kind");
    intent:        Some((Everyday, 3)), false,  None,    None,                  Face,   Some(First),     Some("intent");
    channel:       Some((Everyday, 4)), true,   None,    None,                  Face,   Some(First),     Some("channel");
    context:       Some((Customer, 1)), true,   Some(2), Some((OfCustomer, 1)), Listed, Some(Unprinted), Some("context");
    need:          Some((Customer, 2)), true,   Some(1), Some((OfCustomer, 2)), Listed, Some(Second),    Some("need");
    value:         Some((Customer, 3)), true,   Some(3), Some((OfCompany, 1)),  Listed, Some(Unprinted), Some("value");
    contact:       Some((Company, 1)),  false,  None,    Some((OfCompany, 2)),  Listed, Some(Unprinted), Some("contact");
    agent:         Some((Company, 2)),  false,  None,    Some((OfCompany, 3)),  Listed, Some(Unprinted), Some("agent");
    actors:        Some((Company, 3)),  true,   None,    Some((OfCustomer, 4)), Listed, Some(Unprinted), Some("actors");
    emotion:       Some((Everyday, 7)), false,  None,    None,                  Face,   Some(First),     Some("emotion");
    critical:      Some((Everyday, 8)), false,  None,    None,                  Face,   Some(First),     Some("critical");
    with_previous: Some((Customer, 5)), false,  None,    None,                  Face,   None,            None;
    reach:         Some((Everyday, 5)), false,  None,    None,                  Face,   Some(First),     Some("reach");
    evidence:      Some((Everyday, 6)), false,  None,    None,                  Face,   Some(First),     Some("evidence");
    pain:          Some((Customer, 4)), true,   Some(4), Some((OfCustomer, 3)), Listed, Some(Second),    Some("pain");
    action:        Some((Company, 4)),  true,   Some(5), Some((OfCompany, 4)),  Listed, Some(Second),    Some("action");
    effort:        Some((Company, 5)),  false,  None,    Some((OfCompany, 5)),  Listed, Some(Unprinted), Some("effort");
    owner:         Some((Company, 6)),  true,   Some(6), Some((OfCompany, 6)),  Listed, Some(Second),    Some("owner");
    due:           Some((Company, 7)),  true,   Some(7), Some((OfCompany, 7)),  Listed, Some(Unprinted), Some("due");
    kpi:           Some((Company, 8)),  true,   Some(8), Some((OfCompany, 8)),  Listed, Some(Second),    Some("kpi");
    metric:        Some((Company, 9)),  true,   None,    Some((OfCompany, 9)),  Listed, Some(Unprinted), Some("metric");
    votes:         Some((Workshop, 1)), false,  None,    None,                  Dots,   Some(Second),    Some("votes");
    accepted:      None,                false,  None,    None,                  Listed, None,            None;
    notes:         Some((Workshop, 2)), true,   None,    Some((OfCompany, 10)), Listed, None,            Some("notes");
}

fields! {
    /// The fields of the map itself, in the order of map files.
    HEADER of Header, except [];
//  field:      form,                search, status, detail, card,   page, column
    title:      Some((Journey, 1)),  false,  None,   None,   Face,   None, Some("map");
    company:    Some((Journey, 5)),  false,  None,   None,   Listed, None, None;
    persona:    Some((Journey, 2)),  false,  None,   None,   Listed, None, None;
    scenario:   Some((Journey, 3)),  false,  None,   None,   Listed, None, None;
    goal:       Some((Journey, 4)),  false,  None,   None,   Listed, None, None;
    notes:      Some((Workshop, 1)), false,  None,   None,   Listed, None, None;
    objectives: Some((Counting, 3)), false,  None,   None,   Listed, None, None;
    unit:       Some((Counting, 1)), false,  None,   None,   Listed, None, Some("unit");
    period:     Some((Counting, 2)), false,  None,   None,   Listed, None, Some("period");
}

/// The keys of a touchpoint in map files: its id and its fields.
pub(crate) const TOUCHPOINT_KEYS: [&str; 1 + TOUCHPOINT.len()] = {
    let mut keys = ["id"; 1 + TOUCHPOINT.len()];
    let mut at = 0;
    while at < TOUCHPOINT.len() {
        keys[1 + at] = TOUCHPOINT[at].key;
        at += 1;
    }
    keys
};

/// Returns the field of a touchpoint that has that key.
pub(crate) fn of_touchpoint(key: &str) -> Option<&'static Field<Touchpoint>> {
    TOUCHPOINT.iter().find(|field| field.key == key)
}

/// Returns the field of the map itself that has that key.
pub(crate) fn of_header(key: &str) -> Option<&'static Field<Header>> {
    HEADER.iter().find(|field| field.key == key)
}

/// Returns the fields that have a place, ordered by it.
pub(crate) fn ordered_by<S, P: Ord>(
    fields: &'static [Field<S>],
    place: impl Fn(&Field<S>) -> Option<P>,
) -> Vec<&'static Field<S>> {
    let mut placed: Vec<_> = fields.iter().filter_map(|field| Some((place(field)?, field))).collect();
    placed.sort_by(|(one, _), (other, _)| one.cmp(other));
    placed.into_iter().map(|(_, field)| field).collect()
}
