pub const LATEST_MIGRATION: u32 = 11;
