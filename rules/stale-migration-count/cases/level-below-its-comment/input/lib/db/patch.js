// The expected patch level of the database. Update it when you add a new
// patch in ./schema/.
module.exports.level = 11
