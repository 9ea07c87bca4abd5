VACUUM ants;
