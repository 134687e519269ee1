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

    /// The first digit of the machine value (`orig`), which sub-states follow: `3_autosuspend`, `5_open`.
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
