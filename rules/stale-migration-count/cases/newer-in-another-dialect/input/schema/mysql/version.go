package mysql

const Version = 13
