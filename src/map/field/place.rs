//! Where a field is shown: in forms, among the details of a touchpoint, and on the exported page.

/// A group of fields in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Everyday,
    Customer,
    Company,
    Journey,
    Counting,
    Workshop,
}

impl Group {
    /// Returns the key by which the interface names the group.
    pub const fn key(self) -> &'static str {
        match self {
            Group::Everyday => "everyday",
            Group::Customer => "customer",
            Group::Company => "company",
            Group::Journey => "journey",
            Group::Counting => "counting",
            Group::Workshop => "workshop",
        }
    }
}

/// The place of a field in a form: its group and its position there. Forms list fields in this order.
pub(crate) type FormPlace = (Group, u8);

/// The two lists of details below a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What is written about the customer.
    Customer,
    /// What is written about the company.
    Company,
}

/// The place of a field among the details below a card: its list and its position there.
pub(crate) type DetailPlace = (Side, u8);

/// Where a card and the documents show a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnCard {
    /// On the face of the card, without the field's name.
    Face,
    /// As dots on the face of a drawn card; in the list below the card elsewhere.
    Dots,
    /// In the list below the card, with the field's name.
    Listed,
}

/// The columns of the page's inventory, in their order from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageColumn {
    /// What is on the face of a card.
    First,
    Second,
    /// Left out in print, because the cards show it too.
    Unprinted,
}
