package postgresql

const Version = 13
