//! The status of a service in the account and what it means for WHMCS.

/// The account's `item_status` (api: 1 ordered, 2 active, 3 suspended, 4 deleted, 5 processing).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountStatus {
    Ordered,
    Active,
    Suspended,
    Deleted,
    Processing,
}

/// The statuses of WHMCS that the account's statuses lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhmcsStatus {
    Pending,
    Active,
    Suspended,
    Terminated,
}

impl AccountStatus {
    pub const ALL: [Self; 5] = [Self::Ordered, Self::Active, Self::Suspended, Self::Deleted, Self::Processing];

    /// Reads the machine value (`orig`), whose sub-states follow the digit: `3_autosuspend`, `5_open`.
    /// A number that is not known is nobody's status: a person is told, nothing is changed.
    pub fn parse(orig: &str) -> Option<Self> {
        let digits = orig.split('_').next().unwrap_or_default();
        Self::ALL.into_iter().find(|status| digits.parse() == Ok(status.code()))
    }

    pub const fn code(self) -> u8 {
        match self {
            Self::Ordered => 1,
            Self::Active => 2,
            Self::Suspended => 3,
            Self::Deleted => 4,
            Self::Processing => 5,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Deleted => "deleted",
            Self::Processing => "processing",
        }
    }

    pub const fn whmcs(self) -> WhmcsStatus {
        match self {
            Self::Ordered | Self::Processing => WhmcsStatus::Pending,
            Self::Active => WhmcsStatus::Active,
            Self::Suspended => WhmcsStatus::Suspended,
            Self::Deleted => WhmcsStatus::Terminated,
        }
    }
}

impl WhmcsStatus {
    /// The value of `tblhosting.domainstatus`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::Active => "Active",
            Self::Suspended => "Suspended",
            Self::Terminated => "Terminated",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sub_states_are_read_by_their_leading_digit() {
        assert_eq!(AccountStatus::parse("2"), Some(AccountStatus::Active));
        assert_eq!(AccountStatus::parse("3_autosuspend"), Some(AccountStatus::Suspended));
        assert_eq!(AccountStatus::parse("5_need_configure"), Some(AccountStatus::Processing));
    }

    #[test]
    fn an_unknown_number_is_no_status() {
        for orig in ["", "7", "Active", "22"] {
            assert_eq!(AccountStatus::parse(orig), None, "{orig}");
        }
    }
}
