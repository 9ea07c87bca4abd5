package db

const expectedVersion = 4
